using Mingzhang.Budget;
using Mingzhang.Tests.Reading.Sheets;

namespace Mingzhang.Tests.Rules;

/// <summary>自评规则试验：each rule on both sides of its edge.</summary>
public class SelfEvaluationTests
{
    [Fact]
    public void A_sound_self_evaluation_is_silent() =>
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Text(ProjectSheets.Evaluation)).Findings, f => f.Rule.StartsWith("MZ4", StringComparison.Ordinal) || f.Severity == Severity.Error);

    [Theory]
    [InlineData("MZ411", "30\t28", "31\t28", true)]
    [InlineData("MZ411", "30\t28", "30.00\t28", false)]
    [InlineData("MZ412", "20\t20", "20\t20.1", true)]
    [InlineData("MZ412", "20\t20", "20\t19.9", false)]
    [InlineData("MZ412", "20\t20", "20\t-1", true)]
    [InlineData("MZ413", "100\t97.5", "100\t97.4", false)]
    [InlineData("MZ413", "100\t97.5", "100\t97.3", true)]
    [InlineData("MZ413", "100\t97.5", "100\t98", false)]
    [InlineData("MZ413", "100\t97.5", "100\t97", false)]
    [InlineData("MZ413", "100\t97.5", "100\t96", true)]
    [InlineData("MZ414", "94.83%", "94.82%", false)]
    [InlineData("MZ414", "94.83%", "94.80%", true)]
    [InlineData("MZ414", "95.00%", "0.95", false)]
    [InlineData("MZ414", "95.00%", "95", false)]
    [InlineData("MZ414", "95.00%", "96", true)]
    [InlineData("MZ415", "95.00%\t9.5", "95.00%\t9.4", true)]
    [InlineData("MZ415", "95.00%\t9.5", "95.00%\t9", false)]
    [InlineData("MZ415", "95.00%\t9.5", "95.00%\t8", true)]
    [InlineData("MZ416", "100\t97.5", "100\t90", false)]
    [InlineData("MZ416", "100\t97.5", "100\t89.9", true)]
    [InlineData("MZ416", "自评等级\t优", "自评等级\t优秀", false)]
    [InlineData("MZ416", "自评等级\t优", "自评等级\t合格", false)]
    public void Edges(string rule, string from, string to, bool found) =>
        Assert.Equal(found, Documents.Findings(ProjectSheets.Text(ProjectSheets.Edit(ProjectSheets.Evaluation, from, to)), rule).Count > 0);

    [Fact]
    public void A_rate_of_the_first_budget_is_told_apart()
    {
        var found = Assert.Single(Documents.Findings(ProjectSheets.Text(ProjectSheets.Edit(ProjectSheets.Evaluation, "95.00%", "91.94%")), "MZ414"));
        Assert.Equal(("MZ414.base", Severity.Warning), (found.Template, found.Severity));
    }

    [Fact]
    public void Some_places_call_75_good() =>
        Assert.Equal(Severity.Note, Assert.Single(Documents.Findings(ProjectSheets.Text(ProjectSheets.Edit(ProjectSheets.Edit(ProjectSheets.Evaluation, "100\t97.5", "100\t76"), "自评等级\t优", "自评等级\t良")), "MZ416")).Severity);

    [Fact]
    public void A_score_that_is_missing_leaves_the_total_unchecked()
    {
        var text = ProjectSheets.Text(ProjectSheets.Edit(ProjectSheets.Evaluation, "20\t20", "20\t"));
        Assert.Empty(Documents.Findings(text, "MZ413"));
        Assert.Contains(Documents.Check(text).Checks, c => c is { Rule: "MZ413", Outcome: Outcome.NotChecked });
    }

    [Fact]
    public void An_execution_rate_among_the_indicators_counts_once()
    {
        var text = ProjectSheets.Edit(ProjectSheets.Evaluation, "\t满意度指标\t服务对象满意度指标\t参观者满意度", "\t预算执行\t预算执行\t预算执行率");
        Assert.Equal("MZ411.sum", Assert.Single(Documents.Findings(ProjectSheets.Text(text), "MZ411")).Template);
        Assert.Empty(Documents.Findings(ProjectSheets.Text(ProjectSheets.Edit(text, "30\t30", "40\t40")), "MZ411"));
    }

    [Fact]
    public void Rules_of_one_form_are_not_asked_of_another()
    {
        var findings = Documents.Check(ProjectSheets.Page(ProjectSheets.Objective + ProjectSheets.SideBySide), "a.html").Findings;
        Assert.DoesNotContain(findings, f => f.Rule is "MZ402" or "MZ403" or "MZ405" or "MZ406" or "MZ407");
    }

    [Fact]
    public void A_project_larger_than_the_department_s_own_expenditure_is_a_doubt()
    {
        var sheet = "\n项目支出绩效目标表\n单位：万元\n项目名称\t档案事业补助\n项目资金（万元）\t年度资金总额\t9,000.00\n\t其中：财政拨款\t8,000.00\n\t其他资金\t1,000.00\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t补助档案馆数量\t≥5个\n\n表十二\n";
        var findings = Documents.Check(RuleExamples.Edit("\n表十二\n", sheet)).Findings;
        Assert.Contains(findings, f => f.Severity == Severity.Warning);
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
    }
}
