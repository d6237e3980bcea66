using System.Runtime.InteropServices;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>颜料：only whether it can be seen on white paper matters here.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Paint(PaintSpace Space, bool White, bool Transparent)
{
    private const double Bright = 0.985;
    private const double Faint = 0.015;

    public static Paint Black { get; } = new(PaintSpace.Additive, White: false, Transparent: false);

    public bool Visible => !White && !Transparent;

    /// <summary>换色彩空间：the first colour of a space is black, except that of inks.</summary>
    public Paint In(PaintSpace space) => this with { Space = space, White = false };

    public Paint In(PaintSpace space, ReadOnlySpan<PdfValue> components) => (this with { Space = space }).Colored(components);

    public Paint Colored(ReadOnlySpan<PdfValue> components)
    {
        var white = Space is PaintSpace.Additive or PaintSpace.Subtractive && components.Length > 0;
        foreach (var component in components)
        {
            white &= component.Kind == ValueKind.Number && (Space == PaintSpace.Additive ? component.Number >= Bright : component.Number <= Faint);
        }

        return this with { White = white };
    }
}

/// <summary>色彩空间的方向：light adds up to white, inks to black; of the others white is not known.</summary>
internal enum PaintSpace
{
    Additive,
    Subtractive,
    Other,
}

/// <summary>识别色彩空间。</summary>
internal static class PaintSpaces
{
    public static PaintSpace Of(PdfValue space, PdfDictionary? resources)
    {
        if (space.Name is { } name && resources?["ColorSpace"].Dictionary?[name] is { IsNull: false } named)
        {
            space = named;
        }

        var kind = space.Name ?? space.Array?[0].Name;
        return kind switch
        {
            "DeviceGray" or "DeviceRGB" or "CalGray" or "CalRGB" or "G" or "RGB" => PaintSpace.Additive,
            "DeviceCMYK" or "CMYK" or "Separation" => PaintSpace.Subtractive,
            "ICCBased" => space.Array?[1].Dictionary?["N"].Integer() == 4 ? PaintSpace.Subtractive : PaintSpace.Additive,
            _ => PaintSpace.Other,
        };
    }
}
