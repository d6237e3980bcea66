using Mingzhang.Documents.Formats.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>敲出来的表：paragraphs whose words are set apart by tabs or blanks in place of a table. Where tabs make the same number of cells in every
/// line, they are columns; else words stand where tab stops would put them, and columns are found as in a text file.</summary>
internal static class TypedColumns
{
    private const int LeastRows = 3;
    private const int LongestCell = 40;

    // Two characters of the text: what programs made for Chinese set.
    private const int TabStop = 4;

    /// <summary>把连续的段分成文字行与网格。</summary>
    public static IEnumerable<Block> Split(IReadOnlyList<TextLine> lines)
    {
        var plain = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            var to = i;
            while (to < lines.Count && IsRow(lines[to].Text))
            {
                to++;
            }

            if (to - i >= LeastRows && Rows([.. lines.Skip(i).Take(to - i)]) is { } rows)
            {
                foreach (var block in Aligned(plain).Concat(RepeatedHeader.Split(rows)))
                {
                    yield return block;
                }

                plain.Clear();
                i = to;
                continue;
            }

            for (to = Math.Max(to, i + 1); i < to; i++)
            {
                plain.Add(lines[i] with { Text = Expanded(lines[i].Text) });
            }
        }

        foreach (var block in Aligned(plain))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Aligned(List<TextLine> lines) => lines.Count < LeastRows ? [.. lines] : AlignedColumns.Split(lines);

    private static bool IsRow(string text)
    {
        var inner = text.AsSpan().Trim();
        return inner.IndexOf('\t') > 0 && inner.IndexOf('。') < 0;
    }

    private static List<GridRow>? Rows(List<TextLine> lines)
    {
        var every = lines.ConvertAll(l => Cells(l.Text.Split('\t')));
        var cells = Even(every) ? every : lines.ConvertAll(l => Cells(l.Text.Split('\t', StringSplitOptions.RemoveEmptyEntries)));
        if (!Even(cells) || cells[0].Count < 2 || cells[0].Count > PaperDocument.MostColumns || cells.Exists(r => r.Exists(c => c.Length > LongestCell)) || Contents(cells))
        {
            return null;
        }

        // A table holds figures; names and telephone numbers of people are a list.
        var numbers = cells.Count(r => r.Skip(1).Any(c => c.AsSpan().IndexOfAnyInRange('0', '9') >= 0));
        return numbers * 2 < cells.Count ? null : [.. cells.Select(r => new GridRow([.. r.Select(c => new GridCell(c, 0))], 0, null))];
    }

    private static bool Even(List<List<string>> rows) => rows.TrueForAll(r => r.Count == rows[0].Count);

    private static List<string> Cells(string[] parts)
    {
        var from = 0;
        while (from < parts.Length - 1 && string.IsNullOrWhiteSpace(parts[from]))
        {
            from++;
        }

        return [.. parts.Skip(from).Select(p => p.Trim())];
    }

    // Headings with the numbers of their pages.
    private static bool Contents(List<List<string>> rows) => rows[0].Count == 2 && rows.TrueForAll(r => r[1].Length is > 0 and <= 3 && r[1].All(char.IsAsciiDigit));

    private static string Expanded(string text)
    {
        if (text.AsSpan().IndexOf('\t') < 0)
        {
            return text;
        }

        var wide = new System.Text.StringBuilder();
        var column = 0;
        foreach (var c in text.TrimStart('\t'))
        {
            if (c != '\t')
            {
                wide.Append(c);
                column += c >= 0x1100 ? 2 : 1;
                continue;
            }

            // At least two blanks, so that the words stay apart.
            var to = (column + 1 + TabStop) / TabStop * TabStop;
            to = to - column < 2 ? to + TabStop : to;
            wide.Append(' ', to - column);
            column = to;
        }

        return wide.ToString();
    }
}
