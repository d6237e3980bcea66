using static Mingzhang.Charts.ChartFigure;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>一个同类。</summary>
public sealed record Peer(string Label, decimal Value, string Shown, bool Own, string? Link, Markup Cell);

/// <summary>同类带：one dot a body on one line, the own one filled, the median ticked. Fewer than ten make no statistic, and no picture.</summary>
public static class PeerStrip
{
    /// <summary>最少的同类，含自己。</summary>
    public const int Fewest = 10;

    private const double Axis = 52, Height = 74, Radius = 4.5;

    /// <summary>中位数; between the two middle values where their number is even.</summary>
    public static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>画图; nothing where the peers are too few.</summary>
    /// <param name="frame">Its words.</param>
    /// <param name="peers">All, the own one among them.</param>
    /// <param name="median">Word for the median, and its value in words.</param>
    public static Markup Draw(ChartFrame frame, IReadOnlyList<Peer> peers, Func<decimal, string> median)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(peers);
        ArgumentNullException.ThrowIfNull(median);
        if (peers.Count < Fewest)
        {
            return Empty;
        }

        // The own dot is drawn last, so that none covers it.
        var drawn = peers.Where(p => !p.Own).Take((MostMarks / 4) - 10).Concat(peers.Where(p => p.Own).Take(1)).ToList();
        var (low, high, middle) = (peers.Min(p => p.Value), peers.Max(p => p.Value), Median(peers.Select(p => p.Value)));
        var marks = drawn.Select(p => Linked(p.Link, p.Own
            ? Html($"<path class=\"link\" d=\"M{X(p.Value)} 20V{Axis - Radius}\"/><circle class=\"now\" cx=\"{X(p.Value)}\" cy=\"{Axis}\" r=\"{Radius + 1.5}\"/><text x=\"{X(p.Value)}\" y=\"14\" text-anchor=\"{Anchor(X(p.Value))}\">{Fit(p.Label, 17)} {p.Shown}</text>\n")
            : Html($"<circle class=\"peer\" cx=\"{X(p.Value)}\" cy=\"{Axis}\" r=\"{Radius}\"/>\n"), $"{p.Label} {p.Shown}"));
        var tick = Html($"<path class=\"tick\" d=\"M{X(middle)} {Axis - 12}v24\"/><text class=\"soft\" x=\"{X(middle)}\" y=\"{Axis - 16}\" text-anchor=\"{Anchor(X(middle))}\">{median(middle)}</text>");
        var ends = Html($"<text class=\"value soft\" x=\"0\" y=\"{Height}\">{peers.First(p => p.Value == low).Shown}</text><text class=\"value soft\" x=\"{Width}\" y=\"{Height}\" text-anchor=\"end\">{peers.First(p => p.Value == high).Shown}</text>");
        var own = peers.FirstOrDefault(p => p.Own);
        return Of(frame, Svg(frame, Height + 4, $"{own?.Label} {own?.Shown}；{median(middle)}", Html($"<path class=\"axis\" d=\"M0 {Axis}H{Width}\"/>{ends}{Join(marks)}{tick}")),
            peers.OrderByDescending(p => p.Value).Select(p => (IReadOnlyList<Markup>)[p.Own ? Html($"<b>{p.Label}</b>") : Html($"{p.Label}"), p.Cell]));

        double X(decimal value) => high == low ? Width / 2 : Radius + 2 + ((Width - (2 * Radius) - 4) * (double)((value - low) / (high - low)));
    }

    private static string Anchor(double x) => x < Width / 3 ? "start" : x > Width * 2 / 3 ? "end" : "middle";
}
