using System.Buffers;

namespace Mingzhang.Documents.Formats.Csv;

/// <summary>分隔符：whether a text is a table of separated fields, and by which sign. Plain text has commas too: between sentences, and in
/// numbers (1,234.56), so that most of its lines must make rows of one width, and the commas must not be those of numbers.</summary>
internal static class Separator
{
    private const int Sample = 2000;
    private const int LeastRows = 3;
    private const int MostTabbed = 2;
    private static readonly SearchValues<char> Signs = SearchValues.Create(",;|\t");

    /// <summary>找出分隔符; null where the text is none.</summary>
    public static char? Find(string text)
    {
        // Most documents are plain text, with tables by tabs or none: that is seen without taking them apart.
        if (text.AsSpan().IndexOfAny(Signs) < 0 || (!text.Contains('"', StringComparison.Ordinal) && Tabbed(text)))
        {
            return null;
        }

        char? best = null;
        var most = 0;
        foreach (var separator in ",;|\t".Where(s => text.Contains(s, StringComparison.Ordinal)))
        {
            var score = Score(text, separator);
            if (score > most)
            {
                (best, most) = (separator, score);
            }
        }

        return best;
    }

    private static bool Tabbed(string text)
    {
        var (lines, at) = (0, text.IndexOf('\t', StringComparison.Ordinal));
        while (at >= 0 && lines <= MostTabbed)
        {
            lines++;
            var end = text.IndexOf('\n', at);
            at = end < 0 ? -1 : text.IndexOf('\t', end);
        }

        return lines > MostTabbed;
    }

    // How many fields stand in rows that make up tables; 0 where the text is no table in this sign.
    private static int Score(string text, char separator)
    {
        var rows = new List<SeparatedRow>();
        var (quoted, tabbed) = (false, 0);
        foreach (var row in SeparatedRows.Of(text, separator).Take(Sample))
        {
            rows.Add(row);
            quoted |= row.Fields.Exists(f => f.Text.Contains(separator, StringComparison.Ordinal) || f.Text.Contains('\n', StringComparison.Ordinal));
            tabbed += separator != '\t' && row.Fields.Exists(f => f.Text.Contains('\t', StringComparison.Ordinal)) ? 1 : 0;
        }

        // Lines with tabs are tables of plain text; only quotes around tabs or line ends show another program's hand.
        if ((separator == '\t' && !quoted) || tabbed > MostTabbed)
        {
            return 0;
        }

        var (inTables, fields) = (0, 0);
        for (var i = 0; i < rows.Count;)
        {
            var end = i + 1;
            while (end < rows.Count && rows[end].Fields.Count == rows[i].Fields.Count)
            {
                end++;
            }

            if (rows[i].Fields.Count > 1 && end - i >= LeastRows)
            {
                inTables += end - i;
                fields += (end - i) * rows[i].Fields.Count;
            }

            i = end;
        }

        const int MostOfIt = 2;
        return inTables * MostOfIt < rows.Count || Prose(rows) || (separator == ',' && !quoted && OfNumbers(text)) ? 0 : fields;
    }

    // Sentences with as many commas in every line.
    private static bool Prose(List<SeparatedRow> rows) =>
        rows.Count(r => r.Fields.Count > 1 && r.Fields[^1].Text.TrimEnd().EndsWith('。') && r.Fields.Exists(f => f.Text.Length > LongWords)) * 2 > rows.Count;

    private const int LongWords = 10;

    // 1,234.56: a comma between digits, three of them behind it.
    private static bool OfNumbers(string text)
    {
        var (commas, grouping) = (0, 0);
        for (var i = text.IndexOf(',', StringComparison.Ordinal); i >= 0 && commas < Sample; i = text.IndexOf(',', i + 1))
        {
            commas++;
            grouping += i > 0 && char.IsAsciiDigit(text[i - 1]) && Digits(text, i + 1) == 3 ? 1 : 0;
        }

        return grouping * 2 > commas;
    }

    private static int Digits(string text, int from)
    {
        var end = from;
        while (end < text.Length && end - from <= 3 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - from;
    }
}
