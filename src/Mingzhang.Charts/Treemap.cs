using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一块：one part of a whole.</summary>
public sealed record Tile(string Label, decimal Value, string Shown, string? Link, Markup Cell);

/// <summary>矩形树图：boxes as large as their parts, as square as they can be; the small ones together are one, and all stand in the table.</summary>
public static class Treemap
{
    /// <summary>最多的块，不计其他。</summary>
    public const int MostBoxes = 40;

    private const double Height = 280;

    /// <summary>画图。</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="boxes">The parts.</param>
    /// <param name="others">Name of what is left, and its sum in words.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Tile> boxes, Func<int, decimal, Tile> others)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentNullException.ThrowIfNull(others);
        var sorted = boxes.Where(b => b.Value > 0).OrderByDescending(b => b.Value).ToList();
        var drawn = sorted.Take(MostBoxes).ToList();
        if (sorted.Count > MostBoxes)
        {
            drawn.Add(others(sorted.Count - MostBoxes, sorted.Skip(MostBoxes).Sum(b => b.Value)));
        }

        var marks = Squarify([.. drawn.Select(b => (double)b.Value)]).Select((place, i) => Mark(drawn[i], place));
        var description = string.Join("；", drawn.Take(8).Select(b => $"{b.Label} {b.Shown}"));
        return Of(frame, Svg(frame, Height, description, Join(marks)), boxes.Select(b => (IReadOnlyList<Markup>)[Html($"{b.Label}"), b.Cell]));
    }

    private static Markup Mark(Tile box, Area at)
    {
        // Words only where they can be read: two lines, or one, or none.
        var ems = (at.Width - 10) / 13.5;
        var words = ems < 2.6 || at.Height < 18 ? Empty
            : Html($"<text x=\"{at.X + 5}\" y=\"{at.Y + 15}\">{Fit(box.Label, ems)}</text>{(at.Height < 36 || box.Shown.Length * 0.56 > ems ? Empty : Html($"<text class=\"value soft\" x=\"{at.X + 5}\" y=\"{at.Y + 32}\">{box.Shown}</text>"))}");
        return Linked(box.Link, Html($"<rect class=\"box\" x=\"{at.X}\" y=\"{at.Y}\" width=\"{Math.Max(0.5, at.Width)}\" height=\"{Math.Max(0.5, at.Height)}\"/>{words}\n"), $"{box.Label} {box.Shown}");
    }

    // Bruls, Huizing and van Wijk: a row grows while its worst box becomes squarer. Values come largest first.
    private static List<Area> Squarify(double[] values)
    {
        var places = new List<Area>();
        var total = values.Sum();
        var free = new Area(1, 1, Width - 2, Height - 2);
        var unit = total == 0 ? 0 : free.Width * free.Height / total;
        for (var at = 0; at < values.Length;)
        {
            var side = Math.Min(free.Width, free.Height);
            var (count, sum) = (1, values[at] * unit);
            while (at + count < values.Length && Worst(values[at], values[at + count], sum + (values[at + count] * unit)) <= Worst(values[at], values[at + count - 1], sum))
            {
                sum += values[at + count++] * unit;
            }

            var deep = side == 0 ? 0 : sum / side;
            var along = 0.0;
            for (var i = at; i < at + count; i++)
            {
                var length = deep == 0 ? 0 : values[i] * unit / deep;
                places.Add(free.Width < free.Height ? new Area(free.X + along, free.Y, length, deep) : new Area(free.X, free.Y + along, deep, length));
                along += length;
            }

            free = free.Width < free.Height ? new Area(free.X, free.Y + deep, free.Width, Math.Max(0, free.Height - deep)) : new Area(free.X + deep, free.Y, Math.Max(0, free.Width - deep), free.Height);
            at += count;

            double Worst(double largest, double smallest, double all) => Math.Max(side * side * largest * unit / (all * all), all * all / (side * side * Math.Max(smallest * unit, 1e-9)));
        }

        return places;
    }

    private sealed record Area(double X, double Y, double Width, double Height);
}
