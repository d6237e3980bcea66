namespace Mingzhang.Documents.Formats.Csv;

/// <summary>分隔文本的一行：its fields, the line of the file where it begins, and whether an empty line stands above.</summary>
internal sealed record SeparatedRow(List<SeparatedField> Fields, int Line, bool AfterGap);

/// <summary>一栏：its text, and its first character in its line of the file.</summary>
internal sealed record SeparatedField(string Text, int Start);

/// <summary>分隔文本的拆分：fields between separators; a field in quotes may hold separators, line ends and doubled quotes.</summary>
internal static class SeparatedRows
{
    public static IEnumerable<SeparatedRow> Of(string text, char separator)
    {
        var (at, line, gap) = (0, 1, false);
        while (at < text.Length)
        {
            var (fields, first) = (new List<SeparatedField>(), line);
            var lineStart = at;
            while (true)
            {
                var (field, end) = Field(text, at, separator);
                fields.Add(new SeparatedField(field, at - lineStart + (end > at && text[at] == '"' ? 1 : 0)));
                for (var i = at; i < end; i++)
                {
                    if (EndsLine(text, i))
                    {
                        line++;
                        lineStart = i + 1;
                    }
                }

                at = end;
                if (at >= text.Length || text[at] != separator)
                {
                    break;
                }

                at++;
            }

            if (at < text.Length)
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                line++;
            }

            if (fields.TrueForAll(f => string.IsNullOrWhiteSpace(f.Text)))
            {
                gap = true;
                continue;
            }

            yield return new SeparatedRow(fields, first, gap);
            gap = false;
        }
    }

    private static bool EndsLine(string text, int at) => text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n'));

    // A quote that is never closed is a character like any other.
    private static (string Text, int End) Field(string text, int from, char separator)
    {
        if (from < text.Length && text[from] == '"' && Closing(text, from + 1) is var closing && closing >= 0)
        {
            var end = closing + 1;
            while (end < text.Length && text[end] is ' ')
            {
                end++;
            }

            if (end >= text.Length || text[end] == separator || text[end] is '\r' or '\n')
            {
                return (text[(from + 1)..closing].Replace("\"\"", "\"", StringComparison.Ordinal), end);
            }
        }

        var to = from;
        while (to < text.Length && text[to] != separator && text[to] is not ('\r' or '\n'))
        {
            to++;
        }

        return (text[from..to], to);
    }

    private static int Closing(string text, int from)
    {
        // No cell of a disclosure is longer; a quote without its partner is not searched for through the whole file again and again.
        const int LongestCell = 100_000;
        var end = Math.Min(text.Length, from + LongestCell);
        for (var i = from; i < end; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }
}
