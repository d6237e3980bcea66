using BenchmarkDotNet.Running;
using Mingzhang.Bench;

// No arguments: all benchmarks. "process FOLDER": how many documents a second the whole pipeline does, and its memory. "write [NUMBER]": a long disclosure in every format, then the PDFs of so many departments.
// "ledger FILE|URL": rates of a ledger. "execution FILE|URL WRITERS SECONDS WINDOW": payments a second in a new ledger, and a final account.
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
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(args);
}
