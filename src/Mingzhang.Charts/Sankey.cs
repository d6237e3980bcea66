using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一条流：how much of a source goes to a use.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The use.</param>
/// <param name="Value">How much; not below nothing.</param>
/// <param name="Shown">The value in words.</param>
/// <param name="Link">Where the band leads.</param>
/// <param name="Cell">The value as it stands in the table, linked.</param>
public sealed record Band(string From, string To, decimal Value, string Shown, string? Link, Markup Cell);

/// <summary>桑基图：two columns, sources left and uses right; a band is as thick as its money. What is beyond its limit stays in the table.</summary>
public static class Sankey
{
    /// <summary>最多的带。</summary>
    public const int MostBands = 25;

    private const double Thickness = 210, Least = 34, Gap = 8, Post = 7;

    /// <summary>画图。</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="bands">The flows, largest first if some must be left out.</param>
    /// <param name="shown">Writes the value at an end, by its name, as it is printed; empty where none is.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Band> bands, Func<string, string> shown)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(shown);
        var drawn = bands.Where(b => b.Value > 0).Take(MostBands).ToList();
        var total = drawn.Sum(b => b.Value);
        var scale = total == 0 ? 0 : Thickness / (double)total;
        var left = Ends(drawn, b => b.From, scale);
        var right = Ends(drawn, b => b.To, scale);
        var height = Math.Max(Least, Math.Max(Bottom(left), Bottom(right)));
        var marks = new List<Markup>();
        foreach (var band in drawn.OrderBy(b => right[b.To].Number))
        {
            var (from, to, thick) = (left[band.From], right[band.To], (double)band.Value * scale);
            marks.Add(Linked(band.Link, Html($"""
                <path class="band band{from.Number % 4}" d="M{Post} {from.Next}C{Width / 2} {from.Next} {Width / 2} {to.Next} {Width - Post} {to.Next}V{to.Next + thick}C{Width / 2} {to.Next + thick} {Width / 2} {from.Next + thick} {Post} {from.Next + thick}Z"/>

                """), $"{band.From} → {band.To} {band.Shown}"));
            from.Next += thick;
            to.Next += thick;
        }

        foreach (var end in left.Values)
        {
            marks.Add(Html($"<rect class=\"part{end.Number % 4}\" x=\"0\" y=\"{end.Top}\" width=\"{Post}\" height=\"{Math.Max(1, end.Height)}\"/><text x=\"{Post + 5}\" y=\"{Words(end) + 13}\">{Fit(end.Name, 12)}</text><text class=\"value soft\" x=\"{Post + 5}\" y=\"{Words(end) + 28}\">{shown(end.Name)}</text>\n"));
        }

        foreach (var end in right.Values)
        {
            marks.Add(Html($"<rect class=\"before\" x=\"{Width - Post}\" y=\"{end.Top}\" width=\"{Post}\" height=\"{Math.Max(1, end.Height)}\"/><text text-anchor=\"end\" x=\"{Width - Post - 5}\" y=\"{Words(end) + 13}\">{Fit(end.Name, 13)}</text><text class=\"value soft\" text-anchor=\"end\" x=\"{Width - Post - 5}\" y=\"{Words(end) + 28}\">{shown(end.Name)}</text>\n"));
        }

        var description = string.Join("；", drawn.Take(8).Select(b => $"{b.From} → {b.To} {b.Shown}"));
        return Of(frame, Svg(frame, height + 4, description, Join(marks)), bands.Select(b => (IReadOnlyList<Markup>)[Html($"{b.From}"), Html($"{b.To}"), b.Cell]));
    }

    private static Dictionary<string, End> Ends(List<Band> bands, Func<Band, string> name, double scale)
    {
        var ends = new Dictionary<string, End>(StringComparer.Ordinal);
        var y = 0.0;
        foreach (var group in bands.GroupBy(name).OrderByDescending(g => g.Sum(b => b.Value)))
        {
            var height = (double)group.Sum(b => b.Value) * scale;
            ends[group.Key] = new End(group.Key, ends.Count, y, height) { Next = y };
            y += Taken(height) + Gap;
        }

        return ends;
    }

    private static double Bottom(Dictionary<string, End> ends) => ends.Count == 0 ? 0 : ends.Values.Max(e => e.Top + Taken(e.Height));

    // Words stand inside a thick end, and below a thin one, where its band does not run through them.
    private static double Taken(double height) => height >= Least ? height : height + Least - 4;

    private static double Words(End end) => end.Height >= Least ? end.Top : end.Top + end.Height;

    private sealed record End(string Name, int Number, double Top, double Height)
    {
        // Where the next band begins.
        public double Next { get; set; }
    }
}
