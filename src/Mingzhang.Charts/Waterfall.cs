using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一级：the base, a driver, or the result of a waterfall.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">A total, or a difference with its sign.</param>
/// <param name="Total">True for the base and the result.</param>
/// <param name="Shown">The value in words, differences with their sign.</param>
/// <param name="Note">A second word for the table, such as the reason.</param>
/// <param name="Link">Where it leads.</param>
public sealed record Step(string Label, decimal Value, bool Total, string Shown, Markup Note, string? Link);

/// <summary>瀑布图：how last year's figure became this year's, driver by driver, from top to bottom.</summary>
public static class Waterfall
{
    private const double Row = 36, Thick = 12;

    /// <summary>画图。</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="steps">The base, the drivers, the result.</param>
    /// <param name="cut">Words that say that the axis does not begin at nothing, and where; shown only where it does not.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Step> steps, Func<decimal, string> cut)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(cut);
        var drawn = steps.Take(MostMarks / 10).ToList();
        var levels = Levels(drawn);
        var (low, high) = (Math.Min(0, levels.Min(l => Math.Min(l.From, l.To))), Math.Max(0, levels.Max(l => Math.Max(l.From, l.To))));

        // Where the change is small against the whole, the axis begins later, and says so: else nothing could be seen.
        var changing = levels.SelectMany(l => drawn[l.Index].Total ? [l.To] : new[] { l.From, l.To }).ToList();
        var (least, most) = (changing.Min(), changing.Max());
        var start = least > 0 && (most - least) * 4 < most ? Math.Max(0, least - (most - least)) : low;
        var scale = high - start == 0 ? 0 : (Width - 2) / (double)(high - start);
        var marks = levels.Select(level =>
        {
            var step = drawn[level.Index];
            var y = level.Index * Row;
            var (from, to) = (X(step.Total ? start : level.From), X(level.To));
            var kind = step.Total ? level.Index == 0 ? "before" : "now" : step.Value < 0 ? "down" : "up";
            var next = level.Index + 1 < drawn.Count ? Html($"<path class=\"link\" d=\"M{to} {y + 20 + Thick}V{y + Row + 20}\"/>") : Empty;
            return Linked(step.Link, Html($"""
                <text x="0" y="{y + 14}">{Fit(step.Label, 19)}</text><text x="{Width}" y="{y + 14}" class="value" text-anchor="end">{step.Shown}</text><rect class="{kind}" x="{Math.Min(from, to)}" y="{y + 20}" width="{Math.Max(1.5, Math.Abs(to - from))}" height="{Thick}"/>{(step.Total && start > low ? Html($"<path class=\"cut\" d=\"M10 {y + 18}l4 5l-4 5l4 6\"/>") : Empty)}{next}

                """), $"{step.Label} {step.Shown}");
        });
        var note = start > low ? Html($"<text x=\"0\" y=\"{(drawn.Count * Row) + 14}\" class=\"soft\">{cut(start)}</text>") : Empty;
        var description = string.Join("；", drawn.Select(s => $"{s.Label} {s.Shown}"));
        return Of(frame, Svg(frame, (drawn.Count * Row) + (start > low ? 20 : 4), description, Html($"{marks}{note}")), steps.Select(s => (IReadOnlyList<Markup>)[Html($"{s.Label}"), s.Link is null ? Html($"{s.Shown}") : Html($"<a href=\"{s.Link}\">{s.Shown}</a>"), s.Note]));

        double X(decimal value) => 1 + ((double)(value - start) * scale);
    }

    private static List<Level> Levels(List<Step> steps)
    {
        var levels = new List<Level>();
        var at = 0m;
        for (var i = 0; i < steps.Count; i++)
        {
            var to = steps[i].Total ? steps[i].Value : at + steps[i].Value;
            levels.Add(new Level(i, steps[i].Total ? 0 : at, to));
            at = to;
        }

        return levels;
    }

    private sealed record Level(int Index, decimal From, decimal To);
}
