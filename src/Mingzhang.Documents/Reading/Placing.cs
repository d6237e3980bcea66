using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>位置：where on paper something stands, as a place for reports.</summary>
internal static class Placing
{
    /// <summary>一行的位置。</summary>
    public static Place At(this TextLine line, string file) =>
        new() { File = file, Line = line.Line, Page = line.Page, Box = line.Box.Place() };

    /// <summary>框，到 0.1 磅。</summary>
    public static Box? Place(this PaperBox? box) =>
        box is { } b ? new Box(Tenths(b.Left), Tenths(b.Top), Tenths(b.Width), Tenths(b.Height)) : null;

    private static decimal Tenths(double points) => double.IsFinite(points) ? Math.Round((decimal)Math.Clamp(points, -100_000, 100_000), 1) : 0;
}
