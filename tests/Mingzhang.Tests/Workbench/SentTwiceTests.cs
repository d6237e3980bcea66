using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Mingzhang.Charts;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Tests.Workbench;

/// <summary>同一表单送到两个节点：it has one effect, and both nodes give its answer.</summary>
public class SentTwiceTests : IDisposable
{
    private readonly MovedClock _clock = new();
    private readonly AccountRows _rows;
    private readonly SentTwice _one, _two;
    private int _done;

    public SentTwiceTests()
        : this("sqlite")
    {
    }

    protected SentTwiceTests(string kind)
    {
        _rows = AccountRows.Open(Databases.Fresh(kind), _clock);
        (_one, _two) = (new SentTwice(_clock, new SentRows(_rows)), new SentTwice(_clock, new SentRows(_rows)));
    }

    public void Dispose()
    {
        _rows.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_second_click_waits_for_the_first_and_shows_its_page()
    {
        var gate = new TaskCompletionSource();
        var first = Send(_one, async () =>
        {
            await gate.Task;
            _done++;
            return WorkAnswer.Page("导入", Markup.Html($"<p>{"导入 3 行"}</p>"), "/work/reports") with { Status = 422, Scripts = [WorkAssets.ReviewScript] };
        });
        var second = Send(_two, Never);
        gate.SetResult();
        var (shown, again) = (await first, await second);
        Assert.Equal((1, shown.Title, shown.Body.Value, shown.Status, shown.Entry), (_done, again.Title, again.Body.Value, again.Status, again.Entry));
        Assert.Equal(shown.Scripts, again.Scripts);
        Assert.Equal("/work/other", (await Send(_two, () => Task.FromResult(WorkAnswer.Go("/work/other")), "另一份")).Redirect);
    }

    [Fact]
    public async Task What_failed_there_is_tried_here_and_what_was_sent_long_ago_is_sent_anew()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(_one, () => throw new InvalidOperationException("broken")));
        Assert.Equal("/work/done", (await Send(_two, Done)).Redirect);
        Assert.Equal("/work/done", (await Send(new SentTwice(_clock, new SentRows(_rows)), Never)).Redirect);
        _clock.Ahead = TimeSpan.FromSeconds(15);
        await Send(_one, Done);
        Assert.Equal(2, _done);

        // A file is made once more by the node that is asked.
        await Send(_one, () => Task.FromResult(new WorkAnswer { Bytes = [1] }), "文件");
        Assert.Equal([2], (await Send(_two, () => Task.FromResult(new WorkAnswer { Bytes = [2] }), "文件")).Bytes);
    }

    private Task<WorkAnswer> Done()
    {
        _done++;
        return Task.FromResult(WorkAnswer.Go("/work/done"));
    }

    private static Task<WorkAnswer> Never() => throw new InvalidOperationException("it was done twice");

    private static Task<WorkAnswer> Send(SentTwice node, Func<Task<WorkAnswer>> handle, string said = "一份")
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/work/reports/101001/import";
        return node.Once(context, new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["said"] = said }), handle);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
    }
}
