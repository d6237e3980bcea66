using System.Net;
using System.Text.Json.Nodes;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>调到别的单位：whoever edits while his role goes elsewhere saves nothing to either unit, is told so, and keeps what he typed.</summary>
public class MovedPersonTests : IAsyncLifetime
{
    private static readonly string Spending = WorkbenchFixture.At("/work/reports/101001/spending"), Words = WorkbenchFixture.At("/work/reports/101001/words");
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public MovedPersonTests()
        : this("sqlite")
    {
    }

    protected MovedPersonTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

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
    public async Task A_form_that_was_open_is_refused_and_what_was_typed_is_shown()
    {
        var token = await _people["王芳"].AnyToken();
        var entries = Move(Role.Unit, "101002");
        var refused = await _people["王芳"].PostWith(token, Spending, ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "12.345"), ("procurement", ""), ("details", "打印纸"),
            ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", ""), ("economic", ""), ("project", ""), ("fen", ""), ("procurement", ""), ("details", ""));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("没有保存：您现在不能在这里办理", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<li>general · public · 2060101 · 30201 · 12.345 · 打印纸</li>", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>general · public</li>", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token, refused.Html, StringComparison.Ordinal);
        var words = await _people["王芳"].PostWith(token, Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责<b>科技</b>工作。"));
        Assert.Contains("负责&lt;b&gt;科技&lt;/b&gt;工作。", words.Html, StringComparison.Ordinal);
        Assert.Equal(entries, _work.Entries());
        Assert.Empty(_work.Lines("101001").Concat(_work.Lines("101002")));

        // In his new unit he works at once, without signing in again.
        Assert.Equal(HttpStatusCode.OK, (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101002/spending"))).Status);
    }

    [Fact]
    public async Task Edits_that_save_themselves_are_refused_in_words()
    {
        var token = await _people["王芳"].AnyToken();
        var entries = Move(Role.Unit, "101002");
        var answer = await _people["王芳"].PostJson(token, WorkbenchFixture.At("/work/reports/101001/lines?part=spending"), """{"client":"t","edits":[{"key":"k","id":"","version":0,"set":{"fund":"general","nature":"public","function":"2060101","economic":"30201","fen":"5"}}]}""");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        var said = JsonNode.Parse(answer.Html)!["refused"]![0]!;
        Assert.Contains("没有保存", said["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("请勿关闭", said["remedy"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(entries, _work.Entries());
        Assert.Empty(_work.Lines("101001").Concat(_work.Lines("101002")));
    }

    [Fact]
    public async Task Whoever_may_only_read_any_more_sees_what_he_typed_beside_the_refusal()
    {
        var token = await _people["王芳"].AnyToken();
        var entries = Move(Role.Reader, "101001");
        var words = await _people["王芳"].PostWith(token, Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, words.Status);
        Assert.Contains("没有可以撰写文字的角色", words.Html, StringComparison.Ordinal);
        Assert.Contains("<li>负责科技工作。</li>", words.Html, StringComparison.Ordinal);
        Assert.Equal(entries, _work.Entries());
    }

    [Fact]
    public async Task A_password_that_was_refused_is_never_shown()
    {
        var refused = await _people["王芳"].Post("/work/account", ("do", "password"), ("old", "wrong-one-secret"), ("password", "new-one-secret-9"), ("again", "new-one-secret-8"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("-secret", refused.Html, StringComparison.Ordinal);
    }

    // 王芳 gets another role in place of hers; the number of entries after it.
    private long Move(Role role, string scope)
    {
        Assert.Empty(_work.Site.With(s => s.Write("李明", "", w =>
        {
            Organisations.Put(w, Assert.Single(Organisations.Roles(w, "王芳")), remove: true);
            Organisations.Put(w, new Person("王芳", scope, role));
        })));
        return _work.Entries();
    }
}

/// <summary>在 PostgreSQL 上：a person who is moved.</summary>
public sealed class MovedPersonOnServerTests() : MovedPersonTests("postgres");
