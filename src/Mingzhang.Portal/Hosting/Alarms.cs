using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Mingzhang.Portal.Hosting;

/// <summary>警报：how often in this hour somebody was refused or slowed; what comes more often than its bound is told once in the log, and stands on the page of health. Nothing of who it was is counted.</summary>
/// <param name="clock">The clock.</param>
/// <param name="bounds">What differs from the usual bounds.</param>
internal sealed class Alarms(TimeProvider clock, IReadOnlyDictionary<string, int>? bounds = null) : IDisposable
{
    /// <summary>计量的名称。</summary>
    public const string MeterName = "Mingzhang.Security";

    /// <summary>请求过多，被要求稍候。</summary>
    public const string Slowed = "slowed";

    private static readonly Action<ILogger, string, int, int, Exception?> Rung = LoggerMessage.Define<string, int, int>(LogLevel.Warning, new EventId(3), "alarm: {What} {Count} times within the hour, more than {Bound}");

    private readonly Meter _meter = new(MeterName);
    private readonly ConcurrentDictionary<string, int> _counted = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Counter<long>? _counter;
    private long _hour;

    /// <summary>各种事件一小时内的限度。</summary>
    public static IReadOnlyDictionary<string, int> Usual { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [Slowed] = 300,
        ["sign-in failed"] = 60,
        ["sign-in locked"] = 5,
        ["digits used twice"] = 2,
        ["refused"] = 60,
        ["stale form"] = 30,
        ["upload refused"] = 10,
        ["reset"] = 10,
    };

    /// <summary>日志; null until the server has one.</summary>
    public ILogger? Log { get; set; }

    /// <summary>记一次。</summary>
    public void Count(string what)
    {
        if (!Usual.ContainsKey(what))
        {
            return;
        }

        (_counter ??= _meter.CreateCounter<long>("mingzhang.security.events")).Add(1, new KeyValuePair<string, object?>("what", what));
        lock (_gate)
        {
            var hour = clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (hour != _hour)
            {
                _hour = hour;
                _counted.Clear();
            }

            if (_counted.AddOrUpdate(what, 1, (_, n) => n + 1) == Bound(what) + 1 && Log is { } log)
            {
                Rung(log, what, Bound(what) + 1, Bound(what), null);
            }
        }
    }

    /// <summary>这一小时的，各有限度。</summary>
    public IReadOnlyList<Alarm> Now()
    {
        lock (_gate)
        {
            var current = clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour == _hour;
            return [.. Usual.Keys.Order(StringComparer.Ordinal).Select(w => new Alarm(w, current ? _counted.GetValueOrDefault(w) : 0, Bound(w)))];
        }
    }

    /// <summary>由写法：KIND=NUMBER, with commas between; null where it is not understood. Blanks of a kind are written as hyphens.</summary>
    public static IReadOnlyDictionary<string, int>? Read(string text)
    {
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one.Split('=', 2) is not [var key, var number] || Usual.Keys.FirstOrDefault(k => k.Replace(' ', '-') == key) is not { } what || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var bound))
            {
                return null;
            }

            read[what] = bound;
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private int Bound(string what) => bounds?.TryGetValue(what, out var own) == true ? own : Usual[what];
}

/// <summary>一种事件。</summary>
/// <param name="What">Its kind.</param>
/// <param name="Count">How often in this hour.</param>
/// <param name="Bound">From where on it is too often.</param>
internal sealed record Alarm(string What, int Count, int Bound)
{
    /// <summary>是否过多。</summary>
    public bool Rings => Count > Bound;
}
