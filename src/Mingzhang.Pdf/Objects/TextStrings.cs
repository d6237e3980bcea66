using System.Text;

namespace Mingzhang.Pdf.Objects;

/// <summary>文本串：bytes that are text for people: titles, names of fonts, ActualText.</summary>
internal static class TextStrings
{
    private const int Gbk = 936;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>解码：by its mark; without one ASCII, UTF-8 where it is such, else GBK, which Chinese producers write against the standard.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xfe, 0xff, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xff, 0xfe, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xef, 0xbb, 0xbf, .. var rest] => Encoding.UTF8.GetString(rest),
        [(byte)'<', .. var digits, (byte)'>'] when IsHexadecimal(digits) => Unmarked(StringTokens.HexBytes(digits)),
        _ => Unmarked(bytes),
    };

    /// <summary>十六进制的标题：Distiller writes the bytes of a name that it cannot encode so.</summary>
    private static bool IsHexadecimal(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (Bytes.Hex(digit) < 0)
            {
                return false;
            }
        }

        return digits.Length > 0 && digits.Length % 2 == 0;
    }

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Gbk)!.GetString(bytes);
        }
    }
}
