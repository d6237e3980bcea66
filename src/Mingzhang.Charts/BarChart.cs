using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>横条：one row of a bar chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its length.</param>
/// <param name="Shown">The value in words, with its unit if need be.</param>
/// <param name="Note">A second word: its share, its change.</param>
/// <param name="Link">Where the mark leads; null: nowhere.</param>
/// <param name="Cell">The value as it stands in the table, linked.</param>
public sealed record Bar(string Label, decimal Value, string Shown, string Note, string? Link, Markup Cell);

/// <summary>横条图：parts of a whole, or a ranking: the default of all charts.</summary>
public static class BarChart
{
    private const double Row = 34, Thick = 9;

    /// <summary>画图; what is beyond the limit of marks stays in the table.</summary>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(bars);
        var drawn = bars.Take(MostMarks / 12).ToList();
        var high = Math.Max(0, drawn.Count == 0 ? 1 : drawn.Max(b => b.Value));
        var low = Math.Min(0, drawn.Count == 0 ? 0 : drawn.Min(b => b.Value));
        var scale = high - low == 0 ? 0 : Width / (double)(high - low);
        var zero = (double)-low * scale;
        var marks = drawn.Select((bar, i) =>
        {
            var y = i * Row;
            var length = Math.Max(bar.Value == 0 ? 0 : 1.5, (double)Math.Abs(bar.Value) * scale);
            var value = bar.Note.Length > 0 ? bar.Shown + "　" + bar.Note : bar.Shown;
            var room = (Width / 13) - (value.Length * 0.62) - 1;
            return Linked(bar.Link, Html($"""
                <text x="0" y="{y + 14}">{Fit(bar.Label, room)}</text><text x="{Width}" y="{y + 14}" class="value" text-anchor="end">{value}</text><rect class="track" x="0" y="{y + 19}" width="{Width}" height="{Thick}"/><rect class="{(bar.Value < 0 ? "down" : "now")}" x="{(bar.Value < 0 ? zero - length : zero)}" y="{y + 19}" width="{length}" height="{Thick}"/>

                """), $"{bar.Label} {bar.Shown} {bar.Note}");
        });
        var description = string.Join("；", drawn.Take(8).Select(b => $"{b.Label} {b.Shown}"));
        return Of(frame, Svg(frame, Math.Max(Row, drawn.Count * Row), description, Join(marks)), bars.Select(b => (IReadOnlyList<Markup>)[Html($"{b.Label}"), b.Cell, Html($"{b.Note}")]));
    }

    /// <summary>表中的横条：a small bar beside a figure of a tree table; its figure says the value.</summary>
    public static Markup InCell(decimal value, decimal whole)
    {
        var share = whole == 0 ? 0 : Math.Clamp((double)(value / whole) * 100, 0, 100);
        return Html($"<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"now\" width=\"{share}\" height=\"8\"/></svg>");
    }
}
