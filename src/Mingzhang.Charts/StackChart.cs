using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一年的构成：one value a part, in the order of the parts; null where it is not stated.</summary>
public sealed record StackRow(string Label, IReadOnlyList<StackPart> Parts);

/// <summary>构成的一部分。</summary>
public sealed record StackPart(decimal? Value, string Shown, string? Link, Markup Cell);

/// <summary>百分比堆叠图：what a whole was made of, year by year; each part carries its number, so that colour is never alone.</summary>
public static class StackChart
{
    /// <summary>最多的部分。</summary>
    public const int MostParts = 6;

    private const double Row = 30, Thick = 22, Label = 46;

    /// <summary>画图。</summary>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<string> parts, IReadOnlyList<StackRow> rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(rows);
        var names = parts.Take(MostParts).ToList();
        var drawn = rows.TakeLast(8).ToList();
        var legend = ((names.Count + 1) / 2 * 20) + 6.0;
        var marks = names.Select((name, i) => Html($"<rect class=\"part{i}\" x=\"{i % 2 * Width / 2}\" y=\"{(i / 2 * 20) + 2}\" width=\"13\" height=\"13\"/><text x=\"{(i % 2 * Width / 2) + 18}\" y=\"{(i / 2 * 20) + 14}\">{i + 1} {Fit(name, 12)}</text>\n")).Concat(drawn.Select((row, i) => Bar(row, legend + (i * Row), names)));
        var description = string.Join("；", drawn.Select(r => r.Label + " " + string.Join("、", r.Parts.Take(MostParts).Select((p, i) => (i < names.Count ? names[i] : "") + " " + p.Shown))));
        return Of(frame, Svg(frame, legend + (Math.Max(1, drawn.Count) * Row), description, Join(marks)), rows.Select(r => (IReadOnlyList<Markup>)[Html($"{r.Label}"), .. r.Parts.Select(p => p.Cell)]));
    }

    private static Markup Bar(StackRow row, double y, List<string> names)
    {
        var values = row.Parts.Take(MostParts).Select(p => Math.Max(0, p.Value ?? 0)).ToList();
        var total = values.Sum();
        var scale = total == 0 ? 0 : (Width - Label) / (double)total;
        var x = Label;
        var bars = new List<Markup> { Html($"<text x=\"0\" y=\"{y + 16}\">{Fit(row.Label, 3.3)}</text>") };
        for (var i = 0; i < values.Count; i++)
        {
            var wide = (double)values[i] * scale;
            if (wide > 0)
            {
                var share = (values[i] / total * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture) + "%";
                var word = wide > 52 ? $"{i + 1}：{share}" : wide > 16 ? $"{i + 1}" : "";
                bars.Add(Linked(row.Parts[i].Link, Html($"<rect class=\"part{i}\" x=\"{x}\" y=\"{y}\" width=\"{Math.Max(0.5, wide - 1.5)}\" height=\"{Thick}\"/>{(word.Length > 0 ? Html($"<text class=\"on\" x=\"{x + 4}\" y=\"{y + 16}\">{word}</text>") : Empty)}"), $"{row.Label} {(i < names.Count ? names[i] : "")} {row.Parts[i].Shown} {share}"));
            }

            x += wide;
        }

        return Join(bars);
    }
}
