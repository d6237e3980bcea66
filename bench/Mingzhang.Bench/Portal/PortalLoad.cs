using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Bench.Portal;

/// <summary>网站的负荷：a server in a process of its own; so many requests a second, whether or not it keeps up, drawn over all departments; then one page over and over.</summary>
internal static class PortalLoad
{
    private static readonly string[] Words = ["科普", "公务接待", "信息化", "公务用车", "教育", "培训", "设备", "宣传", "维修", "档案", "图书", "2080505", "结转", "政府采购", "绩效目标"];

    public static void Run(string address, int seconds, int rate, string url)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "mingzhang.dll");
        using var server = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--database", address, "--url", url, "--rate", "0"]))!;
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        try
        {
            var watch = Stopwatch.StartNew();
            while (!Answers(client))
            {
                Thread.Sleep(20);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page after {watch.Elapsed.TotalSeconds:0.00} s"));
            var addresses = Addresses(address);
            OneByOne(client, server, addresses);
            Mixed(client, addresses, Math.Max(2, seconds / 4), rate, told: false);
            Mixed(client, addresses, seconds, rate, told: true);
            Cached(client, addresses.First(a => a.Kind == "department").Path());
            server.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server: processor {server.TotalProcessorTime.TotalSeconds:0.0} s, working set {server.WorkingSet64 / 1048576.0:0} MB, at most {server.PeakWorkingSet64 / 1048576.0:0}"));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static bool Answers(HttpClient client)
    {
        try
        {
            return client.GetAsync(new Uri("/", UriKind.Relative)).GetAwaiter().GetResult().IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // What readers ask for, by share; each time another department, code or word.
    private static List<Address> Addresses(string address)
    {
        var random = new Random(20260101);
        using var store = ArchiveStore.Open(address, TimeProvider.System, Library.Standard.Space, create: false, out _)!;
        var documents = store.Read(a => a.Documents((int?)null)).Where(d => d is { Body: not null, Year: not null }).ToList();
        var years = documents.Select(d => d.Year!.Value).Distinct().ToList();
        var drawn = documents.OrderBy(_ => random.Next()).Take(400).ToList();
        var cells = store.Read(a => drawn.SelectMany(d => a.Headlines(d).Select(h => $"/cell/{d.Key}.{h.Statement}")).ToList());
        var codes = store.Read(a => drawn.Take(40).SelectMany(d => a.Printed(d, amounts: true)).Select(s => s.Statement.Point.Key("function")).OfType<string>().Distinct().ToList());
        string[] topics = ["sangong", "operating", "procurement", "performance", "assets", "projects", "rise", "execution", "added", "targets"];
        return
        [
            new("home", 8, () => "/"),
            new("departments", 8, () => "/depts?year=" + Year()),
            new("department", 30, () => documents[random.Next(documents.Count)] is var d ? string.Create(CultureInfo.InvariantCulture, $"/d/{d.Body!.Code}/{d.Year}") : ""),
            new("report", 6, () => "/r/" + documents[random.Next(documents.Count)].Key),
            new("cell", 15, () => cells[random.Next(cells.Count)]),
            new("code", 8, () => "/c/" + codes[random.Next(codes.Count)]),
            new("topic", 5, () => $"/t/{topics[random.Next(topics.Length)]}?year={Year()}"),
            new("compare", 5, () => documents[random.Next(documents.Count)] is var a && documents[random.Next(documents.Count)] is var b ? string.Create(CultureInfo.InvariantCulture, $"/compare?a={a.Key}&b={b.Key}") : ""),
            new("search", 10, () => "/s?q=" + Uri.EscapeDataString(Words[random.Next(Words.Length)] + (random.Next(2) == 0 ? "" : " " + documents[random.Next(documents.Count)].Body!.Name[..3]))),
            new("status", 2, () => "/status?year=" + Year()),
            new("data", 3, () => "/data"),
        ];

        string Year() => years[random.Next(years.Count)].ToString(CultureInfo.InvariantCulture);
    }

    // On a machine that others use too, the processor's time of the server says more than the clock.
    private static void OneByOne(HttpClient client, Process server, List<Address> addresses)
    {
        const int Requests = 60;
        foreach (var address in addresses)
        {
            foreach (var path in Enumerable.Range(0, Requests).Select(_ => address.Path()))
            {
                client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult().Dispose();
            }

            var paths = Enumerable.Range(0, Requests).Select(_ => address.Path()).Distinct(StringComparer.Ordinal).ToList();
            server.Refresh();
            var busy = server.TotalProcessorTime;
            var times = paths.ConvertAll(path =>
            {
                var watch = Stopwatch.StartNew();
                using var answer = client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
                return watch.Elapsed.TotalMilliseconds;
            });
            server.Refresh();
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address.Kind,-12} {paths.Count,3} one after the other: processor {(server.TotalProcessorTime - busy).TotalMilliseconds / paths.Count,6:0.0} ms each, clock at least {times[0],5:0.0}, median {At(times, 0.5),5:0.0}, most {times[^1],6:0.0}"));
        }
    }

    // A request is late from the moment at which it was due, so that a server that stops is not spared.
    private static void Mixed(HttpClient client, List<Address> addresses, int seconds, int rate, bool told)
    {
        var random = new Random(7);
        var times = new ConcurrentBag<(string Kind, double Milliseconds, long Bytes, int Status, string Path)>();
        var under = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < seconds * rate; i++)
        {
            var due = (double)i / rate;
            while (watch.Elapsed.TotalSeconds < due)
            {
                Thread.Sleep(1);
            }

            var pick = random.Next(addresses.Sum(a => a.Share));
            var address = addresses.First(a => (pick -= a.Share) < 0);
            var path = address.Path();
            under.Add(Task.Run(async () =>
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                times.Add((address.Kind, (watch.Elapsed.TotalSeconds - due) * 1000, bytes.Length, (int)answer.StatusCode, path));
            }));
        }

        Task.WaitAll([.. under]);
        if (!told)
        {
            return;
        }

        foreach (var group in times.GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Append(new All(times)))
        {
            var sorted = group.Select(t => t.Milliseconds).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-12} {sorted.Count,6}  p50 {At(sorted, 0.5),7:0.0}  p95 {At(sorted, 0.95),7:0.0}  p99 {At(sorted, 0.99),7:0.0} ms  {group.Average(t => t.Bytes) / 1024,6:0.0} KB (most {group.Max(t => t.Bytes) / 1024.0:0.0})  failed {group.Count(t => t.Status != 200)}  {group.FirstOrDefault(t => t.Status != 200).Path}"));
        }
    }

    private static void Cached(HttpClient client, string path)
    {
        const int Seconds = 5, Readers = 32;
        var count = 0L;
        var watch = Stopwatch.StartNew();
        Task.WaitAll([.. Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed.TotalSeconds < Seconds)
            {
                await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
                Interlocked.Increment(ref count);
            }
        }))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one page over and over: {count / watch.Elapsed.TotalSeconds:0} a second by {Readers} readers of this program, which takes its share of the processors"));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private sealed record Address(string Kind, int Share, Func<string> Path);

    private sealed class All(IEnumerable<(string Kind, double Milliseconds, long Bytes, int Status, string Path)> times) : List<(string Kind, double Milliseconds, long Bytes, int Status, string Path)>(times), IGrouping<string, (string Kind, double Milliseconds, long Bytes, int Status, string Path)>
    {
        public string Key => "all";
    }
}
