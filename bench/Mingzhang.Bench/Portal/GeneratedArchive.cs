using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Rules;

namespace Mingzhang.Bench.Portal;

/// <summary>生成的档案：disclosures of fictional departments, five years each, written, read and checked like any other, then filed; how many statements a second.</summary>
internal static class GeneratedArchive
{
    private const int Years = 5, Batch = 100;
    private const string First = "云岚松望临石白青江河湖海山川平安永长新兴和顺清泉南北东西中华", Second = "溪山河江泽桥鹭浦岭阳阴州城陵原源泉湾坪川塘沟岗潭洲屏峰坡林田";
    private static readonly string[] Kinds = ["县", "市", "区", "旗"];
    private static readonly string[] Offices = ["档案局", "文化局", "农业局", "教育局", "统计局", "规划局", "体育局", "图书馆", "博物馆", "信息中心", "测绘院"];

    public static void Fill(string address, int documents)
    {
        var library = Library.Standard;
        using var store = ArchiveStore.Open(address, TimeProvider.System, library.Space, create: true, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);
        var before = store.Read(a => a.Counts());
        var books = library.Books.Where(b => b.Print is not null).ToList();
        var reading = Stopwatch.StartNew();
        var filing = new Stopwatch();
        var busy = Environment.CpuUsage.TotalTime;
        var filer = TimeSpan.Zero;
        var statements = 0L;
        var filed = 0;
        for (var body = before.Bodies; filed < documents; body += Batch / Years)
        {
            var made = Enumerable.Range(body, Math.Min(Batch, documents - filed + Years - 1) / Years).AsParallel().AsOrdered().SelectMany(b => Of(library, books[b % books.Count], b)).Take(documents - filed).ToList();
            var idle = Environment.CpuUsage.TotalTime;
            filing.Start();
            store.File(f => made.ForEach(m => f.Add(m)));
            filing.Stop();
            filer += Environment.CpuUsage.TotalTime - idle;
            filed += made.Count;
            statements += made.Sum(m => m.Report.Disclosure.Statements.Count);
            if (filed % 1000 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{filed} documents, {statements} statements; filing {statements / filing.Elapsed.TotalSeconds:0} a second, with writing, reading and checking {statements / reading.Elapsed.TotalSeconds:0}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{filed} documents, {statements} statements ({statements / Math.Max(1, filed)} each): filing {filing.Elapsed.TotalSeconds:0.0} s, {statements / filing.Elapsed.TotalSeconds:0} a second, {statements / filer.TotalSeconds:0} a second of processor; in all {reading.Elapsed.TotalSeconds:0.0} s, processor {(Environment.CpuUsage.TotalTime - busy).TotalSeconds:0.0} s, working set {Environment.WorkingSet / 1048576.0:0} MB"));
    }

    private static IEnumerable<Submission> Of(Library library, FormBook book, int body)
    {
        var town = body / Offices.Length;
        var name = string.Create(CultureInfo.InvariantCulture, $"{First[town % First.Length]}{Second[town / First.Length % Second.Length]}{Kinds[town / First.Length / Second.Length % Kinds.Length]}{Offices[body % Offices.Length]}");
        foreach (var draft in Sampler.Drafts(library, book, body, Years))
        {
            var bytes = Encoding.UTF8.GetBytes(ComposedText.Write(Composer.Compose(library, book, draft)).Replace(draft.Entity!, name, StringComparison.Ordinal));
            var file = string.Create(CultureInfo.InvariantCulture, $"{name}{draft.Year}.txt");
            yield return new Submission(Inspector.Check(Reader.Read(Opening.Bytes(file, bytes).Paper!, library), library), file, bytes, []);
        }
    }
}
