using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Content;

/// <summary>路径：points on the page as seen, in subpaths.</summary>
internal sealed class PathBuilder
{
    private readonly List<Spot> _points = [];
    private readonly List<Subpath> _subpaths = [];
    private int _start;
    private bool _curved;

    public bool IsEmpty => _points.Count == 0;

    public IReadOnlyList<Subpath> Subpaths => _subpaths;

    /// <summary>外框：of all points.</summary>
    public Box Bounds
    {
        get
        {
            var box = Box.Of(_points[0], _points[0]);
            foreach (var point in _points)
            {
                box = box.With(point);
            }

            return box;
        }
    }

    public ReadOnlySpan<Spot> Points(Subpath subpath) => CollectionsMarshal.AsSpan(_points).Slice(subpath.Start, subpath.Count);

    public void Move(Spot point)
    {
        End(closed: false);
        _points.Add(point);
    }

    public void Line(Spot point)
    {
        if (_points.Count == _start && _subpaths.Count > 0)
        {
            // After closing, drawing goes on from where the closed subpath began.
            _points.Add(_points[_subpaths[^1].Start]);
        }

        _points.Add(point);
    }

    /// <summary>曲线：only its ends matter, and that it is none of our lines.</summary>
    public void Curve(Spot end)
    {
        Line(end);
        _curved = true;
    }

    public void Rectangle(Spot a, Spot b, Spot c, Spot d)
    {
        End(closed: false);
        _points.AddRange([a, b, c, d]);
        End(closed: true);
    }

    public void Close() => End(closed: true);

    /// <summary>结束绘制前：closes the list of subpaths.</summary>
    public void Finish() => End(closed: false);

    public void Clear()
    {
        _points.Clear();
        _subpaths.Clear();
        _start = 0;
        _curved = false;
    }

    private void End(bool closed)
    {
        var count = _points.Count - _start;
        if (count > 0)
        {
            _subpaths.Add(new Subpath(_start, count, closed, _curved));
        }

        _start = _points.Count;
        _curved = false;
    }
}

/// <summary>子路径：a stretch of the points.</summary>
internal sealed record Subpath(int Start, int Count, bool Closed, bool Curved);
