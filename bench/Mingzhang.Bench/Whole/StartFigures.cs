using System.Globalization;

namespace Mingzhang.Bench.Whole;

/// <summary>启动和内存：the program compiled ahead, from cold.</summary>
internal static class StartFigures
{
    public static void Run(Page page, IReadOnlyList<Grown> sizes, string program, string folder, int rounds)
    {
        page.Section("Start-up and memory", "The program that `./mingzhang` builds (compiled ahead), each run a process of its own whose files the system has read before; median by the clock, and the most memory that it held.");
        page.Head("what", "small", "middle", "large");
        page.Row("`--version`", Said(Outside.Of(rounds, program, "--version")), "", "");
        foreach (var format in new[] { ".txt", ".html", ".docx", ".xlsx", ".pdf" })
        {
            page.Row(["`check` of " + format, .. sizes.Select((s, i) =>
            {
                var path = Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture) + "start" + format);
                File.WriteAllBytes(path, s.As(format));
                return Said(Outside.Of(i == sizes.Count - 1 ? Math.Min(3, rounds) : rounds, program, "check", path, "--format", "json"));
            })]);
        }
    }

    private static string Said(Outside run) => string.Create(CultureInfo.InvariantCulture, $"{Timing.Said(run.Milliseconds)}, {run.Megabytes:0} MB");
}
