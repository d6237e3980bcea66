using System.Diagnostics;
using System.Globalization;

namespace Mingzhang.App.Commands;

/// <summary>进度：a bar on the terminal where reports go elsewhere, plain lines every few seconds where asked for, nothing in pipes.</summary>
internal sealed class Progress : IDisposable
{
    private const int Width = 24;
    private static readonly TimeSpan BarEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);
    private static readonly Progress None = new("", "", 0, Shape.None);

    private readonly string _what;
    private readonly string _english;
    private readonly int _all;
    private readonly Shape _shape;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _told;
    private int _done;
    private int _passed;

    private Progress(string what, string english, int all, Shape shape)
    {
        (_what, _english, _all, _shape) = (what, english, all, shape);
        Messages.BeforeMessage = shape == Shape.Bar ? Erase : null;
    }

    private enum Shape
    {
        None,
        Bar,
        Lines,
    }

    /// <summary>开始。</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="all">How many files.</param>
    /// <param name="lines">Whether plain lines are asked for.</param>
    /// <param name="elsewhere">Whether reports go elsewhere than to the terminal.</param>
    public static Progress Of(string what, string english, int all, bool lines, bool elsewhere) =>
        all > 1 && lines && Console.IsErrorRedirected ? new(what, english, all, Shape.Lines)
        : all > 1 && !Console.IsErrorRedirected && (elsewhere || Console.IsOutputRedirected) ? new(what, english, all, Shape.Bar) : None;

    /// <summary>又完成一份; one that was finished before tells nothing of how long the rest will take.</summary>
    public void Step(bool passed)
    {
        _done++;
        _passed += passed ? 1 : 0;
        if (_shape == Shape.None || _watch.Elapsed - _told < (_shape == Shape.Bar ? BarEvery : LineEvery))
        {
            return;
        }

        _told = _watch.Elapsed;
        var left = Left is { } time ? Time(time) : "--:--";
        if (_shape == Shape.Lines)
        {
            Console.Error.WriteLine($"mingzhang: {_what} {_done}/{_all}，用时 {Time(_watch.Elapsed)}，约剩 {left} / {_english}, elapsed {Time(_watch.Elapsed)}, left {left}");
            return;
        }

        var filled = Width * _done / _all;
        Console.Error.Write($"\r\u001b[K{_what} {new string('█', filled)}{new string('░', Width - filled)} {_done}/{_all} {100 * _done / _all}% 约剩 {left}");
    }

    public void Dispose()
    {
        Messages.BeforeMessage = null;
        if (_shape == Shape.Bar)
        {
            Erase();
        }
    }

    private TimeSpan? Left => _done > _passed ? _watch.Elapsed / (_done - _passed) * (_all - _done) : null;

    private static void Erase() => Console.Error.Write("\r\u001b[K");

    private static string Time(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"mm\:ss", CultureInfo.InvariantCulture);
}
