using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>内联图像：its data stand among the operators and must not be taken for such.</summary>
internal static class InlineImage
{
    /// <summary>往后看这么多字节：after a true end there is text.</summary>
    private const int LookAhead = 12;

    public static void Skip(ref Lexer lexer, ObjectStore store)
    {
        for (var token = lexer.Next(); token.Operator != "ID"; token = lexer.Next())
        {
            if (token.Kind == ValueKind.End || token.Operator == "EI")
            {
                return;
            }
        }

        var start = lexer.Position;
        var data = lexer.Data;
        for (var i = start; i + 2 <= data.Length; i++)
        {
            var step = data[i..].IndexOf("EI"u8);
            if (step < 0)
            {
                break;
            }

            i += step;
            if (i > start && Bytes.IsSpace(data[i - 1]) && LooksLikeText(data[(i + 2)..]))
            {
                store.Work.Spend((i - start) / 4);
                lexer.Position = i + 2;
                return;
            }
        }

        lexer.Position = data.Length;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 0 && !Bytes.IsSpace(rest[0]))
        {
            return false;
        }

        foreach (var b in rest[..Math.Min(LookAhead, rest.Length)])
        {
            if (b is (< 32 or > 126) and not (9 or 10 or 13))
            {
                return false;
            }
        }

        return true;
    }
}
