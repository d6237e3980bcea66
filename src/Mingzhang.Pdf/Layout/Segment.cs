using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Layout;

/// <summary>线段：a drawn line on one axis: it stands at At and runs From–To on the other axis.</summary>
internal sealed record Segment(double At, double From, double To)
{
    // Producers draw one border per cell, doubled or broken at the crossings.
    private const double SameLine = 1.5;
    private const double Break = 2.5;
    private const double Shortest = 3;

    public double Length => To - From;

    /// <summary>把同一直线上相接的小段并成长段。</summary>
    public static List<Segment> Joined(IReadOnlyList<PdfRuling> rulings, bool horizontal)
    {
        var pieces = new List<Segment>();
        for (var i = 0; i < rulings.Count; i++)
        {
            var r = rulings[i];
            if (r.Horizontal == horizontal && double.IsFinite(r.X1 + r.X2 + r.Y1 + r.Y2))
            {
                pieces.Add(horizontal ? new Segment(r.Y1, r.X1, r.X2) : new Segment(r.X1, r.Y1, r.Y2));
            }
        }

        pieces.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.From.CompareTo(b.From));
        var joined = new List<Segment>();
        for (var from = 0; from < pieces.Count;)
        {
            var to = from + 1;
            while (to < pieces.Count && pieces[to].At - pieces[from].At <= SameLine)
            {
                to++;
            }

            JoinLevel(CollectionsMarshal.AsSpan(pieces)[from..to], joined);
            from = to;
        }

        joined.Sort(static (a, b) => a.At.CompareTo(b.At));
        return joined;
    }

    private static void JoinLevel(Span<Segment> level, List<Segment> joined)
    {
        level.Sort(static (a, b) => a.From.CompareTo(b.From));
        for (var i = 0; i < level.Length;)
        {
            var (end, weight, sum) = (level[i].To, 0.0, 0.0);
            var from = i;
            for (; i < level.Length && level[i].From <= end + Break; i++)
            {
                end = Math.Max(end, level[i].To);
                weight += level[i].Length;
                sum += level[i].At * level[i].Length;
            }

            if (end - level[from].From >= Shortest)
            {
                joined.Add(new Segment(weight > 0 ? sum / weight : level[from].At, level[from].From, end));
            }
        }
    }
}
