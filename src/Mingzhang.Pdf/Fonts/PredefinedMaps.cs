using System.Text;

namespace Mingzhang.Pdf.Fonts;

/// <summary>预定义编码：CMaps that are known by name.</summary>
internal static class PredefinedMaps
{
    private static readonly Encoding Utf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>按名字取：null for an unknown one.</summary>
    public static CodeMap? Get(string name)
    {
        var vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        var stem = name.EndsWith("-H", StringComparison.Ordinal) || name.EndsWith("-V", StringComparison.Ordinal) ? name[..^2] : name;
        CodeMap? Charset(int codePage, int latin, CodeLength length) => new CharsetMap(Charsets.Get(codePage), latin, length) { Vertical = vertical };
        CodeMap? Unicode(Encoding encoding, CodeLength length) => new CharsetMap(encoding, Latin(stem), length) { Vertical = vertical };
        return stem switch
        {
            "Identity" => new IdentityMap { Vertical = vertical },
            "GB-EUC" or "GBK-EUC" => Charset(936, 814, DoubleByte),
            "GBKp-EUC" or "GBpc-EUC" => Charset(936, 1, DoubleByte),
            "GBK2K" or "GBKp2K" => Charset(54936, stem == "GBK2K" ? 814 : 1, Gb18030),
            "B5pc" or "ETenms-B5" or "HKscs-B5" => Charset(950, 1, DoubleByte),
            "ETen-B5" => Charset(950, 13648, DoubleByte),
            "90ms-RKSJ" or "90pv-RKSJ" or "83pv-RKSJ" or "Ext-RKSJ" => Charset(932, 231, ShiftJis),
            "90msp-RKSJ" => Charset(932, 1, ShiftJis),
            "EUC" => Charset(51932, 231, DoubleByte),
            "KSC-EUC" or "KSCms-UHC-HW" => Charset(949, 8094, DoubleByte),
            "KSCms-UHC" or "KSCpc-EUC" => Charset(949, 1, DoubleByte),
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
