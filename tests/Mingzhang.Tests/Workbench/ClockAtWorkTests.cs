using System.Net;
using System.Text.Json.Nodes;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Workbench;

/// <summary>工作中时钟跳动：what is saved, in which order, and by whom, does not depend on what the clock says.</summary>
public sealed class ClockAtWorkTests : IAsyncLifetime
{
    private static readonly string Lines = WorkbenchFixture.At("/work/reports/101001/lines?part=spending"), Words = WorkbenchFixture.At("/work/reports/101001/words");
    private readonly MovedClock _clock = new();
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public ClockAtWorkTests() => _work = new WorkbenchFixture { Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task The_last_editor_is_the_last_one_also_where_the_clock_was_put_back_an_hour()
    {
        var first = await Save("王芳", """{"key":"k","id":"","version":0,"set":{"fund":"general","nature":"public","function":"2060101","economic":"30201","fen":"5"}}""");
        _clock.Ahead = TimeSpan.FromHours(-1);
        await SignIn("李明");
        await Save("李明", Change(first, "6"));
        await SignIn("王芳");
        var stale = (await Send("王芳", Change(first, "7")))["edits"]![0]!;
        Assert.Equal("李明", stale["who"]!.GetValue<string>());
        Assert.Equal("6.00", stale["line"]![7]!.GetValue<string>());
        var history = _work.Site.With(s => s.Read(r => JournalTable.Of(r.Statements, Kinds.Line.Key, first[0]!.GetValue<string>())));
        Assert.Equal(["王芳", "李明"], history.Select(e => e.Who));
        Assert.True(string.CompareOrdinal(history[1].At, history[0].At) < 0);
        Assert.Empty(_work.Site.With(Verification.Of).Faults);
    }

    [Fact]
    public async Task A_day_forward_ends_the_session_but_loses_nothing_and_the_ledger_stays_sound()
    {
        var token = await _people["王芳"].AnyToken();
        _clock.Ahead = TimeSpan.FromDays(1);
        var ended = await _people["王芳"].PostWith(token, Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。"));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        Assert.Contains("name=\"kept:said\" value=\"负责科技工作。\"", ended.Html, StringComparison.Ordinal);
        await SignIn("王芳");
        await _people["王芳"].Post(Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。"));
        var line = await Save("王芳", """{"key":"k","id":"","version":0,"set":{"fund":"general","nature":"public","function":"2060101","economic":"30201","fen":"5"}}""");

        // Back again: what was written tomorrow is changed today, and the days are sealed once, not twice.
        _clock.Ahead = TimeSpan.Zero;
        await SignIn("王芳");
        line = await Save("王芳", Change(line, "6"));
        _clock.Ahead = TimeSpan.FromDays(2);
        await SignIn("王芳");
        await Save("王芳", Change(line, "7"));
        var verified = _work.Site.With(Verification.Of);
        Assert.Empty(verified.Faults);
        var seals = _work.Site.With(s => s.Read(r => JournalTable.OfKind(r.Statements, Sealing.DepartmentChain("101"), JournalEntry.Seal)));
        var heads = seals.SelectMany(Sealing.Of).Where(h => h.Key == "101001").Select(h => h.Value.Seq).ToList();
        Assert.Equal(heads.Order(), heads);
        Assert.Equal(heads.Distinct(), heads);
        Assert.Equal("7.00", (await Send("王芳", Change(line, "8")))["edits"]![0]!["line"]![7]!.GetValue<string>());
    }

    private async Task SignIn(string name)
    {
        _people[name] = _work.Client();
        await _people[name].SignIn(name, WorkbenchFixture.Password);
    }

    private async Task<JsonArray> Save(string name, string edit) => (await Send(name, edit))["edits"]![0]!["line"]!.AsArray();

    private async Task<JsonNode> Send(string name, string edit)
    {
        var answer = await _people[name].PostJson(await _people[name].AnyToken(), Lines, $$"""{"client":"t","edits":[{{edit}}]}""");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
        return JsonNode.Parse(answer.Html)!;
    }

    private static string Change(JsonArray line, string fen) => $$$"""{"key":"c","id":"{{{line[0]}}}","version":{{{line[1]}}},"set":{"fen":"{{{fen}}}"}}""";
}
