using System.Diagnostics;
using System.Globalization;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Bench;

/// <summary>吞吐：the documents of a file or folder over and over in one process, on one core and on all: how many a second, and whether the memory stays flat.</summary>
internal static class Throughput
{
    public static void Run(string source, int documents)
    {
        var files = Directory.Exists(source) ? Directory.EnumerateFiles(source).Order(StringComparer.Ordinal).ToList() : [source];
        var library = Library.Standard;
        files = files.FindAll(f => Opening.File(f).Paper is not null);
        files.ForEach(One);
        foreach (var degree in new[] { 1, Environment.ProcessorCount })
        {
            foreach (var count in new[] { Math.Max(1, documents / 10), documents })
            {
                GC.Collect();
                var most = 0L;
                var watch = Stopwatch.StartNew();
                Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree }, i =>
                {
                    One(files[i % files.Count]);
                    var now = Environment.WorkingSet;
                    InterlockedMax(ref most, now);
                });
                watch.Stop();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{degree} thread(s), {count} documents of {files.Count} files: {watch.Elapsed.TotalMilliseconds / count:0.00} ms each, {count / watch.Elapsed.TotalSeconds:0} a second, working set at most {most / 1048576.0:0} MB, heap after {GC.GetTotalMemory(true) / 1048576.0:0.0} MB"));
            }
        }

        void One(string file) => Inspector.Check(Reader.Read(Opening.File(file).Paper!, library), library);
    }

    private static void InterlockedMax(ref long most, long now)
    {
        for (var seen = Interlocked.Read(ref most); now > seen; seen = Interlocked.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, now, seen) == seen)
            {
                return;
            }
        }
    }
}
