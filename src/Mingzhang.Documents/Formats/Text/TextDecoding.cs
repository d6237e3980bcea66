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

        return Try(new UTF8Encoding(false, true), bytes, "UTF-8")
            ?? Unmarked(bytes, bigEndian: false)
            ?? Unmarked(bytes, bigEndian: true)
            ?? Try(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, "GB18030");
    }

    // UTF-16 without a mark: in the right byte order nearly all characters are Chinese or Latin; the bytes of other encodings read so
    // fall into rare scripts.
    private static (string, string)? Unmarked(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        const int Sample = 8192;
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        var usual = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            var c = bigEndian ? (sample[i] << 8) | sample[i + 1] : (sample[i + 1] << 8) | sample[i];
            usual += c is >= 0x4E00 and <= 0x9FFF or >= 0x20 and < 0x7F or '\n' or '\r' or '\t' or >= 0x3000 and <= 0x303F or >= 0xFF00 and <= 0xFFEF or >= 0x2010 and <= 0x2040 or >= 0x2260 and <= 0x2267 ? 1 : 0;
        }

        return bytes.Length % 2 == 0 && usual * 2 * 20 >= sample.Length * 19
            ? Try(new UnicodeEncoding(bigEndian, false, true), bytes, bigEndian ? "UTF-16 BE" : "UTF-16 LE") : null;
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
