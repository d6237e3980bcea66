using System.Diagnostics;
using System.Globalization;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Bench;

/// <summary>吞吐：the same document many times in one process, on one core and on all, with the memory that is left.</summary>
internal static class Throughput
{
    public static void Run(string source, int copies)
    {
        var bytes = File.ReadAllBytes(source);
        var library = Library.Standard;
        One();
        foreach (var degree in new[] { 1, Environment.ProcessorCount })
        {
            foreach (var count in new[] { copies / 10, copies })
            {
                GC.Collect();
                var watch = Stopwatch.StartNew();
                Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree }, _ => One());
                watch.Stop();
                GC.Collect();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{degree} thread(s), {count} documents: {watch.Elapsed.TotalMilliseconds / count:0.00} ms each, {count / watch.Elapsed.TotalSeconds:0} a second, heap after {GC.GetTotalMemory(true) / 1048576.0:0.0} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MB"));
            }
        }

        void One() => Inspector.Check(Reader.Read(Opening.Bytes("document.txt", bytes).Paper!, library), library);
    }
}
