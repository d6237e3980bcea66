using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一份的日期：days after approval on which it was published.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Days">Days from approval to publication; below nothing where it was published before.</param>
/// <param name="Late">Whether that was too late.</param>
/// <param name="Shown">In words.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Cells">Cells of the table after the label.</param>
public sealed record CalendarRow(string Label, int Days, bool Late, string Shown, string? Link, IReadOnlyList<Markup> Cells)
{
    /// <summary>自己的期限：its own last day, counted from approval; null for that of all.</summary>
    public int? Due { get; init; }
}

/// <summary>日历带：the day of approval, the day that the law sets, and the day of publication, one line a body.</summary>
public static class CalendarStrip
{
    private const double Row = 34, Head = 22, Radius = 5;

    /// <summary>画图。</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="rows">Those whose dates are known.</param>
    /// <param name="limit">The last day in time, counted from approval.</param>
    /// <param name="start">Word for the day of approval.</param>
    /// <param name="end">Word for the last day.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<CalendarRow> rows, int limit, string start, string end)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        var drawn = rows.Take(MostMarks / 9).ToList();
        var most = Math.Max(drawn.Select(r => r.Due ?? limit).DefaultIfEmpty(limit).Max() + 5, drawn.Count == 0 ? 0 : Math.Min(drawn.Max(r => r.Days), limit * 6));
        var height = Head + (Math.Max(1, drawn.Count) * Row);

        // One line for all, where all have the same last day; else each has its own.
        var shared = drawn.TrueForAll(r => r.Due is null);
        var marks = drawn.Select((row, i) =>
        {
            var y = Head + (i * Row);
            var x = X(row.Days);
            return Linked(row.Link, Html($"""
                <text x="0" y="{y + 14}">{Fit(row.Label, 17)}</text><text x="{Width}" y="{y + 14}" class="value" text-anchor="end">{row.Shown}</text><path class="axis" d="M{X(0)} {y + 23}H{X(most)}"/><path class="span" d="M{X(0)} {y + 23}H{x}"/>{When(!shared, () => Html($"<path class=\"tick dashed\" d=\"M{X(row.Due ?? limit)} {y + 15}v16\"/>"))}<circle class="ring" cx="{X(0)}" cy="{y + 23}" r="{Radius - 1}"/>{(row.Late ? Html($"<path class=\"now\" d=\"M{x - 6} {y + 23}l6 -6l6 6l-6 6z\"/>") : Html($"<circle class=\"down\" cx=\"{x}\" cy=\"{y + 23}\" r=\"{Radius}\"/>"))}

                """), $"{row.Label} {row.Shown}");
        });
        var lines = Html($"{When(shared, () => Html($"<path class=\"tick dashed\" d=\"M{X(limit)} {Head - 4}V{height}\"/>"))}<text class=\"soft\" x=\"0\" y=\"13\">{start}</text><text class=\"soft\" x=\"{X(limit)}\" y=\"13\" text-anchor=\"middle\">{end}</text>");
        var description = string.Join("；", drawn.Take(8).Select(r => $"{r.Label} {r.Shown}"));
        return Of(frame, Svg(frame, height, description, Html($"{lines}{Join(marks)}")), rows.Select(r => (IReadOnlyList<Markup>)[Html($"{r.Label}"), .. r.Cells]));

        double X(int days) => Radius + ((Width - (2 * Radius) - 2) * Math.Clamp(days, 0, most) / most);
    }
}
