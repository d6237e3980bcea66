using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Layout;

/// <summary>区域：a rectangle in points from the top left corner of the page.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    /// <summary>宽。</summary>
    public double Width => Right - Left;

    /// <summary>高。</summary>
    public double Height => Bottom - Top;

    /// <summary>水平中点。</summary>
    public double Middle => (Left + Right) / 2;

    /// <summary>并上另一区域。</summary>
    public Area With(Area other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>字形的框。</summary>
    internal static Area Of(in PdfGlyph glyph) => new(Math.Min(glyph.Left, glyph.Right), glyph.Top, Math.Max(glyph.Left, glyph.Right), glyph.Bottom);
}
