using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Writing;

/// <summary>批注：a remark on a page, with the places that it speaks of.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Boxes">Places in points from the top left of the page as seen; without any the remark stands in the page's corner.</param>
/// <param name="Title">Who or what speaks, such as the number of a rule.</param>
/// <param name="Text">The remark.</param>
/// <param name="Colour">Colour of frame and sign.</param>
public sealed record PdfNote(int Page, IReadOnlyList<PdfNoteBox> Boxes, string Title, string Text, PdfColour Colour)
{
    /// <summary>是否涂亮：else the places are framed.</summary>
    public bool Highlight { get; init; }
}

/// <summary>批注的位置：in points from the top left of the page as seen.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PdfNoteBox(double Left, double Top, double Width, double Height);

/// <summary>颜色：0 to 255.</summary>
public sealed record PdfColour(byte Red, byte Green, byte Blue);
