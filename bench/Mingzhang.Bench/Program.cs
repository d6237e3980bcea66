using BenchmarkDotNet.Running;
using Mingzhang.Bench;
using Mingzhang.Bench.Portal;
using Mingzhang.Bench.Whole;
using Mingzhang.Bench.Work;

// No arguments: all benchmarks. "process FOLDER": how many documents a second the whole pipeline does, and its memory. "write [NUMBER]": a long disclosure in every format, then the PDFs of so many departments.
// "ledger FILE|URL": rates of a ledger. "execution FILE|URL WRITERS SECONDS WINDOW": payments a second in a new ledger, and a final account.
// "fill FILE|URL NUMBER": an archive of so many generated disclosures. "portal FILE|URL [SECONDS] [RATE]": its pages under load. "work FILE|URL [PEOPLE] [SECONDS]": people who compile at once in the workbench.
// "people URL NUMBER": the district for them, where "work URL PEOPLE SECONDS CODE SERVER…" is of servers that run already; both, with "batch", are what bench/cluster does.
// "analytics ARCHIVE CLICKHOUSE": the archive loaded into an analytics database, which is emptied first, and the questions of a year asked of both.
// "batch URL CODE FOLDER…": the files of each folder filed by the jobs of servers that run already.
// "whole FILE long|short PROGRAM COMMIT BESIDE": nearly all of these at growing sizes and beside other tools, as one page; it is what bench/run does.
if (args is ["process", var source, ..])
{
    Throughput.Run(source, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1000);
}
else if (args is ["write", ..])
{
    WritingRun.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000);
}
else if (args is ["ledger", var address, ..])
{
    LedgerRates.Run(address, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1);
}
else if (args is ["execution", var database, var writers, ..])
{
    ExecutionBench.Run(database, int.Parse(writers, System.Globalization.CultureInfo.InvariantCulture), args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 10, args.Length > 4 ? int.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture) : 1);
}
else if (args is ["fill", var archive, var number])
{
    GeneratedArchive.Fill(archive, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
else if (args is ["portal", var shown, ..])
{
    PortalLoad.Run(shown, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 20, args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 200, args.Length > 4 ? args[4] : "http://127.0.0.1:5088");
}
else if (args is ["analytics", var asked, var columns])
{
    AnalyticsRates.Run(asked, columns);
}
else if (args is ["people", var district, var many])
{
    EditingLoad.Build(district, int.Parse(many, System.Globalization.CultureInfo.InvariantCulture));
}
else if (args is ["batch", var node, var code, ..])
{
    using var keeper = new Officer(new Uri(node), WorkDistrict.Keeper, 9_999);
    await keeper.First(code);
    foreach (var folder in args.Skip(3))
    {
        var (done, failed, spent) = await keeper.Archive(folder);
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}: {done} filed, {failed} refused, {spent:0.0} s, {done / spent:0.00} documents a second"));
    }
}
else if (args is ["work", var compiled, ..])
{
    EditingLoad.Run(compiled, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 60, args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 600, [.. args.Skip(4)]);
}
else if (args is ["whole", var page, var form, var built, var commit, var beside])
{
    WholeReport.Run(page, form == "short", built, commit, beside);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(args);
}
