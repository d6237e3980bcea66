using System.Text.RegularExpressions;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Workbench;

/// <summary>对文字的审核：a comment at a paragraph of the draft, and the form of the inspections filled in.</summary>
public sealed partial class ReviewedTextTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
        await Post("王芳", "reports/101001/spending", ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "12.5"), ("procurement", ""), ("details", ""));
        await Post("王芳", "reports/101001/income", ("id", ""), ("version", "0"), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", "12.5"), ("details", ""));
        await Post("王芳", "reports/101001/submit", ("do", "step"), ("action", "submit"));
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_reviewer_comments_at_a_paragraph_and_the_officer_finds_it_there_and_among_his_tasks()
    {
        var page = (await _people["李明"].Get(At("reports/101001/preview"))).Html;
        Assert.DoesNotContain("name=\"about\"", page, StringComparison.Ordinal);
        var form = (await _people["李明"].Get(At("reports/101001/preview") + "&at=p2")).Html;
        var about = System.Net.WebUtility.HtmlDecode(About().Match(form).Groups[1].Value);
        Assert.StartsWith("第 2 段“", about, StringComparison.Ordinal);
        await Post("李明", "reports/101001/preview", ("do", "comment"), ("about", about), ("said", "请写明依据"));
        Assert.Matches("class=\"remark\">请写明依据", (await _people["王芳"].Get(At("reports/101001/preview"))).Html);
        Assert.Contains("请写明依据", (await _people["王芳"].Get(WorkbenchFixture.At("/work"))).Html, StringComparison.Ordinal);

        // Who compiles is offered no form.
        Assert.DoesNotContain("name=\"about\"", (await _people["王芳"].Get(At("reports/101001/preview") + "&at=p2")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_inspections_is_filled_in_and_can_be_handed_in()
    {
        var page = (await _people["李明"].Get(At("reports/101001/inspection"))).Html;
        foreach (var line in new[] { "单位预算公开情况检查表", "符合要求", "五个方面", "及时性" })
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
        }

        Assert.Contains("The five dimensions", (await _people["李明"].Get(At("reports/101001/inspection") + "&lang=en")).Html, StringComparison.Ordinal);
        Assert.NotNull(Opening.Bytes("检查表.xlsx", await _people["李明"].Bytes(At("reports/101001/inspection") + "&format=xlsx")).Paper);
    }

    [Fact]
    public async Task A_usual_indicator_brings_its_unit()
    {
        var project = new Mingzhang.Ledger.Lines.Project { Year = WorkbenchFixture.Year, Unit = "101002", Code = "K1", Name = "科普" };
        _work.Site.With(s => s.Write("李明", "", w => Mingzhang.Ledger.Lines.Projects.Put(w, Mingzhang.Ledger.Organisation.Organisations.Unit(w, WorkbenchFixture.Year, "101002")!, project)));
        await Post("赵敏", "reports/101002/performance", ("project", "K1"), ("number", "0"), ("name", "服务对象满意度"), ("nature", "≥"), ("value", "90"), ("unit", ""), ("weight", "100"));
        Assert.Contains("≥ 90 %", (await _people["赵敏"].Get(At("reports/101002/performance"))).Html, StringComparison.Ordinal);
    }

    private async Task Post(string name, string path, params (string, string)[] fields) => Assert.Equal(System.Net.HttpStatusCode.OK, (await _people[name].PostWith(await _people[name].AnyToken(), At(path), fields)).Status);

    private static string At(string path) => WorkbenchFixture.At("/work/" + path);

    [GeneratedRegex("name=\"about\" value=\"([^\"]+)\"")]
    private static partial Regex About();
}
