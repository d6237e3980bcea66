using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Bench;

/// <summary>账库的速度：imports, all tables of a department of ten thousand lines, and edits of single lines, each acknowledged once it is on the disk.</summary>
internal static class LedgerRates
{
    private const int Year = 2026;
    private const string Who = "officer";
    private const int Units = 100;
    private static readonly string[] Codes = ["30201", "30202", "30205", "30206", "30207", "30211", "30213", "30215", "30216", "30217", "30226", "30227", "30228", "30229", "30231", "30239", "30299"];

    public static void Run(string address, int writers, int lines = 10_000, int seconds = 10)
    {
        using var store = Open(address, create: true);
        Check(store.Write(Who, "", w =>
        {
            Organisations.Begin(w, new Department(Year, "700", "department", ""));
            for (var i = 0; i < Units; i++)
            {
                Organisations.Put(w, new Unit { Year = Year, Code = Code(i), Department = "700", Name = Code(i), Kind = "事业" });
            }
        }));
        Import(store, "first.csv", lines);
        Tables(address, store, lines, seconds);
        Tables(address, null, lines, seconds);
        Edits(address, writers, seconds);
        Import(store, "more.csv", lines * 10);
    }

    private static void Import(Store store, string name, int lines)
    {
        var text = new StringBuilder("预算单位,资金性质,支出性质,支出功能分类,经济分类科目,金额(元),备注\n");
        for (var i = 0; i < lines; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Code(i % Units)},一般公共预算资金,公用经费,{(i % 2 == 0 ? "2012601" : "2012604")},{Codes[i % Codes.Length]},{i + 1}.{i % 90 + 10},{name} {i}\n");
        }

        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        Check(store.Write(Who, "", w => LineImport.Run(w, Library.Standard, CsvGrid.Read(text.ToString())!, new ImportRequest(name, Year, "budget", null))));
        Say($"import of {lines} lines: {watch.Elapsed.TotalSeconds:0.00} s, {lines / watch.Elapsed.TotalSeconds:0} lines a second; {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s of processor");
    }

    // With a store that has read them before, and with one that has not.
    private static void Tables(string address, Store? kept, int lines, int rounds)
    {
        var book = Library.Standard.Book("cq-budget")!;
        var (whole, composing) = (new List<double>(), new List<double>());
        var before = Environment.CpuUsage.TotalTime;
        rounds *= 10;
        for (var i = 0; i < rounds; i++)
        {
            using var fresh = kept is null ? Open(address, create: false) : null;
            var store = kept ?? fresh!;
            var watch = Stopwatch.StartNew();
            var draft = store.Read(r => LedgerDraft.Of(r, Library.Standard, Year, "700"))!;
            var read = watch.Elapsed;
            Composer.Compose(Library.Standard, book, draft);
            whole.Add(watch.Elapsed.TotalMilliseconds);
            composing.Add((watch.Elapsed - read).TotalMilliseconds);
        }

        Say($"all tables and sentences of {lines} lines, {(kept is null ? "read anew" : "unchanged since they were read")}: median {Middle(whole):0} ms from the database, {Middle(composing):0} ms of it composing; {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / rounds:0} ms of processor each");
    }

    private static void Edits(string address, int writers, int seconds)
    {
        var times = new List<double>[writers];
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, writers).Select(n => new Thread(() => times[n] = Edit(address, n, seconds))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var all = times.SelectMany(t => t).Order().ToList();
        Say($"{writers} writer(s): {all.Count / watch.Elapsed.TotalSeconds:0} edits a second, median {all[all.Count / 2]:0.0} ms, p99 {all[all.Count * 99 / 100]:0.0} ms; {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / all.Count:0.00} ms of processor each");
    }

    private static List<double> Edit(string address, int number, int seconds)
    {
        using var store = Open(address, create: false);
        var mine = store.Read(r => r.All(Kinds.Line, ("year", (long)Year), ("unit", Code(number))).Select(Line.Of).ToList());
        var times = new List<double>();
        var until = Stopwatch.StartNew();
        for (var i = 0; until.Elapsed < TimeSpan.FromSeconds(seconds); i++)
        {
            var watch = Stopwatch.StartNew();
            Check(store.WriteUnit(Who, "", Code(number), w =>
            {
                var book = new LineBook(w, Library.Standard, Organisations.Unit(w, Year, Code(number))!);
                mine[i % mine.Count] = book.Put(mine[i % mine.Count] with { Fen = 100 + i })!;
                book.Done();
            }));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Store Open(string address, bool create) => Store.Open(address, TimeProvider.System, create, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);

    private static void Check(IReadOnlyList<Mingzhang.Ledger.Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(problems[0].Message.English);
        }
    }

    private static string Code(int unit) => "7" + (unit + 1).ToString("00000", CultureInfo.InvariantCulture);

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
