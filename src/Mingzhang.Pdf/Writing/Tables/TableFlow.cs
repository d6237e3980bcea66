using Mingzhang.Pdf.Writing.Flow;
using Mingzhang.Pdf.Writing.Structure;

namespace Mingzhang.Pdf.Writing.Tables;

/// <summary>排表：row by row; a cell that runs over a page turn takes its remaining lines along, so that no line is lost and none is cut.</summary>
internal sealed class TableFlow
{
    private const double Thin = 0.5;
    private readonly TablePlan _plan;
    private readonly Pages _pages;
    private readonly Dictionary<PlacedCell, Progress> _open = [];
    private readonly Dictionary<PlacedCell, Tag> _tags = [];
    private readonly List<double> _boxes = [];
    private readonly bool _repeats;

    private TableFlow(TablePlan plan, Pages pages, Tag table)
    {
        _plan = plan;
        _pages = pages;
        _repeats = plan.HeaderRows > 0 && plan.HeaderRows < plan.Rows && Height(plan, 0, plan.HeaderRows) < pages.PageRoom * 0.5;
        foreach (var row in plan.Starting)
        {
            var line = table.Child("TR");
            foreach (var cell in row)
            {
                _tags[cell] = line.Child(cell.Header || cell.Cell.IsRowHeader ? "TH" : "TD", TableTags.Attributes(cell));
            }
        }
    }

    private bool BodyStarted { get; set; }

    public static void Place(TablePlan plan, Pages pages, Tag table) => new TableFlow(plan, pages, table).Run();

    /// <summary>与标题同页的高：header and the first row, or as much of it as a page holds.</summary>
    public static double LeadHeight(TablePlan plan) => Height(plan, 0, Math.Min(plan.Rows, plan.HeaderRows + 1));

    /// <summary>整张表的高。</summary>
    public static double WholeHeight(TablePlan plan) => Height(plan, 0, plan.Rows);

    /// <summary>几行的高：without page turns.</summary>
    private static double Height(TablePlan plan, int from, int to)
    {
        var tops = new double[to - from + 1];
        for (var row = from; row < to; row++)
        {
            var bottom = tops[row - from] + plan.Leading + (2 * plan.VerticalPadding);
            foreach (var cell in plan.Ending[row])
            {
                bottom = Math.Max(bottom, tops[Math.Max(cell.Row - from, 0)] + (cell.Lines.Count * plan.Leading) + (2 * plan.VerticalPadding));
            }

            tops[row - from + 1] = bottom;
        }

        return tops[^1];
    }

    private void Run()
    {
        for (var row = 0; row < _plan.Rows; row++)
        {
            KeepSpansTogether(row);
            foreach (var cell in _plan.Starting[row])
            {
                _open[cell] = new Progress { Top = _pages.Y };
            }

            Row(row);
            BodyStarted |= row >= _plan.HeaderRows;
        }

        Rule();
    }

    private void Row(int row)
    {
        while (true)
        {
            var bottom = _pages.Y + (_plan.Ending[row].Count == 0 || !_plan.Starting[row].Exists(c => _open[c].Next > 0) ? _plan.Leading + (2 * _plan.VerticalPadding) : 0);
            foreach (var cell in _plan.Ending[row])
            {
                bottom = Math.Max(bottom, _open[cell].Top + ((cell.Lines.Count - _open[cell].Next) * _plan.Leading) + (2 * _plan.VerticalPadding));
            }

            if (bottom <= _pages.Bottom + 0.01)
            {
                foreach (var cell in _plan.Ending[row])
                {
                    Draw(cell, bottom, cell.Lines.Count);
                    _open.Remove(cell);
                }

                _pages.Y = bottom;
                return;
            }

            // A row that begins here waits for the next page, unless it would not fit there either: then it is cut between lines.
            var waits = BodyStarted && bottom - _pages.Y <= _pages.PageRoom * 0.8 && !_plan.Starting[row].Exists(c => _open[c].Next > 0);
            Turn(row, waits ? _pages.Y : _pages.Bottom, waits);
        }
    }

