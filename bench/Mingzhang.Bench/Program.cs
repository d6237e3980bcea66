using BenchmarkDotNet.Running;
using Mingzhang.Bench;

// No arguments: all benchmarks. "process FOLDER": how many documents a second the whole pipeline does, and its memory. "execution ADDRESS WRITERS SECONDS WINDOW": payments a second in a new ledger, and a final account. "ledger FILE|URL": rates of a ledger.
if (args is ["execution", var database, var writers, ..])
{
    ExecutionBench.Run(database, int.Parse(writers, System.Globalization.CultureInfo.InvariantCulture), args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 10, args.Length > 4 ? int.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture) : 1);
}
else if (args is ["process", var source, ..])
{
    Throughput.Run(source, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1000);
}
else if (args is ["ledger", var address, ..])
{
    LedgerRates.Run(address, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(args);
}
