using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Bench.Work;

/// <summary>工作台的负荷：people who compile at the same time, each with a browser of his own that listens to the others; then what was acknowledged is compared with what stands in the ledger.</summary>
internal static partial class EditingLoad
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <param name="address">Address of a ledger that does not exist yet, or of the one on which the servers run.</param>
    /// <param name="people">How many people.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="servers">The first code of servers that run already, and their addresses, over which people are spread; where there are none, one is started.</param>
    public static void Run(string address, int people, int seconds, string[] servers)
    {
        if (servers is [var code, .. var others] && !code.Contains("://", StringComparison.Ordinal))
        {
            using var self = Process.GetCurrentProcess();
            Edit(address, self, code, people, TimeSpan.FromSeconds(seconds), [.. others]).GetAwaiter().GetResult();
            return;
        }

        Build(address, people);
        const string Own = "http://127.0.0.1:5090";
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), "serve", "--work", "--second-step", "none", "--database", address, "--url", Own, "--rate", "0", "--proxies", "127.0.0.1"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            Edit(address, server, FirstCode(server).GetAwaiter().GetResult(), people, TimeSpan.FromSeconds(seconds), [Own]).GetAwaiter().GetResult();
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    /// <summary>建立供编制的区。</summary>
    public static void Build(string address, int people)
    {
        using var store = Store.Open(address, TimeProvider.System, create: true, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);
        WorkDistrict.Build(store, people);
    }

    private static async Task Edit(string address, Process server, string code, int people, TimeSpan during, string[] servers)
    {
        using var keeper = new Officer(new Uri(servers[0]), WorkDistrict.Keeper, 9_999);
        await keeper.First(code);
        var officers = Enumerable.Range(0, people).Select(n => new Officer(new Uri(servers[n % servers.Length]), WorkDistrict.Officer(n), n)).ToList();
        foreach (var (number, officer) in officers.Index())
        {
            await officer.Begin(await keeper.Invite(WorkDistrict.Officer(number)), WorkDistrict.UnitsOf(number, people)[0]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people} people signed in, one edit each every {Every.TotalSeconds:0} s for {during.TotalSeconds:0} s"));
        server.Refresh();
        var busy = server.TotalProcessorTime;
        using var stop = new CancellationTokenSource();
        var listening = officers.ConvertAll(o => Task.Run(() => o.Listen(stop.Token)));
        await Task.WhenAll(officers.Select(o => Task.Run(() => o.Work(Every, during))));
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        server.Refresh();
        Tell(address, officers, server.TotalProcessorTime - busy, server.PeakWorkingSet64);
        officers.ForEach(o => o.Dispose());
    }

    private static void Tell(string address, List<Officer> officers, TimeSpan busy, long memory)
    {
        var times = officers.SelectMany(o => o.Times).Order().ToList();
        var failed = officers.SelectMany(o => o.Failed).ToList();
        using var store = Store.Open(address, TimeProvider.System, create: false, out _)!;
        var stored = store.Read(r => WorkDistrict.Units.SelectMany(u => LineRows.Of(r, Organisations.Unit(r, WorkDistrict.Year, u)!)).ToDictionary(l => l.Id, l => l.Fen, StringComparer.Ordinal));

        // Where two have changed a line one after the other, what the later one was told is what must stand there.
        var last = officers.SelectMany(o => o.Acknowledged).GroupBy(a => a.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Value.Version).Value.Fen, StringComparer.Ordinal);
        var lost = last.Count(a => stored.GetValueOrDefault(a.Key) != a.Value);
        var sound = Ledger.Journal.Verification.Of(store).Faults.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} edits, {failed.Count} failed, {officers.Sum(o => o.Again)} sent again, {officers.Sum(o => o.Overtaken)} told that another was first, {lost} of {last.Count} acknowledged lines differ in the ledger, {sound} faults of its journal; median {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0}, p99 {At(times, 0.99):0.0}, most {times[^1]:0.0}; {busy.TotalMilliseconds / times.Count:0.0} ms of processor each, at most {memory / 1048576.0:0} MB"));
        failed.Take(5).ToList().ForEach(Console.WriteLine);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    private static async Task<string> FirstCode(Process server)
    {
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (Code().Match(line) is { Success: true } found)
            {
                _ = server.StandardError.ReadToEndAsync();
                _ = server.StandardOutput.ReadToEndAsync();
                return found.Groups[1].Value;
            }
        }

        throw new InvalidOperationException("the server did not start");
    }

    [GeneratedRegex("first\\?code=([0-9a-f]+)")]
    private static partial Regex Code();
}
