using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing;

/// <summary>所报的总数：an amount at a point, as entered or as printed.</summary>
/// <param name="Point">What it measures, purpose included.</param>
/// <param name="Yuan">The amount; 0 is a statement too.</param>
public sealed record StatedTotal(Point Point, decimal Yuan)
{
    /// <summary>是否在表中留空: nothing, and said to be nothing only in sentences.</summary>
    public bool Blank { get; init; }
}

/// <summary>所报总数的查找：a point that is stated is answered as stated; one that is not is the sum of the largest stated parts that divide it one way.</summary>
internal sealed class StatedTotals
{
    private readonly Dictionary<Point, decimal> _at = [];
    private readonly HashSet<Point> _blank = [];
    private readonly List<Point> _points = [];

    public StatedTotals(IReadOnlyList<StatedTotal> totals)
    {
        foreach (var total in totals)
        {
            // What is stated first counts: tables before sentences.
            if (_at.TryAdd(total.Point.Completed(), total.Yuan))
            {
                _points.Add(total.Point);
                if (total.Blank)
                {
                    _blank.Add(total.Point.Completed());
                }
            }
        }
    }

    public decimal? At(Point point) => _at.TryGetValue(point.Completed(), out var yuan) ? yuan : null;

    /// <summary>是否留空: stated to be nothing, or made only of parts that are.</summary>
    public bool Blank(Point point) => _at.ContainsKey(point.Completed()) ? _blank.Contains(point.Completed()) : All(point).All(p => _blank.Contains(p.Completed()));

    /// <summary>其中有数的各点。</summary>
    public IEnumerable<Point> Inside(Point point) => All(point).Where(p => !_blank.Contains(p.Completed()));

    private IEnumerable<Point> All(Point point)
    {
        var wanted = point.Completed();
        return _points.Where(p => wanted.Contains(p.Completed()));
    }

    /// <summary>由各部分相加; null where no part is stated.</summary>
    public decimal? Sum(Point point)
    {
        var inside = All(point).Where(p => Adds(point, p)).ToList();
        var largest = inside.FindAll(p => !inside.Exists(o => !o.Equals(p) && o.Contains(p)));
        decimal? best = null;
        foreach (var split in largest.GroupBy(p => string.Join(' ', p.Members.Where(m => !m.Equals(point[m.Dimension])).Select(m => m.Dimension.Key))))
        {
            // Of several ways to divide it, the one that leaves least out.
            var parts = split.ToList();
            if (parts.TrueForAll(p => parts.TrueForAll(o => ReferenceEquals(o, p) || !o.Agrees(p))))
            {
                var sum = parts.Sum(p => _at[p.Completed()]);
                best = best is { } known && Math.Abs(known) >= Math.Abs(sum) ? known : sum;
            }
        }

        return best;
    }

    // Years, phases and purposes beside the whole do not add up to it.
    private static bool Adds(Point whole, Point part) => part.Members.All(m => m.Dimension.Key is not ("year" or "phase" or "entity") || m.Equals(whole[m.Dimension]))
        && (whole.Key("purpose") is not null || part.Key("purpose") is null) && whole.Key("measure") is not null;
}
