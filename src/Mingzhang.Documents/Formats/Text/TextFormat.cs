using System.Buffers;
using System.Globalization;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>文本文件：plain text to paper. Lines with tabs are rows of a grid; runs of lines whose words stand in columns apart by
/// two or more blanks are one too. Lines with more columns than any table has are not kept, and that is told.</summary>
public static class TextFormat
{
    /// <summary>读成纸面。</summary>
    public static PaperDocument Read(string name, string contentId, string encoding, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var faults = new List<PaperFault>();
        var rows = new List<GridRow>();
        var pending = new List<TextLine>();
        var gap = false;
        var number = 0;
        foreach (var raw in Lines(text))
        {
            number++;
            var line = Plain(raw);
            if (Columns(line) is > PaperDocument.MostColumns and var columns)
            {
                faults.Add(new PaperFault(PaperFault.TooWide, null, string.Create(CultureInfo.InvariantCulture, $"{number} {columns}")));
                continue;
            }

            if (line.Contains('\t', StringComparison.Ordinal) && !IsWhole(line))
            {
                FlushPending();
                rows.Add(Row(line, number));
                gap = false;
                continue;
            }

            FlushRows();
            if (string.IsNullOrWhiteSpace(line))
            {
                FlushPending();
                gap = true;
                continue;
            }

            pending.Add(new TextLine(line, number, null, gap));
            gap = false;
        }

        FlushRows();
        FlushPending();
        return new PaperDocument(name, contentId, encoding, blocks) { Faults = faults };

        void FlushRows()
        {
            if (rows.Count > 0)
            {
                blocks.AddRange(RepeatedHeader.Split(rows));
                rows.Clear();
            }
        }

        void FlushPending()
        {
            // Most text holds no blanks beside each other, and so no columns.
            blocks.AddRange(pending.Exists(l => LinePieces.Several(l.Text)) ? AlignedColumns.Split(pending) : pending);
            pending.Clear();
        }
    }

    private static readonly SearchValues<char> Unseen = SearchValues.Create("\f\u200b\u200c\u200d\u2060\ufeff");

    // Page feeds, and characters of no width that web pages put between words: nobody sees them.
    private static string Plain(string line)
    {
        return line.AsSpan().IndexOfAny(Unseen) < 0 ? line : string.Concat(line.Where(c => !Unseen.Contains(c)));
    }

    // A document saved as one line: sentences with tabs between them are text.
    private static bool IsWhole(string line) => line.AsSpan().Count('\t') >= PaperDocument.MostColumns && line.Contains('。', StringComparison.Ordinal);

    // By tabs, or by two blanks and more; a page that was saved as one line of text has blanks, but they stand far apart.
    private static int Columns(string line)
    {
        if (line.Length < PaperDocument.MostColumns || IsWhole(line))
        {
            return 0;
        }

        var tabs = line.AsSpan().Count('\t');
        if (tabs > 0)
        {
            return tabs + 1;
        }

        const int LongestCell = 40;
        var gaps = line.AsSpan().Count("  ");
        return gaps > PaperDocument.MostColumns && line.Length / gaps < LongestCell ? gaps + 1 : 0;
    }

    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOfAny(['\n', '\r'], start);
            if (end < 0)
            {
                yield return text[start..];
                yield break;
            }

            yield return text[start..end];
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static GridRow Row(string line, int number)
    {
        var cells = new List<GridCell>(line.AsSpan().Count('\t') + 1);
        var start = 0;
        while (start <= line.Length)
        {
            var end = line.IndexOf('\t', start);
            end = end < 0 ? line.Length : end;
            var text = CellMarks.Plain(line.AsSpan(start, end - start));
            var indent = text.Length - text.TrimStart().Length;
            cells.Add(new GridCell(text.Trim().ToString(), start + indent));
            start = end + 1;
        }

        return new GridRow(cells, number, null);
    }
}
