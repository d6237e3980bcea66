using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一条进度。</summary>
/// <param name="Label">What it is.</param>
/// <param name="Part">What is done, as part of one; more than one where more was done than planned.</param>
/// <param name="Expected">What should be done by now, as part of one; null where the year is over or it is not known.</param>
/// <param name="Shown">The rate in words.</param>
/// <param name="Note">Both amounts in words.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Cells">Cells of the table after the label.</param>
public sealed record Progress(string Label, decimal Part, decimal? Expected, string Shown, string Note, string? Link, IReadOnlyList<Markup> Cells);

/// <summary>子弹图：how much of a plan is done; the end of the track is the plan, a tick is where one should be by now.</summary>
public static class BulletChart
{
    private const double Row = 38, Thick = 12;

    /// <summary>画图。</summary>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Progress> rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        var drawn = rows.Take(MostMarks / 12).ToList();
        var most = Math.Clamp(drawn.Select(r => r.Part).Append(1).Max(), 1, 3);
        var marks = drawn.Select((row, i) =>
        {
            var y = i * Row;
            var (whole, done) = (X(1), X(Math.Clamp(row.Part, 0, most)));
            var tick = row.Expected is { } expected ? Html($"<path class=\"tick\" d=\"M{X(expected)} {y + 17}v{Thick + 8}\"/>") : Empty;
            return Linked(row.Link, Html($"""
                <text x="0" y="{y + 14}">{Fit(row.Label, (Width / 13) - (row.Shown.Length * 0.62) - 1)}</text><text x="{Width}" y="{y + 14}" class="value" text-anchor="end">{row.Shown}</text><rect class="track" x="0" y="{y + 21}" width="{whole}" height="{Thick}"/><rect class="now" x="0" y="{y + 24}" width="{done}" height="{Thick - 6}"/><path class="end" d="M{whole} {y + 19}v{Thick + 4}"/>{tick}

                """), $"{row.Label} {row.Shown} {row.Note}");
        });
        var description = string.Join("；", drawn.Take(8).Select(r => $"{r.Label} {r.Shown}"));
        return Of(frame, Svg(frame, Math.Max(Row, drawn.Count * Row), description, Join(marks)), rows.Select(r => (IReadOnlyList<Markup>)[Html($"{r.Label}"), .. r.Cells]));

        double X(decimal part) => Math.Max(0, (Width - 3) * (double)(part / most)) + 1;
    }
}
