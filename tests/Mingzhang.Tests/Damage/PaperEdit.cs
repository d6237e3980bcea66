using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Damage;

/// <summary>纸面上的改动：some characters of a line or a cell replaced, after extraction and before reading, so that it works for every format.</summary>
internal static class PaperEdit
{
    /// <summary>The paper with the characters at an offset into what a statement printed replaced; null where they are not found as printed.</summary>
    public static PaperDocument? Replace(PaperDocument paper, Statement figure, int offset, int length, string text) =>
        figure.Id.StartsWith('t') ? Cell(paper, figure, offset, length, text) : Line(paper, figure, offset, length, text);

    /// <summary>What stands before a figure of a sentence, on its own line.</summary>
    public static string Before(PaperDocument paper, Statement figure) =>
        !figure.Id.StartsWith('t') && At(paper, figure) is { } at ? ((TextLine)paper.Blocks[at]).Text[..Start((TextLine)paper.Blocks[at], figure)] : "";

    private static PaperDocument? Line(PaperDocument paper, Statement figure, int offset, int length, string text)
    {
        if (At(paper, figure) is not { } at)
        {
            return null;
        }

        var line = (TextLine)paper.Blocks[at];
        var start = Start(line, figure) + offset;
        if (start < 0 || start + length > line.Text.Length || !Printed(line.Text, start, figure, offset, length))
        {
            return null;
        }

        return paper with { Blocks = [.. paper.Blocks.Take(at), line with { Text = line.Text[..start] + text + line.Text[(start + length)..] }, .. paper.Blocks.Skip(at + 1)] };
    }

    // What lies before the statement's own characters (a word of direction) is compared with nothing.
    private static bool Printed(string line, int start, Statement figure, int offset, int length) =>
        offset < 0 || string.CompareOrdinal(line, start, figure.Raw, offset, length) == 0;

    private static PaperDocument? Cell(PaperDocument paper, Statement figure, int offset, int length, string text)
    {
        for (var b = 0; b < paper.Blocks.Count; b++)
        {
            if (paper.Blocks[b] is not Grid grid)
            {
                continue;
            }

            for (var r = 0; r < grid.Rows.Count; r++)
            {
                if (grid.Rows[r].Line == figure.Place.Order && grid.Rows[r].Page == figure.Place.Page && Column(grid.Rows[r], figure) is { } c)
                {
                    var (row, old) = (grid.Rows[r], grid.Rows[r].Cells[c].Text);
                    var at = old.IndexOf(figure.Raw, StringComparison.Ordinal) + offset;
                    var cell = row.Cells[c] with { Text = (old[..at] + text + old[(at + length)..]).Trim() };
                    var changed = grid with { Rows = [.. grid.Rows.Take(r), row with { Cells = [.. row.Cells.Take(c), cell, .. row.Cells.Skip(c + 1)] }, .. grid.Rows.Skip(r + 1)] };
                    return paper with { Blocks = [.. paper.Blocks.Take(b), changed, .. paper.Blocks.Skip(b + 1)] };
                }
            }
        }

        return null;
    }

    private static int? Column(GridRow row, Statement figure)
    {
        var named = figure.Id[(figure.Id.LastIndexOf(".c", StringComparison.Ordinal) + 2)..];
        if (int.TryParse(named, CultureInfo.InvariantCulture, out var column) && column <= row.Cells.Count && row.Cells[column - 1].Text.Contains(figure.Raw, StringComparison.Ordinal))
        {
            return column - 1;
        }

        var same = Enumerable.Range(0, row.Cells.Count).Where(c => row.Cells[c].Text == figure.Raw).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static int? At(PaperDocument paper, Statement figure)
    {
        for (var b = 0; b < paper.Blocks.Count; b++)
        {
            if (paper.Blocks[b] is TextLine line && line.Line == figure.Place.Order && line.Page == figure.Place.Page && Start(line, figure) is var start && start >= 0 && start < line.Text.Length)
            {
                return b;
            }
        }

        return null;
    }

    private static int Start(TextLine line, Statement figure) => (figure.Place.Start ?? -1) - line.Column;
}
