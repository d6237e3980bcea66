using System.Text.Json.Nodes;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Live;

namespace Mingzhang.Tests.Workbench.Live;

/// <summary>节点之间的消息：who looks at a unit through one node hears what is saved, who is there and that something was missed through another.</summary>
public class NodeNewsTests
{
    private const string Unit = "2026/101001";

    [Fact]
    public async Task What_is_said_at_one_node_is_heard_at_the_other_and_people_of_both_are_there()
    {
        var database = Databases.Fresh("postgres");
        var changed = 0;
        await using var first = new NodeNews(Store.DatabaseOf(database)!.Connecting, "one", TimeProvider.System);
        await using var second = new NodeNews(Store.DatabaseOf(database)!.Connecting, "two", TimeProvider.System);
        var (one, two) = (new UnitNews(first), new UnitNews(second));
        first.Begin(one, () => { });
        second.Begin(two, () => Interlocked.Increment(ref changed));
        var wang = one.Listen(Unit, "c1", "王芳")!;
        var zhao = two.Listen(Unit, "c2", "赵敏")!;

        // Whoever has just begun to listen looks at everything once.
        await Until(() => wang.Missed(), "the first node listens");
        await Until(() => zhao.Missed(), "the second node listens");
        one.TellPeople(Unit);
        two.TellPeople(Unit);
        await Until(() => one.Present(Unit).Count == 2 && two.Present(Unit).Count == 2, "both are there");

        one.Tell(Unit, new JsonObject { ["line"] = "A1" });
        await Until(() => Heard(zhao).Contains("\"line\":\"A1\"", StringComparison.Ordinal), "what was saved is heard");
        one.Tell(Unit, new JsonObject { ["line"] = new string('长', 5_000) });
        await Until(() => zhao.Missed(), "what is too long for a notice is looked up");

        // Whoever tells his cell to the other node is moved where he listens.
        Assert.True(one.Stand(Unit, "c2", "赵敏", "r7", "fen"));
        await Until(() => zhao.Row == "r7", "he is moved");
        Assert.False(one.Stand(Unit, "c9", "赵敏", "r7", "fen"));
        first.Changed();
        await Until(() => Volatile.Read(ref changed) == 1, "the archive has changed");

        two.Leave(Unit, zhao);
        await Until(() => one.Present(Unit).Count == 1, "he has left");
        Databases.Behind(database, "SELECT pg_notify('mingzhang_news', 'nonsense')", "SELECT pg_notify('mingzhang_news', '[1]')");
        one.Tell(Unit, new JsonObject { ["line"] = "A2" });
        await Until(() => Heard(wang).Contains("A2", StringComparison.Ordinal), "nonsense is passed over");
    }

    [Fact]
    public async Task A_connection_that_was_lost_is_found_again_and_everybody_looks()
    {
        var database = Databases.Fresh("postgres");
        await using var node = new NodeNews(Store.DatabaseOf(database)!.Connecting, "one", TimeProvider.System);
        var news = new UnitNews(node);
        node.Begin(news, () => { });
        var wang = news.Listen(Unit, "c1", "王芳")!;
        await Until(() => wang.Missed(), "it listens");
        Databases.Behind(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Until(() => wang.Missed(), "it listens again");
    }

    private static string Heard(Listener listener)
    {
        var all = "";
        while (listener.Queue.Reader.TryRead(out var text))
        {
            all += text;
        }

        return all;
    }

    private static async Task Until(Func<bool> so, string what)
    {
        for (var n = 0; !so(); n++)
        {
            Assert.True(n < 300, what);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
