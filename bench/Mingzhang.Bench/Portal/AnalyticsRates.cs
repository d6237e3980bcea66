using System.Diagnostics;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.Bench.Portal;

/// <summary>分析库：how fast an archive is loaded into it, how much it takes, and the questions of a year answered by the archive and by it, in one run and with the same answers.</summary>
internal static class AnalyticsRates
{
    private const int Times = 21;

    public static void Run(string archive, string analytics)
    {
        using var store = ArchiveStore.Open(archive, TimeProvider.System, Library.Standard.Space, create: false, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);
        using var server = new ClickHouse(ClickHouseAddress.Of(analytics, out problem) ?? throw new InvalidOperationException(problem!.Message.English));
        using var columns = new ColumnStore(server) { Shallow = 0 };
        var load = new ColumnLoad(store, server);
        load.Empty();
        var busy = Environment.CpuUsage.TotalTime;
        var loaded = load.Run();
        Say($"loaded {loaded.Documents} documents, {loaded.Rows} rows in {loaded.Took.TotalSeconds:0.0} s: {loaded.Rows / loaded.Took.TotalSeconds:0} rows a second; processor of this program {(Environment.CpuUsage.TotalTime - busy).TotalSeconds:0.0} s, working set {Environment.WorkingSet / 1048576.0:0} MB");
        Say($"looking for what is lacking, where nothing is: {load.Run().Took.TotalMilliseconds:0} ms");
        var parts = server.Address.Cluster is { } cluster ? $"cluster('{cluster}', system, parts)" : "system.parts";
        server.Rows($"SELECT table, sum(rows), sum(bytes_on_disk), count() FROM {parts} WHERE active AND database = '{server.Address.Database}' GROUP BY table ORDER BY table",
            r => $"{r[0].GetString(),-24} {ClickHouse.Whole(r[1]),12} rows {ClickHouse.Whole(r[2]) / 1048576.0,8:0.0} MB {ClickHouse.Whole(r[3]),3} parts").ForEach(Console.WriteLine);
        if (File.Exists(archive))
        {
            Say($"the archive: {new FileInfo(archive).Length / 1048576.0:0} MB");
        }

        var fullest = store.Read(a => a.Years()).MaxBy(y => y.Documents)!;
        var of = new YearDocuments(fullest.Year, fullest.Kind, Units: false);
        var most = store.Read(a => a.Ranked("spending", of));
        var code = store.Read(a => a.Documents(of, 0, 50).SelectMany(d => a.Headlines(d)).Where(h => h.Item.StartsWith(Headlines.Principal, StringComparison.Ordinal)).GroupBy(h => h.Item.Split(':')[1]).OrderByDescending(g => g.Count()).First().Key);
        var spent = store.Read(a => a.Documents(of, 0, 1).SelectMany(d => a.Printed(d, amounts: true)).Select(s => s.Statement.Point).FirstOrDefault(p => p.Key("purpose") == "三公")) ?? Library.Standard.Space.Everything;
        Say($"{of.Year} {of.Kind}: {fullest.Documents} documents, {most} of them ranked; code {code}");
        Asked[] asked =
        [
            new("years", a => Text(a.Years())), new("ranked, first page", a => Text(a.Ranked("spending", of, 0, 51).Select(r => r.Document.Id))), new("ranked, page 20", a => Text(a.Ranked("spending", of, 1000, 51).Select(r => r.Document.Id))), new("ranked, in the middle", a => Text(a.Ranked("spending", of, most / 2, 51).Select(r => r.Document.Id))),
            new("how many are ranked", a => Text([a.Ranked("spending", of)])), new("for one post", a => Text(a.Ranked("per:operating:posts", of, 0, 51).Select(r => r.Document.Id))), new("who does not state it", a => Text(a.Without("operating", ["sangong", "spending"], of, 0, 51).Select(d => d.Id))),
            new("rose most", a => Text(a.Risen("spending", of, 0, 51).Select(r => (r.Now.Document.Id, r.Both)))), new("projects", a => Text(a.Projects(of, 0, 51).Select(p => (p.Document.Id, p.Fen)))), new("code", a => Text(a.Code("function", code, of.Year, 0, 51).Select(r => r.Document.Id))),
            new("point over all bodies", a => Text(a.At(spent, null, 50).Select(s => s.Statement.Id))),
        ];
        foreach (var one in asked)
        {
            store.Analytics = null;
            var (own, mine) = Median(store, one);
            store.Analytics = columns;
            columns.Whole("");
            var (theirs, same) = Median(store, one);
            Say($"{one.Name,-22} archive {own,8:0.0} ms, analytics {theirs,8:0.0} ms{(mine == same && columns.Ready ? "" : $"  NOT THE SAME {columns.Away?.Message.English}")}");
        }
    }

    private static (double Milliseconds, string Answer) Median(ArchiveStore store, Asked asked)
    {
        var answer = store.Read(asked.Question);
        var times = Enumerable.Range(0, Times).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            store.Read(asked.Question);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToList();
        return (times[Times / 2], answer);
    }

    private static string Text<T>(IEnumerable<T> rows) => string.Join(' ', rows);

    private static void Say(FormattableString said) => Console.WriteLine(said.ToString(CultureInfo.InvariantCulture));

    private sealed record Asked(string Name, Func<IArchive, string> Question);
}
