using System.Text;

namespace Mingzhang.Pdf.Fonts;

/// <summary>预定义编码：CMaps that are known by name.</summary>
internal static class PredefinedMaps
{
    // Half-width Latin letters of Adobe-GB1, whose space stands apart.
    private const int HalfLatin = 814;
    private const int HalfSpace = 7716;
    private static readonly Encoding Utf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>按名字取：null for an unknown one.</summary>
    public static CodeMap? Get(string name)
    {
        var vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        var stem = name.EndsWith("-H", StringComparison.Ordinal) || name.EndsWith("-V", StringComparison.Ordinal) ? name[..^2] : name;
        CodeMap? Charset(int codePage, int latin, CodeLength length) => new CharsetMap(Charsets.Get(codePage), latin, latin == HalfLatin ? HalfSpace : latin - 1, length) { Vertical = vertical };
        CodeMap? Unicode(Encoding encoding, CodeLength length) => new CharsetMap(encoding, Latin(stem) + 1, Latin(stem), length) { Vertical = vertical };
        return stem switch
        {
            "Identity" => new IdentityMap { Vertical = vertical },
            "GB-EUC" or "GBK-EUC" => Charset(936, HalfLatin, DoubleByte),
            "GBKp-EUC" or "GBpc-EUC" => Charset(936, 2, DoubleByte),
            "GBK2K" or "GBKp2K" => Charset(54936, stem == "GBK2K" ? HalfLatin : 2, Gb18030),
            "B5pc" or "ETenms-B5" or "HKscs-B5" => Charset(950, 2, DoubleByte),
            "ETen-B5" => Charset(950, 13649, DoubleByte),
            "90ms-RKSJ" or "90pv-RKSJ" or "83pv-RKSJ" or "Ext-RKSJ" => Charset(932, 232, ShiftJis),
            "90msp-RKSJ" => Charset(932, 2, ShiftJis),
            "EUC" => Charset(51932, 232, DoubleByte),
            "KSC-EUC" or "KSCms-UHC-HW" => Charset(949, 8095, DoubleByte),
            "KSCms-UHC" or "KSCpc-EUC" => Charset(949, 2, DoubleByte),
            _ when stem.StartsWith("Uni", StringComparison.Ordinal) && stem.Contains("-UCS2", StringComparison.Ordinal) => Unicode(Encoding.BigEndianUnicode, static _ => 2),
            _ when stem.StartsWith("Uni", StringComparison.Ordinal) && stem.Contains("-UTF16", StringComparison.Ordinal) => Unicode(Encoding.BigEndianUnicode, Utf16Length),
            _ when stem.StartsWith("Uni", StringComparison.Ordinal) && stem.Contains("-UTF32", StringComparison.Ordinal) => Unicode(Utf32, static _ => 4),
            _ when stem.StartsWith("Uni", StringComparison.Ordinal) && stem.Contains("-UTF8", StringComparison.Ordinal) => Unicode(Encoding.UTF8, Utf8Length),
            _ => null,
        };
    }

    private static int Latin(string stem) => stem.EndsWith("-HW", StringComparison.Ordinal) ? 231 : 1;

    private static int DoubleByte(ReadOnlySpan<byte> bytes) => bytes[0] > 0x80 ? 2 : 1;

    private static int Gb18030(ReadOnlySpan<byte> bytes) => bytes[0] <= 0x80 ? 1 : bytes.Length > 1 && bytes[1] is >= 0x30 and <= 0x39 ? 4 : 2;

    private static int ShiftJis(ReadOnlySpan<byte> bytes) => bytes[0] is (>= 0x81 and <= 0x9f) or (>= 0xe0 and <= 0xfc) ? 2 : 1;

    private static int Utf16Length(ReadOnlySpan<byte> bytes) => bytes[0] is >= 0xd8 and <= 0xdb ? 4 : 2;

    private static int Utf8Length(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        < 0xc0 => 1,
        < 0xe0 => 2,
        < 0xf0 => 3,
        _ => 4,
    };
}
