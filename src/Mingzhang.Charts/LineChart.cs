using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>线上的一点。</summary>
/// <param name="Year">Its year.</param>
/// <param name="Value">Null: there is none, and a slot says why.</param>
/// <param name="Shown">The value in words, or the reason why there is none.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Cell">As it stands in the table.</param>
/// <param name="Mark">Why the series changes here, such as another code; empty where it does not.</param>
public sealed record LinePoint(int Year, decimal? Value, string Shown, string? Link, Markup Cell, string Mark = "");

/// <summary>一条线：one phase, told apart by its dashes and its label, never joined to another.</summary>
public sealed record LineSeries(string Name, IReadOnlyList<LinePoint> Points);

/// <summary>折线图：years from left to right, at most four phases; a missing year breaks the line, and its slot says why.</summary>
public static class LineChart
{
    /// <summary>最多的线。</summary>
    public const int MostSeries = 4;

    private const double Top = 46, Deep = 130, Edge = 14;
    private const int MostYears = 12;

    /// <summary>画图。</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="series">The phases.</param>
    /// <param name="shown">Writes a value of the axis.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<LineSeries> series, Func<decimal, string> shown)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(shown);
        var drawn = series.Take(MostSeries).Select(s => s with { Points = [.. s.Points.OrderBy(p => p.Year).TakeLast(MostYears)] }).ToList();
        var years = drawn.SelectMany(s => s.Points.Select(p => p.Year)).Distinct().Order().ToList();
        var values = drawn.SelectMany(s => s.Points.Select(p => p.Value)).OfType<decimal>().DefaultIfEmpty(0).ToList();
        var (low, high) = (values.Min(), values.Max());

        // Where all values are near each other the axis begins later, at a value that is written beside it.
        low = low > 0 && (high - low) * 3 < high ? Math.Max(0, low - (high - low)) : Math.Min(0, low);
        var marks = new List<Markup> { Axis(years, low, high, shown) };
        var gaps = drawn.SelectMany(s => s.Points).GroupBy(p => p.Year).Where(g => g.All(p => p.Value is null)).Select(g => g.First());
        marks.AddRange(gaps.Select(g => Html($"<g><title>{g.Year} {g.Shown}</title><rect class=\"gap\" x=\"{X(g.Year) - 11}\" y=\"{Top}\" width=\"22\" height=\"{Deep}\"/></g>\n")));
        marks.AddRange(drawn.Select((s, i) => Series(s, i)));
        var height = Top + Deep + 24;
        var description = string.Join("；", drawn.Select(s => s.Name + "：" + string.Join("、", s.Points.Select(p => $"{p.Year} {p.Shown}"))));
        return Of(frame, Svg(frame, height, description, Join(marks)), series.SelectMany(s => s.Points.Select(p => (IReadOnlyList<Markup>)[Html($"{p.Year} {s.Name}"), p.Cell, Html($"{(p.Value is null ? p.Shown : p.Mark)}")])));

        double X(int year) => years.Count < 2 ? Width / 2 : Edge + ((Width - (2 * Edge)) * (year - years[0]) / (years[^1] - years[0]));
        double Y(decimal value) => high == low ? Top + (Deep / 2) : Top + (Deep * (double)((high - value) / (high - low)));
        Markup Axis(List<int> all, decimal least, decimal most, Func<decimal, string> write) => Html($"""
            <path class="axis" d="M0 {Top}H{Width}M0 {Top + Deep}H{Width}"/><text class="value soft" x="0" y="{Top - 5}">{write(most)}</text><text class="value soft" x="0" y="{Top + Deep - 5}">{write(least)}</text>{all.Select(y => Html($"<text x=\"{X(y)}\" y=\"{Top + Deep + 18}\" text-anchor=\"{(all.Count < 2 ? "middle" : y == all[0] ? "start" : y == all[^1] ? "end" : "middle")}\">{y}</text>"))}

            """);

        Markup Series(LineSeries s, int number)
        {
            var known = s.Points.Where(p => p.Value is not null).ToList();
            var path = Join(known.Select((p, i) => i > 0 && known[i - 1].Year == p.Year - 1 ? Html($"L{X(p.Year)} {Y(p.Value!.Value)}") : Html($"M{X(p.Year)} {Y(p.Value!.Value)}")));
            var name = number * Width / drawn.Count;
            return Html($"""
                <path class="course course{number}" d="M{name} 9h22"/><text x="{name + 27}" y="14">{Fit(s.Name, ((Width / drawn.Count) - 30) / 13.5)}</text><path class="course course{number}" d="{path}"/>{known.Select(p => Linked(p.Link, Html($"<circle class=\"point{number}\" cx=\"{X(p.Year)}\" cy=\"{Y(p.Value!.Value)}\" r=\"4\"/>{(p.Mark.Length > 0 ? Html($"<path class=\"mark\" d=\"M{X(p.Year)} {Y(p.Value.Value) - 8}l5 -9h-10z\"/>") : Empty)}"), $"{s.Name} {p.Year} {p.Shown} {p.Mark}"))}

                """);
        }
    }
}