    private void Turn(int row, double bottom, bool waits)
    {
        foreach (var (cell, progress) in _open)
        {
            if (waits && cell.Row == row)
            {
                continue;
            }

            var count = (int)Math.Max(0, (bottom - progress.Top - (2 * _plan.VerticalPadding) + 0.01) / _plan.Leading);
            if (bottom - progress.Top > 0.01)
            {
                Draw(cell, bottom, Math.Min(cell.Lines.Count, progress.Next + count));
            }
        }

        Rule();
        _pages.Turn();
        if (_repeats && row >= _plan.HeaderRows)
        {
            RepeatHeader();
        }

        foreach (var progress in _open.Values)
        {
            progress.Top = _pages.Y;
        }

        BodyStarted = false;
    }

    private void RepeatHeader()
    {
        var tops = new double[_plan.HeaderRows + 1];
        tops[0] = _pages.Y;
        _pages.Current.BeginArtifact(ofPage: true);
        for (var row = 0; row < _plan.HeaderRows; row++)
        {
            tops[row + 1] = _pages.Y + Height(_plan, 0, row + 1);
            foreach (var cell in _plan.Ending[row])
            {
                Box(cell, tops[cell.Row], tops[row + 1]);
                Lines(cell, tops[cell.Row], tops[row + 1], 0, cell.Lines.Count);
            }
        }

        _pages.Current.End();
        _pages.Y = tops[^1];
    }

    /// <summary>跨行的组：stays on one page where a page can hold it.</summary>
    private void KeepSpansTogether(int row)
    {
        var last = _plan.Starting[row].Count == 0 ? row : _plan.Starting[row].Max(c => c.LastRow);
        if (last > row && BodyStarted && _open.Count == 0)
        {
            var height = Height(_plan, row, last + 1);
            if (height > _pages.Room && height < _pages.PageRoom * 0.6)
            {
                Turn(row, _pages.Y, waits: false);
            }
        }
    }

    private void Draw(PlacedCell cell, double bottom, int to)
    {
        var progress = _open[cell];
        Box(cell, progress.Top, bottom);
        if (to > progress.Next || cell.Lines.Count == 0)
        {
            _pages.Current.Begin(_tags[cell]);
            Lines(cell, progress.Top, bottom, progress.Next, to);
            _pages.Current.End();
            progress.Next = to;
        }
    }

    private void Box(PlacedCell cell, double top, double bottom) =>
        _boxes.AddRange([_pages.Left + _plan.Edges[cell.Column], top, _pages.Left + _plan.Edges[cell.Column + cell.ColumnSpan], bottom]);

    private void Lines(PlacedCell cell, double top, double bottom, int from, int to)
    {
        var (left, right) = (_pages.Left + _plan.Edges[cell.Column], _pages.Left + _plan.Edges[cell.Column + cell.ColumnSpan]);
        var pad = TablePlan.Padding * _plan.Size;
        var indent = TablePlan.IndentOf(cell, ((right - left) / _plan.Size) - (2 * TablePlan.Padding)) * _plan.Size;
        var y = top + ((bottom - top - ((to - from) * _plan.Leading)) / 2);
        for (var i = from; i < to; i++)
        {
            var line = cell.Lines[i];
            var free = right - left - (2 * pad) - (line.Width * _plan.Size);
            var x = left + pad + cell.Align switch { PdfAlign.Center => free / 2, PdfAlign.Right => free, _ => indent };
            _pages.Current.Text(line, x, ParagraphFlow.Baseline(y, _plan.Leading, _plan.Size), _plan.Size, cell.Bold);
            y += _plan.Leading;
        }
    }

    /// <summary>画框线：all of a page at once, as an ornament.</summary>
    private void Rule()
    {
        if (_boxes.Count == 0)
        {
            return;
        }

        _pages.Current.BeginArtifact();
        for (var i = 0; i < _boxes.Count; i += 4)
        {
            _pages.Current.Box(_boxes[i], _boxes[i + 1], _boxes[i + 2], _boxes[i + 3]);
        }

        _pages.Current.Stroke(Thin);
        _pages.Current.End();
        _boxes.Clear();
    }

    /// <summary>进度：where the part of a cell on this page begins, and its next line.</summary>
    private sealed class Progress
    {
        public double Top { get; set; }

        public int Next { get; set; }
    }
}
