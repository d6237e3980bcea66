using System.Diagnostics;
using System.Globalization;

namespace Mingzhang.Bench.Whole;

/// <summary>一个进程的用时和内存：a program from its start to its end, as whoever waits for it sees it.</summary>
/// <param name="Milliseconds">Median by the clock.</param>
/// <param name="Megabytes">The most that it held.</param>
internal sealed record Outside(double Milliseconds, double Megabytes)
{
    /// <summary>有没有这个程序。</summary>
    public static bool Here(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => p.Length > 0 && File.Exists(Path.Combine(p, program)));

    /// <summary>有系统软件包的 python: another one may stand before it in the path.</summary>
    public static string Python { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>python 有没有这个模块。</summary>
    public static bool HasModule(string module) => (File.Exists(Python) || Here(Python)) && Once(Python, ["-c", "import " + module]).Code == 0;

    /// <summary>多次; whatever it makes goes into a folder that is thrown away.</summary>
    public static Outside Of(int rounds, string program, params string[] arguments)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => Once(program, arguments)).ToList();
        var failed = runs.FirstOrDefault(r => r.Code > 1);
        if (failed is not null)
        {
            throw new InvalidOperationException(program + " " + string.Join(' ', arguments) + ": " + failed.Code.ToString(CultureInfo.InvariantCulture));
        }

        return new Outside(runs.Select(r => r.Milliseconds).Order().ElementAt(rounds / 2), runs.Max(r => r.Megabytes));
    }

    private static Ended Once(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var most = 0L;
        while (!process.WaitForExit(5))
        {
            most = Math.Max(most, Peak(process.Id));
        }

        Task.WaitAll(output, error);
        return new Ended(process.ExitCode, watch.Elapsed.TotalMilliseconds, most / 1024.0);
    }

    // What the system remembers of it, in KB; nothing any more when it has just ended.
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed record Ended(int Code, double Milliseconds, double Megabytes);
}
