using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.Tests.Workbench.Jobs;

/// <summary>任务台：every piece is done once, whatever happens on the way, on a file and on a server.</summary>
public class JobDeskTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;
    private readonly string _database;
    private readonly string _kind;

    public JobDeskTests()
        : this("sqlite")
    {
    }

    protected JobDeskTests(string kind)
    {
        _kind = kind;
        _database = Databases.Fresh(kind);
        _work = new WorkbenchFixture { Kind = kind, Database = _database };
    }

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_piece_is_done_once_and_what_fails_is_told_without_holding_up_the_others()
    {
        var counting = new CountingKind { While = (i, _) => { if (i.Number == 7) { throw new InvalidOperationException("seven"); } } };
        await using var node = Node(counting);
        var job = Ask(node, 60);
        await _work.JobsEnded();
        var ended = _work.Site.Jobs.Rows.Find(job.Id)!;
        Assert.Equal(new JobCount(60, 59, 1, 0, true), ended.Pieces);
        Assert.Equal("work.job.faulty", ended.StateWord);
        var items = _work.Site.Jobs.Rows.Items(job.Id);
        Assert.StartsWith("程序出错", items[7].Outcome.Said.Chinese, StringComparison.Ordinal);
        Assert.All(items, i => Assert.Equal(1, i.Attempts));
        Assert.Equal(59, counting.Times.Count);
        Assert.All(counting.Times.Values, n => Assert.Equal(1, n));
    }

    [Fact]
    public async Task What_is_cancelled_passes_over_what_is_not_begun()
    {
        using var go = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var counting = new CountingKind
        {
            While = (_, stop) =>
            {
                begun.Set();
                go.Wait(TimeSpan.FromSeconds(30), stop);
            },
        };
        await using var node = Node(counting);
        var job = Ask(node, 10);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.True(_work.Site.Jobs.Rows.Cancel(job.Id, "李明"));
        go.Set();
        while (_work.Site.Jobs.Rows.Find(job.Id)!.Pieces.Done == 0)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var ended = _work.Site.Jobs.Rows.Find(job.Id)!;
        Assert.Equal((1, 9, "李明", false), (ended.Pieces.Done, ended.Pieces.Skipped, ended.CancelledBy, ended.Open));
        Assert.False(_work.Site.Jobs.Rows.Cancel(job.Id, "李明"));
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_server_stopped()
    {
        using var third = new ManualResetEventSlim();
        var counting = new CountingKind
        {
            While = (i, stop) =>
            {
                if (i.Number == 3)
                {
                    third.Set();
                    stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
                    stop.ThrowIfCancellationRequested();
                }
            },
        };
        string id;
        await using (var first = Node(counting))
        {
            id = Ask(first, 9).Id;
            Assert.True(third.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        Assert.True(_work.Site.Jobs.Rows.Find(id)!.Open);
        counting.While = (_, _) => { };
        await using var second = Node(counting);
        second.Owner!.Begin();
        await _work.JobsEnded();
        Assert.Equal(9, _work.Site.Jobs.Rows.Find(id)!.Pieces.Done);
        Assert.All(counting.Times, t => Assert.Equal(1, t.Value));
        Assert.Equal(2, _work.Site.Jobs.Rows.Items(id)[3].Attempts);
    }

    [Fact]
    public async Task What_ends_the_process_each_time_is_not_tried_for_ever()
    {
        var counting = new CountingKind();
        await using var node = Node(counting);
        var job = new Job("0123", counting.Key, 2026, new Dictionary<string, string> { ["pieces"] = "2" }, "李明", "2026-01-01T00:00:00Z", 1, "", "", new JobCount(2, 0, 0, 0, false));
        _work.Site.Jobs.Rows.Add(job, counting.Pieces(_work.Site, job), []);
        for (var n = 0; n < JobRows.MostAttempts; n++)
        {
            Assert.True(_work.Site.Jobs.Rows.Begin(job.Id, new JobItem(0, "k0", ""), "gone"));
        }

        node.Owner!.Begin();
        await _work.JobsEnded();
        Assert.Contains("中断", _work.Site.Jobs.Rows.Items(job.Id)[0].Outcome.Said.Chinese, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(counting.Times).Value);
    }

    [Fact]
    public async Task Too_many_pieces_too_many_jobs_and_nothing_to_do_are_refused()
    {
        using var go = new ManualResetEventSlim();
        var counting = new CountingKind { While = (_, stop) => go.Wait(TimeSpan.FromSeconds(30), stop) };
        await using var node = Node(counting);
        Assert.Null(Try(node, JobDesk.MostPieces + 1, out var problem));
        Assert.Contains("20000", problem, StringComparison.Ordinal);
        Assert.Null(Try(node, 0, out problem));
        Assert.Equal("没有可办的", problem);
        for (var n = 0; n < JobDesk.MostOfPerson; n++)
        {
            Assert.NotNull(Try(node, 1, out _));
        }

        Assert.Null(Try(node, 1, out problem));
        Assert.Contains("5 项任务", problem, StringComparison.Ordinal);
        go.Set();
        await _work.JobsEnded();
    }

    [Fact]
    public async Task Two_nodes_on_a_server_share_the_work()
    {
        if (_kind != "postgres")
        {
            Assert.Skip("several nodes need a server");
        }

        var counting = new CountingKind { While = (_, _) => Thread.Sleep(20) };
        await using var first = Node(counting, cluster: "one");
        await using var second = Node(counting, cluster: "two");
        second.Owner!.Begin();
        var job = Ask(first, 200);
        await _work.JobsEnded();
        var items = _work.Site.Jobs.Rows.Items(job.Id);
        Assert.Equal(["one", "two"], items.Select(i => i.Node).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(200, counting.Times.Count);
        Assert.All(counting.Times.Values, n => Assert.Equal(1, n));
        Assert.Equal(["one", "two"], (await first.Nodes(TestContext.Current.CancellationToken)).Select(n => n.Name).Order(StringComparer.Ordinal));
    }

    private Scheduling Node(CountingKind counting, string? cluster = null)
    {
        var scheduling = new Scheduling(Store.DatabaseOf(_database)!, cluster is null ? JobSettings.Alone : new JobSettings(1, true, cluster));
        _ = new JobDesk(_work.Site, _work.Site.Jobs.Rows, scheduling, [counting]);
        return scheduling;
    }

    private static Job Ask(Scheduling node, int pieces) => Try(node, pieces, out _)!;

    private static Job? Try(Scheduling node, int pieces, out string problem)
    {
        var job = node.Owner!.Ask(node.Owner.Kinds["counting"], "李明", 2026, new Dictionary<string, string> { ["pieces"] = pieces.ToString(System.Globalization.CultureInfo.InvariantCulture) }, [], out var refused);
        problem = refused?.Message.Chinese ?? "";
        return job;
    }
}
