using System.Net;
using Mingzhang.Ledger.Process;

namespace Mingzhang.Tests.Workbench;

/// <summary>规则页：the keeper of rules changes a severity in a draft, sees what it would do to every draft of the year, and publishes it with a reason; only then do the checks follow it.</summary>
public sealed class RulesPagesTests : IAsyncLifetime
{
    // What is not written yet.
    private const string Placeholders = "MZ602";

    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
        foreach (var (name, unit) in new[] { ("王芳", "101001"), ("赵敏", "101002") })
        {
            await _people[name].Post(WorkbenchFixture.At($"/work/reports/{unit}/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "12"), ("procurement", ""), ("details", ""));
        }
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_severity_counts_only_when_its_draft_is_published()
    {
        await Put("off");
        Assert.Contains(Placeholders, await Findings(), StringComparison.Ordinal);
        await _people["周瑜"].Post(WorkbenchFixture.At("/work/jobs"), ("kind", "trial"));
        await _work.JobsEnded();
        var tried = (await _people["周瑜"].Get(WorkbenchFixture.At("/work/rules/draft"))).Html;
        Assert.Contains("已办完：已办 1/1，未办成 0", tried, StringComparison.Ordinal);
        Assert.Matches($"<tr class=\"changed\"><th scope=\"row\"><code>{Placeholders}</code>[^<]*</th><td class=\"n\">1</td><td class=\"n\">0</td><td class=\"n\">−1</td></tr>", tried);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["周瑜"].Post("/work/rules/draft", ("do", "publish"), ("reason", " "))).Status);
        await _people["周瑜"].Post("/work/rules/draft", ("do", "publish"), ("reason", "编制阶段不提示待填之处"));
        Assert.DoesNotContain(Placeholders, await Findings(), StringComparison.Ordinal);
        var versions = (await _people["王芳"].Get("/work/rules/draft")).Html;
        Assert.Contains("第 1 版", versions, StringComparison.Ordinal);
        Assert.Contains("编制阶段不提示待填之处", versions, StringComparison.Ordinal);

        // The next version begins from this one, and gives the rule back.
        await Put("");
        Assert.DoesNotContain(Placeholders, await Findings(), StringComparison.Ordinal);
        await _people["周瑜"].Post("/work/rules/draft", ("do", "publish"), ("reason", "恢复"));
        Assert.Contains(Placeholders, await Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_one_book_leaves_the_others_as_they_are()
    {
        await _people["周瑜"].Post("/work/rules", ("rule", Placeholders), ("book", "sh-unit-budget"), ("severity", "note"));
        await _people["周瑜"].Post("/work/rules/draft", ("do", "publish"), ("reason", "上海的单位"));
        Assert.Matches(Tagged("错误"), await Findings());
        Assert.Matches(Tagged("提示"), (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/preview?book=sh-unit-budget"))).Html);
    }

    [Fact]
    public async Task Nobody_else_changes_rules_and_nonsense_is_refused()
    {
        foreach (var name in new[] { "王芳", "李明", "陈静", "孙丽" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people[name].PostWith(await _people[name].AnyToken(), "/work/rules", ("rule", Placeholders), ("book", ""), ("severity", "off"))).Status);
        }

        foreach (var (rule, book, severity) in new[] { ("MZ999", "", "off"), (Placeholders, "no-book", "off"), (Placeholders, "", "fatal\nMZ001 * off") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["周瑜"].PostWith(await _people["周瑜"].AnyToken(), "/work/rules", ("rule", rule), ("book", book), ("severity", severity))).Status);
        }

        Assert.Empty(_work.Site.With(s => s.Read(RuleSets.All)));
    }

    [Fact]
    public async Task A_draft_can_be_dropped_and_the_list_searched()
    {
        await Put("note");
        await _people["周瑜"].Post("/work/rules/draft", ("do", "drop"));
        Assert.Empty(_work.Site.With(s => s.Read(RuleSets.All)));
        var found = (await _people["王芳"].Get("/work/rules?q=" + Placeholders)).Html;
        Assert.Contains($"id=\"{Placeholders}\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"MZ001\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"severity\"", found, StringComparison.Ordinal);
        Assert.Contains("没有这样的规则", (await _people["王芳"].Get("/work/rules?q=%3Cscript%3E")).Html, StringComparison.Ordinal);
    }

    private static string Tagged(string severity) => $"<span class=\"tag\">{severity}</span> <b>[^<]*</b> <code>{Placeholders}</code>";

    private async Task Put(string severity) => Assert.Equal(HttpStatusCode.OK, (await _people["周瑜"].Post("/work/rules", ("rule", Placeholders), ("book", ""), ("severity", severity))).Status);

    private async Task<string> Findings() => (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/preview"))).Html;
}
