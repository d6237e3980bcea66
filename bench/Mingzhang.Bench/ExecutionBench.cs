using System.Diagnostics;
using System.Globalization;
using Mingzhang.App.Commands.Demo;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Bench;

/// <summary>执行的速度：payments a second, each acknowledged after its fsync, by some writers at once; and the final account of a department with a hundred thousand payments.</summary>
internal static class ExecutionBench
{
    private const string Department = "101";
    private const string Finance = "顾秋白";
    private const int Many = 100_000;
    private static readonly string Clerk = new DistrictDepartment(0, 1).Clerk;

    public static void Run(string address, int writers, int seconds, int window)
    {
        var clock = new DemoClock();
        using var store = Store.Open(address, clock, create: true, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);
        if (District.Build(store, clock, Library.Standard, 1, _ => { }, departments: 1).Count > 0)
        {
            throw new InvalidOperationException("the district was not built");
        }

        var unit = store.Read(r => Organisations.Units(r, District.Last, Department))[0];
        var allotment = store.Read(r => new ExecutionBook(r, unit)).All.First(a => a.Line.Nature == "project").Id;
        store.Write(Finance, "", w => Adjustments.Put(w, unit, new Adjustment("", "add", "2026-11-01", "bench", "", allotment, 1_000_000_000_00)));
        Pay(store, unit, allotment, writers, seconds, window);
        Account(store, unit, allotment);
    }

    private static void Pay(Store store, Unit unit, string allotment, int writers, int seconds, int window)
    {
        var waited = new List<double>[writers];
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        using (var group = new GroupCommit(store, District.Last, Clerk, ""))
        {
            var threads = Enumerable.Range(0, writers).Select(n => new Thread(() =>
            {
                var own = waited[n] = [];
                var flying = new Queue<Flying>();
                var sent = 0;
                while (watch.Elapsed.TotalSeconds < seconds || flying.Count > 0)
                {
                    while (flying.Count < window && watch.Elapsed.TotalSeconds < seconds)
                    {
                        flying.Enqueue(new Flying(watch.Elapsed.TotalMilliseconds, group.Put(new Payment { Unit = unit.Code, Day = "2026-11-05", Voucher = string.Create(CultureInfo.InvariantCulture, $"B{n}-{sent++}"), Allotment = allotment, Fen = 1_00 })));
                    }

                    if (flying.Count > 0)
                    {
                        var first = flying.Dequeue();

                        // Asleep until it is answered: a writer of its own machine would not spin on this one's processors.
                        ((IAsyncResult)first.Answer).AsyncWaitHandle.WaitOne();
                        var problems = first.Answer.GetAwaiter().GetResult();
                        if (problems.Count > 0)
                        {
                            throw new InvalidOperationException(problems[0].Message.English);
                        }

                        own.Add(watch.Elapsed.TotalMilliseconds - first.From);
                    }
                }
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
        }

        var all = waited.SelectMany(w => w).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Address}: {writers} writers with {window} under way each, {all.Count / watch.Elapsed.TotalSeconds:0} payments a second acknowledged after their commit; median {all[all.Count / 2]:0.0} ms, p99 {all[all.Count * 99 / 100]:0.0} ms; {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / all.Count:0.000} ms of processor each"));
    }

    private static void Account(Store store, Unit unit, string allotment)
    {
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < Many; from += 10_000)
        {
            var part = Enumerable.Range(from, 10_000).Select(i => new Payment { Unit = unit.Code, Day = "2026-11-06", Voucher = string.Create(CultureInfo.InvariantCulture, $"M{i}"), Allotment = allotment, Fen = 1_00 });
            store.Write(Clerk, "", w => Payments.Put(w, District.Last, part));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many} payments in writings of 10,000: {watch.Elapsed.TotalSeconds:0.0} s"));
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            watch.Restart();
            store.Read(r => FinalPublication.Compose(r, Library.Standard, District.Last, Department, _ => { }));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"final account with more than {Many} payments, composed with all its tables: first {times[0]:0} ms, then {times.Skip(1).Min():0}–{times.Skip(1).Max():0} ms"));
    }

    private sealed record Flying(double From, Task<IReadOnlyList<Problem>> Answer);
}
