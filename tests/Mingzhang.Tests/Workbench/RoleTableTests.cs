using System.Net;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>角色 × 操作 × 本单位或别的单位：every address that changes something is in this table, and whoever may not do it changes nothing.</summary>
public class RoleTableTests : IAsyncLifetime
{
    private const string Own = "101001", Other = "101002";

    // Who may do it to 101001, and whether what is his is all he sees; the others see it and are refused.
    private static readonly Dictionary<string, Entry> Table = new(StringComparer.Ordinal)
    {
        ["/reports/{unit}/income"] = new(["王芳", "李明"], [("id", ""), ("version", "0"), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", "5"), ("details", "")]),
        ["/reports/{unit}/spending"] = new(["王芳", "李明"], [("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "5"), ("procurement", ""), ("details", "")]),
        ["/reports/{unit}/lines"] = new(["王芳", "李明"], []) { Query = "&part=spending", Json = """{"edits":[{"key":"k","id":"","version":0,"set":{"fund":"general","nature":"public","function":"2060101","economic":"30201","fen":"5","details":"#"}}]}""" },
        ["/reports/{unit}/live"] = new([], []) { Json = """{"client":"c","row":"","field":"fen"}""" },
        ["/reports/{unit}/projects"] = new(["王芳", "李明"], [("code", "P1"), ("name", "科普活动"), ("version", "0")]),
        ["/reports/{unit}/performance"] = new(["王芳", "李明"], [("project", "K1"), ("number", "0"), ("name", "场次"), ("nature", "≥"), ("value", "10"), ("unit", "场"), ("weight", "60")]),
        ["/reports/{unit}/execution"] = new([], [("do", "adjust"), ("sort", "add"), ("document", "1号"), ("given", "x"), ("fen", "5")]),
        ["/reports/{unit}/final"] = new([], [("do", "month"), ("month", "1")]),
        ["/reports/{unit}/final/words"] = new([], [("do", "save"), ("key", "duties"), ("said", "x")]),
        ["/reports/{unit}/evaluation"] = new([], [("do", "achieve"), ("project", "K1"), ("moment", "12-31"), ("number", "1"), ("actual", "1"), ("rating", ""), ("reason", "")]),
        ["/reports/{unit}/words"] = new(["王芳", "李明"], [("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。")]),
        ["/reports/{unit}/preview"] = new([], [("do", "comment"), ("about", "第 1 段"), ("said", "请核对")]),
        ["/reports/{unit}/import"] = new([], []),
        ["/reports/{unit}/submit"] = new([], [("do", "step"), ("action", "approve")]),
        ["/reports/{unit}/publish"] = new([], [("action", "publish"), ("format", ".docx")]),
        ["/review/uploads"] = new([], [("scope", "")]),
        ["/review/uploads/{id}"] = new([], [("do", "accepted"), ("finding", "x")]),
        ["/review/{unit}"] = new([], [("do", "step"), ("action", "approve")]),
        ["/jobs"] = new([], [("kind", "reports"), ("action", "prepare")]),
        ["/jobs/{id}"] = new([], [("do", "cancel")]),
        ["/rules"] = new(["周瑜"], [("rule", "MZ602"), ("book", ""), ("severity", "off")]),
        ["/rules/draft"] = new(["周瑜"], [("do", "publish"), ("reason", "试行")]),
        ["/settings/units"] = new(["李明"], [("do", "unit"), ("version", "0"), ("department", "101"), ("code", "101009"), ("name", "新单位"), ("kind", "事业"), ("place", "下属")]),
        ["/settings/term"] = new(["李明", "陈静"], [("do", "holidays"), ("document", "国办发明电"), ("free", "2026-10-01/2026-10-07"), ("worked", "")]),
        ["/settings/people"] = new(["李明"], [("do", "give"), ("name", "新人"), ("role", "reader"), ("scope", "101")]),
        ["/settings/archive"] = new([], []),
        ["/settings/backup"] = new([], [("do", "verify")]),
    };

    private static readonly string[] OwnAccount = ["/in", "/in/passkey", "/in/provider/done", "/in/second", "/invited", "/reset", "/first", "/out", "/account", "/account/second", "/account/passkeys", "/account/provider"];

    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public RoleTableTests()
        : this("sqlite")
    {
    }

    protected RoleTableTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_address_that_changes_something_is_in_the_table() =>
        Assert.Equal(Table.Keys.Concat(OwnAccount).Order(StringComparer.Ordinal), _work.Changing().Select(p => p["/work".Length..]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_changes_what_is_not_his_to_change()
    {
        _work.Site.With(s => s.Write("李明", "", w =>
        {
            foreach (var unit in new[] { Own, Other })
            {
                Projects.Put(w, Organisations.Unit(w, WorkbenchFixture.Year, unit)!, new Project { Year = WorkbenchFixture.Year, Unit = unit, Code = "K1", Name = "科普" });
            }
        }));
        foreach (var (path, entry) in Table)
        {
            foreach (var (name, person) in _people)
            {
                var own = await Changes(person, path, Own, entry);
                Assert.True(own == entry.Who.Contains(name), $"{name} {path} {(own ? "changed" : "could not change")} {Own}");
                if (name == "王芳" && path.Contains("{unit}", StringComparison.Ordinal))
                {
                    Assert.False(await Changes(person, path, Other, entry), $"{name} {path} changed {Other}");
                    Assert.Equal(HttpStatusCode.NotFound, (await person.Get(Address(path, Other))).Status);
                }
            }
        }
    }

    [Fact]
    public async Task Nothing_is_changed_without_a_token_and_nobody_does_anything_who_is_not_signed_in()
    {
        using var stranger = _work.Client();
        foreach (var (path, entry) in Table)
        {
            var before = _work.Entries();
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(_people["李明"], "", path, Own, entry, "")).Status);

            // Asked to sign in: at once, or with what was typed on the way.
            var asked = await Send(stranger, "", path, Own, entry, "");
            Assert.True(asked.Path.StartsWith("/work/in", StringComparison.Ordinal) || asked.Status == HttpStatusCode.Unauthorized, asked.Path);
            Assert.Equal(before, _work.Entries());
        }
    }

    // A version is of one try only, so what one has entered is told apart by who tries.
    private async Task<bool> Changes(WorkClient person, string path, string unit, Entry entry)
    {
        var before = _work.Entries();
        var number = before.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = await Send(person, await person.AnyToken(), path, unit, entry, number);
        Assert.True((int)answer.Status is 200 or 403 or 404 or 409 or 422, $"{path} {answer.Status}");
        return _work.Entries() > before;
    }

    private static Task<Shown> Send(WorkClient person, string token, string path, string unit, Entry entry, string number) => entry.Json is { } json
        ? person.PostJson(token, Address(path, unit) + entry.Query, json.Replace("#", number, StringComparison.Ordinal))
        : person.PostWith(token, Address(path, unit), [.. entry.Fields.Select(f => f.Name is "details" or "code" or "name" or "said" or "document" ? (f.Name, f.Value + number) : f)]);

    private static string Address(string path, string unit) => WorkbenchFixture.At("/work" + path.Replace("{unit}", unit, StringComparison.Ordinal));

    private sealed record Entry(string[] Who, (string Name, string Value)[] Fields)
    {
        public string? Json { get; init; }

        public string Query { get; init; } = "";
    }
}
