using System.Buffers;

namespace Mingzhang.Pdf.Layout;

/// <summary>断开的行：a row whose lower part stands on the next page is one row again, where the geometry says so clearly.</summary>
internal static class BrokenRow
{
    private static readonly SearchValues<char> OfFigures = SearchValues.Create("0123456789.,，-—–%％ \n");

    /// <summary>接上断开的行; true where nothing of the next table is left.</summary>
    public static bool Join(LaidTable first, LaidTable before, LaidTable next)
    {
        var head = Repeated(first, next);
        if (before.Rows.Count == 0 || head >= next.Rows.Count || !Broken(before, before.Rows[^1], next, next.Rows[head], head))
        {
            return false;
        }

        var (upper, lower) = (before.Rows[^1].Cells, next.Rows[head].Cells);
        var joined = new LaidCell[upper.Count];
        for (var c = 0; c < joined.Length; c++)
        {
            var separator = upper[c].Text.Length > 0 && lower[c].Text.Length > 0 ? "\n" : "";
            joined[c] = upper[c] with { Text = upper[c].Text + separator + lower[c].Text, Glyphs = upper[c].Glyphs + lower[c].Glyphs };
        }

        before.Rows = [.. before.Rows.Take(before.Rows.Count - 1), before.Rows[^1] with { Cells = joined }];
        next.Rows = [.. next.Rows.Where((_, i) => i != head)];
        return next.Rows.Count == 0;
    }

    // How many rows of the first page's header stand again on the next.
    private static int Repeated(LaidTable first, LaidTable next)
    {
        var same = 0;
        while (same < next.Rows.Count && same < first.Rows.Count && first.Rows[same].Cells.Select(c => c.Text).SequenceEqual(next.Rows[same].Cells.Select(c => c.Text)))
        {
            same++;
        }

        return same;
    }

    // Both parts have the same cells, none of which spans rows, and no figure goes on. Where neither page draws a line at its edge the row is
    // broken (one alone may lack it: Word leaves out the upper one). With lines, every cell that goes on must have been full to its last line,
    // and what stands alone on the next page must not be a row of its own.
    private static bool Broken(LaidTable before, LaidRow upper, LaidTable next, LaidRow lower, int head)
    {
        var goesOn = 0;
        var filled = 0;
        var full = true;
        var whole = false;
        for (var c = 0; c < upper.Cells.Count; c++)
        {
            var (u, l) = (upper.Cells[c], lower.Cells[c]);
            if (u.Rows > 1 || l.Rows > 1 || u.Columns != l.Columns || u.CoveredFrom != l.CoveredFrom)
            {
                return false;
            }

            filled += u.Text.Length > 0 ? 1 : 0;
            if (l.Text.Length > 0)
            {
                goesOn++;
                whole |= Figure(l.Text);
                full &= u.Text.Length > 0 && Full(u) && StartsAtTop(l);
            }
        }

        return goesOn > 0 && goesOn < filled && !whole && ((before.OpenBottom && (next.OpenTop || head > 0)) || (full && lower.Cells[0].Text.Length == 0));
    }

    private static bool Full(LaidCell cell) =>
        cell.Ink is { } ink && cell.Area.Bottom - ink.Bottom < cell.LastLine.Size && cell.Area.Right - cell.LastLine.Right < 2 * cell.LastLine.Size
        && !cell.Text.EndsWith('。');

    private static bool StartsAtTop(LaidCell cell) => cell.Ink is { } ink && ink.Top - cell.Area.Top < cell.LastLine.Size;

    private static bool Figure(string text) => text.AsSpan().IndexOfAnyExcept(OfFigures) < 0;
}
