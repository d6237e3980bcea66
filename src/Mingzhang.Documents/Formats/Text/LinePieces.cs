namespace Mingzhang.Documents.Formats.Text;

/// <summary>一行中隔开的各块：words kept apart by two blanks or more; a character of the Chinese script is two columns wide.</summary>
internal static class LinePieces
{
    /// <summary>是否可能有几块：a wide blank, or two of any kind beside each other, with words on both sides.</summary>
    public static bool Several(string line)
    {
        var text = line.AsSpan().Trim();
        for (var at = text.IndexOfAny(' ', '\u3000', '\u00a0'); at >= 0; at = text.IndexOfAny(' ', '\u3000', '\u00a0'))
        {
            if (Width(text[at]) == 2 || text[at + 1] is ' ' or '\u3000' or '\u00a0')
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    /// <summary>分块。</summary>
    public static List<Piece> Of(string line)
    {
        var pieces = new List<Piece>();
        int column = 0, start = -1, startColumn = 0, blanks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var width = Width(line[i]);
            if (line[i] is ' ' or '\u3000' or '\u00a0')
            {
                blanks += width;
                if (blanks >= 2 && start >= 0)
                {
                    Add(i);
                }
            }
            else
            {
                if (start < 0)
                {
                    (start, startColumn) = (i, column);
                }

                blanks = 0;
            }

            column += width;
        }

        if (start >= 0)
        {
            Add(line.Length);
        }

        return pieces;

        void Add(int end)
        {
            var text = line[start..end].Trim(' ', '\u3000', '\u00a0');
            pieces.Add(new Piece(text, start, startColumn, text.Sum(Width)));
            start = -1;
        }
    }

    private static int Width(char c) => c >= 0x1100 ? 2 : 1;
}

/// <summary>一块：its text, its first character in the line, its column on the page and its width there.</summary>
internal sealed record Piece(string Text, int Start, int Column, int Width);
