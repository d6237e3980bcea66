using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>文本文件：plain text to paper. Lines with tabs are rows of a grid; runs of lines whose words stand in columns apart by
/// two or more blanks are one too.</summary>
public static class TextFormat
{
    /// <summary>一行最多的列数: what has more is no table anybody prints, and is kept as text.</summary>
    public const int MostColumns = 256;

    /// <summary>读成纸面。</summary>
    public static PaperDocument Read(string name, string contentId, string encoding, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var rows = new List<GridRow>();
        var pending = new List<TextLine>();
        var gap = false;
        var page = 1;
        var number = 0;
        foreach (var raw in Lines(text))
        {
            number++;
            var line = raw;
            if (line.Contains('\f', StringComparison.Ordinal))
            {
                page++;
                line = line.Replace("\f", "", StringComparison.Ordinal);
            }

            if (line.Contains('\t', StringComparison.Ordinal) && Row(line, number) is { } row)
            {
                Flush(false);
                rows.Add(row);
                continue;
            }

            Flush(true);
            if (string.IsNullOrWhiteSpace(line))
            {
                FlushPending();
                gap = true;
                continue;
            }

            pending.Add(new TextLine(line, number, null, gap));
            gap = false;
        }

        Flush(true);
        FlushPending();
        return new PaperDocument(name, contentId, encoding, blocks);

        void Flush(bool endRows)
        {
            if (endRows && rows.Count > 0)
            {
                blocks.Add(new Grid([.. rows]));
                rows.Clear();
            }
            else if (!endRows)
            {
                FlushPending();
            }
        }

        void FlushPending()
        {
            blocks.AddRange(AlignedColumns.Split(pending));
            pending.Clear();
        }
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

    private static GridRow? Row(string line, int number)
    {
        var cells = new List<GridCell>();
        var start = 0;
        while (start <= line.Length)
        {
            if (cells.Count == MostColumns)
            {
                return null;
            }

            var end = line.IndexOf('\t', start);
            end = end < 0 ? line.Length : end;
            var text = line[start..end];
            cells.Add(new GridCell(text.Trim(), start + (text.Length - text.TrimStart().Length)));
            start = end + 1;
        }

        return new GridRow(cells, number, null);
    }
}
