using System.Diagnostics;
using System.Globalization;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;

namespace Mingzhang.Bench;

/// <summary>书写的吞吐：a long disclosure in every format, warm, with its bytes; then the PDFs of many departments on one core and on all.</summary>
internal static class WritingRun
{
    private const int Rounds = 20;

    public static void Run(int departments)
    {
        var library = Library.Standard;
        var made = LongDisclosure.Make();
        Console.WriteLine($"{made.Book.Key}, {made.Draft.Entity}");
        var all = 0.0;
        foreach (var format in WrittenFormats.All)
        {
            var times = new List<double>();
            var bytes = 0;
            format.Write(Written.Of(library, Composer.Compose(library, made.Book, made.Draft)));
            var busy = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Rounds; i++)
            {
                var watch = Stopwatch.StartNew();
                bytes = format.Write(Written.Of(library, Composer.Compose(library, made.Book, made.Draft))).Bytes!.Length;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            // On a machine that others use too, the processor's time says more than the clock.
            var processor = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / Rounds;
            times.Sort();
            all += processor;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format.Extension}: processor {processor:0.0} ms, clock at least {times[0]:0.0}, median {times[Rounds / 2]:0.0}, {bytes / 1024.0:0} KB"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all formats, one after the other: processor {all:0} ms"));
        var books = library.Books.Where(b => b.Print is not null).ToList();
        var pdf = WrittenFormats.Of(".pdf")!;
        foreach (var degree in new[] { 1, Environment.ProcessorCount })
        {
            var busy = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            Parallel.For(0, departments, new ParallelOptions { MaxDegreeOfParallelism = degree }, i =>
            {
                var book = books[i % books.Count];
                pdf.Write(Written.Of(library, Composer.Compose(library, book, Sampler.Draft(library, book, i))));
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{departments} departments' PDFs on {degree} core(s): {departments / watch.Elapsed.TotalSeconds:0.0} a second, {(Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / departments:0.0} ms of processor each, working set {Environment.WorkingSet / 1048576.0:0} MB"));
        }
    }
}
