using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>注释的外观：form fields, stamps and text boxes are drawn on top of the page and are seen like the rest.</summary>
internal static class Appearances
{
    private const int HiddenFlags = 2 | 32;

    // What a reader marks on a page is no part of it: frames, lines, highlights, remarks.
    private static readonly string[] Marks = ["Popup", "Link", "Text", "Square", "Circle", "Line", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Ink", "Caret"];

    /// <summary>各注释的表单及其位置。</summary>
    public static IEnumerable<(PdfStream Form, Matrix Place)> Of(PdfArray? annotations, HiddenLayers layers)
    {
        for (var i = 0; annotations is not null && i < annotations.Count; i++)
        {
            if (annotations[i].Dictionary is { } annotation
                && (annotation["F"].Integer() & HiddenFlags) == 0
                && !Marks.Contains(annotation["Subtype"].Name ?? "", StringComparer.Ordinal)
                && !layers.IsHidden(annotation.Raw("OC"))
                && Normal(annotation) is { } form
                && Place(form, annotation) is { } place)
            {
                yield return (form, place);
            }
        }
    }

    private static PdfStream? Normal(PdfDictionary annotation)
    {
        var normal = annotation["AP"].Dictionary?["N"] ?? default;
        return normal.Stream ?? (annotation["AS"].Name is { } state ? normal.Dictionary?[state].Stream : null);
    }

    /// <summary>放进注释的框：the form's box, by its own matrix, is stretched to the annotation's.</summary>
    private static Matrix? Place(PdfStream form, PdfDictionary annotation)
    {
        if (annotation["Rect"].Array?.Numbers(4) is not [var x1, var y1, var x2, var y2] || form.Dictionary["BBox"].Array?.Numbers(4) is not [var a, var b, var c, var d])
        {
            return null;
        }

        var from = Matrix.Of(form.Dictionary["Matrix"].Array?.Numbers(6)).Bounds(a, b, c, d);
        var to = Box.Of(new Spot(x1, y1), new Spot(x2, y2));
        if (!(from.Width > 0 && from.Height > 0))
        {
            return null;
        }

        var (sx, sy) = (to.Width / from.Width, to.Height / from.Height);
        return new Matrix(sx, 0, 0, sy, to.Left - (from.Left * sx), to.Top - (from.Top * sy));
    }
}
