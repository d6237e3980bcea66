namespace Mingzhang.Pdf.Fonts;

/// <summary>编码的字节。</summary>
internal static class CodeBytes
{
    /// <summary>字节合成的编码：of at most four bytes; more cannot be shown and give the last four.</summary>
    public static int Value(ReadOnlySpan<byte> bytes)
    {
        var value = 0;
        foreach (var b in bytes)
        {
            value = unchecked((value << 8) | b);
        }

        return value;
    }
}
