using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>页框：the size of a page as seen, and the matrix from its own space.</summary>
internal sealed record PageFrame(double Width, double Height, Matrix ToPage)
{
    /// <summary>没有页框时用 A4。</summary>
    private static readonly double[] Usual = [0, 0, 595, 842];

    public static PageFrame Of(PdfDictionary page)
    {
        var media = Normal(page["MediaBox"].Array?.Numbers(4)) ?? Usual;
        var box = Cut(media, Normal(page["CropBox"].Array?.Numbers(4))) ?? media;
        var unit = page["UserUnit"] is { Kind: ValueKind.Number, Number: > 0 and <= 1000 } given ? given.Number : 1;
        var (x1, y1, x2, y2) = (box[0], box[1], box[2], box[3]);
        var turn = (((int)Math.Round(page["Rotate"].Integer() / 90.0) % 4) + 4) % 4;
        var matrix = turn switch
        {
            1 => new Matrix(0, 1, 1, 0, -y1, -x1),
            2 => new Matrix(-1, 0, 0, 1, x2, -y1),
            3 => new Matrix(0, -1, -1, 0, y2, x2),
            _ => new Matrix(1, 0, 0, -1, -x1, y2),
        };
        var (width, height) = ((x2 - x1) * unit, (y2 - y1) * unit);
        return new PageFrame(turn % 2 == 0 ? width : height, turn % 2 == 0 ? height : width, matrix.Then(new Matrix(unit, 0, 0, unit, 0, 0)));
    }

    /// <summary>左下与右上：null for a box without area.</summary>
    private static double[]? Normal(double[]? box) => box is [var a, var b, var c, var d] && Math.Abs(a - c) is > 0 and < 1e6 && Math.Abs(b - d) is > 0 and < 1e6
        ? [Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)]
        : null;

    private static double[]? Cut(double[] media, double[]? crop) => crop is null ? null
        : Normal([Math.Max(media[0], crop[0]), Math.Max(media[1], crop[1]), Math.Min(media[2], crop[2]), Math.Min(media[3], crop[3])]) is { } cut
            && crop[0] < media[2] && crop[2] > media[0] && crop[1] < media[3] && crop[3] > media[1] ? cut : null;
}
