using Mingzhang.Paper;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>数字的索引：which figures stand in a line of text, and which in a cell.</summary>
internal sealed class FigureIndex
{
    private readonly ILookup<int, Figure> _byLine;
    private readonly HashSet<Figure> _shown = new(ReferenceEqualityComparer.Instance);

    public FigureIndex(IEnumerable<Figure> figures)
    {
        All = [.. figures];
        _byLine = All.Where(f => f.Place.Order is not null).ToLookup(f => f.Place.Order!.Value);
    }

    /// <summary>全部数字。</summary>
    public IReadOnlyList<Figure> All { get; }

    /// <summary>没有位置可标的：what could be shown nowhere, told below.</summary>
    public IEnumerable<Figure> Homeless => All.Where(f => !_shown.Contains(f));

    /// <summary>一行文字中的，按次序；of several that overlap (an amount that is also a change) the words are joined.</summary>
    public List<Span> Spans(TextLine line)
    {
        var spans = new List<Span>();
        foreach (var (figure, start) in _byLine[line.Line].Select(f => (f, Start: f.Place is { Table: null, Start: { } at } ? at - line.Column : line.Text.IndexOf(f.Raw, StringComparison.Ordinal))).OrderBy(f => f.Start))
        {
            var length = Math.Min(figure.Place.Length ?? figure.Raw.Length, line.Text.Length - start);
            if (start < 0 || length <= 0)
            {
                continue;
            }

            _shown.Add(figure);
            if (spans.Count > 0 && start < spans[^1].Start + spans[^1].Length)
            {
                spans[^1] = spans[^1] with { Words = spans[^1].Words + "\n\n" + figure.Words };
            }
            else
            {
                spans.Add(new Span(start, length, figure.Kind, figure.Words));
            }
        }

        return spans;
    }

    /// <summary>一格中的；null where there is none.</summary>
    public Span? Cell(GridRow row, int column)
    {
        var cell = row.Cells[column];
        if (cell.Text.Length == 0)
        {
            return null;
        }

        var here = _byLine[row.Line].Where(f => !_shown.Contains(f) && In(f, cell)).ToList();
        here.ForEach(f => _shown.Add(f));
        return here.Count == 0 ? null : new Span(0, cell.Text.Length, here[0].Kind, string.Join("\n\n", here.Select(f => f.Words)));
    }

    // By the box where there is one, else by where it begins in a line of text, else by what it says; in a row of equal figures, the first not yet taken.
    private static bool In(Figure figure, GridCell cell)
    {
        if (figure.Raw.Length == 0 || !cell.Text.Contains(figure.Raw, StringComparison.Ordinal))
        {
            return false;
        }

        if (figure.Place.Box is { } box && cell.Box is { } own)
        {
            return Math.Abs((double)box.Left - own.Left) < 1 && Math.Abs((double)box.Top - own.Top) < 1;
        }

        return figure.Place.Line is null || figure.Place.Start is not { } start ? cell.Text == figure.Raw : start >= cell.Start && start < cell.Start + Math.Max(1, cell.Text.Length);
    }
}

/// <summary>标出的一段文字。</summary>
internal sealed record Span(int Start, int Length, string Kind, string Words);
