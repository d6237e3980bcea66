using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Mingzhang.Bench.Whole;

/// <summary>全部基准，一条命令：all parts of the program at growing sizes and beside other tools, as one page of Markdown.</summary>
internal static class WholeReport
{
    public static void Run(string output, bool brief, string program, string commit, string beside)
    {
        var watch = Stopwatch.StartNew();
        var page = new Page();
        var folder = Directory.CreateTempSubdirectory("mingzhang-bench-").FullName;
        try
        {
            page.Line("# All benchmarks in one run" + (brief ? " (short form)" : ""));
            page.Line("");
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, commit {commit}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0:0} GB; load when it began {Load()}. Beside it: {beside}."));
            var sizes = Grown.Sizes();
            DocumentFigures.Run(page, sizes, brief ? 0.2 : 2);
            StartFigures.Run(page, sizes, program, folder, brief ? 3 : 11);
            ComparedFigures.Run(page, sizes, program, folder, brief ? 3 : 11);
            StoredFigures.Ledgers(page, folder, brief ? [1_000, 10_000] : [1_000, 10_000, 100_000], brief ? 2 : 10);
            StoredFigures.Archives(page, folder, brief ? [50, 500] : [100, 1_000, 10_000], brief ? 3 : 20, brief ? 100 : 200);
            page.Line("");
            page.Line(string.Create(CultureInfo.InvariantCulture, $"The whole took {watch.Elapsed.TotalSeconds:0} s; load when it ended {Load()}."));
        }
        finally
        {
            File.WriteAllText(output, page.ToString());
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor() => File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line.Split(':')[1].Trim() : RuntimeInformation.ProcessArchitecture.ToString();
}
