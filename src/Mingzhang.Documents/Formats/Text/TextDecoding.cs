using System.Text;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>文字解码：UTF-8 with or without mark, UTF-16 and GB18030, told apart by content; what was found is stated.</summary>
public static class TextDecoding
{
    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>解码; null where the bytes are no text in any of these encodings.</summary>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Try(new UTF8Encoding(false, true), bytes[3..], "UTF-8 (BOM)");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Try(new UnicodeEncoding(false, false, true), bytes[2..], "UTF-16 LE");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Try(new UnicodeEncoding(true, false, true), bytes[2..], "UTF-16 BE");
        }

        if (LooksUtf16(bytes) is { } bigEndian)
        {
            return Try(new UnicodeEncoding(bigEndian, false, true), bytes, bigEndian ? "UTF-16 BE" : "UTF-16 LE");
        }

        return Try(new UTF8Encoding(false, true), bytes, "UTF-8")
            ?? Try(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, "GB18030");
    }

    // Text in UTF-16 without a mark: line ends and digits leave a zero in one byte of the pair, always the same one.
    private static bool? LooksUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return even + odd < Math.Max(2, sample.Length / 50) ? null : odd == 0 ? true : even == 0 ? false : null;
    }

    private static (string, string)? Try(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return Printable(text) ? (text, name) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Control characters other than white space do not occur in text; a binary file is full of them.
    private static bool Printable(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (c == '\0' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')))
            {
                odd++;
            }
        }

        return odd * 200 <= text.Length;
    }
}
