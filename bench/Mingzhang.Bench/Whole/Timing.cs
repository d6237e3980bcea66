using System.Diagnostics;
using System.Globalization;

namespace Mingzhang.Bench.Whole;

/// <summary>一项的用时：warm, over as many rounds as the time allows; the median by the clock, and what was allocated.</summary>
/// <param name="Milliseconds">Median by the clock.</param>
/// <param name="Megabytes">Allocated a round.</param>
internal sealed record Timing(double Milliseconds, double Megabytes)
{
    private const int Least = 3, Most = 60;

    /// <summary>多次。</summary>
    public static Timing Of(Action work, double seconds)
    {
        work();
        work();
        var times = new List<double>();
        var before = GC.GetTotalAllocatedBytes();
        for (var all = Stopwatch.StartNew(); times.Count < Least || (times.Count < Most && all.Elapsed.TotalSeconds < seconds);)
        {
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var allocated = (GC.GetTotalAllocatedBytes() - before) / 1048576.0 / times.Count;
        times.Sort();
        return new Timing(times[times.Count / 2], allocated);
    }

    /// <summary>毫秒，三位有效数字。</summary>
    public static string Said(double milliseconds) => milliseconds switch
    {
        < 10 => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms",
        < 1000 => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        _ => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };

    public override string ToString() => Said(Milliseconds);
}
