using System.Text;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字体说明：name, weight and program out of the dictionaries of a font.</summary>
internal sealed class FontDescription
{
    private const int ForceBold = 1 << 18;
    private const int SymbolicFlag = 1 << 2;
    private static readonly string[] BoldWords = ["Bold", "Black", "Heavy", "Demi", "粗", "特黑", "超黑"];
    private readonly PdfDictionary? _descriptor;

    public FontDescription(PdfDictionary font)
    {
        _descriptor = font["FontDescriptor"].Dictionary;
        BaseFont = font["BaseFont"].Name ?? _descriptor?["FontName"].Name ?? font["Name"].Name ?? "";
        Name = TextStrings.Decode(Encoding.Latin1.GetBytes(WithoutPrefix(BaseFont)));
        Bold = Array.Exists(BoldWords, w => Name.Contains(w, StringComparison.OrdinalIgnoreCase))
            || (Flags & ForceBold) != 0 || _descriptor?["FontWeight"].Number >= 600;
    }

    public string BaseFont { get; }

    public string Name { get; }

    public bool Bold { get; }

    public bool Symbolic => (Flags & SymbolicFlag) != 0;

    /// <summary>字体程序：embedded as TrueType, Type 1 or another.</summary>
    public PdfStream? TrueType => _descriptor?["FontFile2"].Stream ?? _descriptor?["FontFile3"].Stream;

    public PdfStream? Type1 => _descriptor?["FontFile"].Stream;

    public double? MissingWidth => _descriptor?["MissingWidth"] is { Kind: ValueKind.Number } width ? width.Number : null;

    private int Flags => _descriptor?["Flags"].Integer() ?? 0;

    private static string WithoutPrefix(string name) => name.Length > 7 && name[6] == '+' ? name[7..] : name;
}
