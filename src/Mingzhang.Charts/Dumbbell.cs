using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>两点：one row with a value before and a value after; either may be missing, and the reason is then said.</summary>
public sealed record TwoPoints(string Label, decimal? Before, decimal? After, string ShownBefore, string ShownAfter, string? Link, Markup CellBefore, Markup CellAfter);

/// <summary>哑铃图：two figures a row: last year and this, budget and final account. The one before is a ring, the one after a disc, so that colour is never alone.</summary>
public static class Dumbbell
{
    private const double Row = 40, Radius = 5;

    /// <summary>画图。</summary>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<TwoPoints> rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        var drawn = rows.Where(r => r.Before is not null || r.After is not null).Take(MostMarks / 14).ToList();
        var values = drawn.SelectMany(r => new[] { r.Before, r.After }).OfType<decimal>().Append(0).ToList();
        var (low, high) = (Math.Min(0, values.Min()), values.Max());
        var scale = high - low == 0 ? 0 : (Width - (2 * Radius)) / (double)(high - low);
        var marks = drawn.Select((row, i) =>
        {
            var y = i * Row;
            var (before, after) = (row.Before is { } b ? X(b) : (double?)null, row.After is { } a ? X(a) : (double?)null);
            return Linked(row.Link, Html($"""
                <text x="0" y="{y + 14}">{Fit(row.Label, 15)}</text><text x="{Width}" y="{y + 14}" class="value" text-anchor="end">{row.ShownBefore} → {row.ShownAfter}</text><path class="axis" d="M0 {y + 27}H{Width}"/>{(before is { } from && after is { } to ? Html($"<path class=\"span\" d=\"M{from} {y + 27}H{to}\"/>") : Empty)}{(before is { } ring ? Html($"<circle class=\"ring\" cx=\"{ring}\" cy=\"{y + 27}\" r=\"{Radius}\"/>") : Empty)}{(after is { } disc ? Html($"<circle class=\"now\" cx=\"{disc}\" cy=\"{y + 27}\" r=\"{Radius}\"/>") : Empty)}

                """), $"{row.Label} {row.ShownBefore} → {row.ShownAfter}");
        });
        var description = string.Join("；", drawn.Take(8).Select(r => $"{r.Label} {r.ShownBefore} → {r.ShownAfter}"));
        return Of(frame, Svg(frame, Math.Max(Row, drawn.Count * Row), description, Join(marks)), rows.Select(r => (IReadOnlyList<Markup>)[Html($"{r.Label}"), r.CellBefore, r.CellAfter]));

        double X(decimal value) => Radius + ((double)(value - low) * scale);
    }
}
