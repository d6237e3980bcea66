using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>微线图：the course of one figure over years, as small as a word; years that are missing break it, and the last point is marked.</summary>
public static class Sparkline
{
    private const double Width = 80, Height = 20, Edge = 3;

    /// <summary>画图; fewer than two points make none.</summary>
    /// <param name="points">Year and value, in order.</param>
    /// <param name="words">What it shows, for those who do not see it.</param>
    public static Markup Draw(IReadOnlyList<YearValue> points, string words)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count < 2)
        {
            return Empty;
        }

        var (first, last) = (points[0].Year, points[^1].Year);
        var (low, high) = (points.Min(p => p.Value), points.Max(p => p.Value));
        double X(int year) => Edge + ((Width - (2 * Edge)) * (year - first) / Math.Max(1, last - first));
        double Y(decimal value) => high == low ? Height / 2 : Height - Edge - ((Height - (2 * Edge)) * (double)((value - low) / (high - low)));
        var path = Join(points.Select((p, i) => i > 0 && points[i - 1].Year == p.Year - 1 ? Html($"L{X(p.Year)} {Y(p.Value)}") : Html($"M{X(p.Year)} {Y(p.Value)}")));
        var dots = points.Select((p, i) => Html($"<circle class=\"{(i == points.Count - 1 ? "now" : "dot")}\" cx=\"{X(p.Year)}\" cy=\"{Y(p.Value)}\" r=\"{(i == points.Count - 1 ? 2.6 : 1.6)}\"/>"));
        return Html($"<svg class=\"spark\" role=\"img\" viewBox=\"0 0 {Width} {Height}\"><title>{words}</title><path class=\"course\" d=\"{path}\"/>{dots}</svg>");
    }
}

/// <summary>一年的值。</summary>
public sealed record YearValue(int Year, decimal Value);
