using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules;

/// <summary>模板与归并试验：a template is told as one, its findings by kind; many findings of one wording are one.</summary>
public class TemplateTests
{
    private static string With(int placeholders) => RuleExamples.Edit("云溪市档案局内设", string.Concat(Enumerable.Repeat("XX局、", placeholders)) + "云溪市档案局内设");

    [Fact]
    public void Twenty_placeholders_make_a_template_and_nineteen_do_not()
    {
        Assert.Contains(Documents.Check(With(20)).Findings, f => f.Rule == "MZ609");
        Assert.DoesNotContain(Documents.Check(With(19)).Findings, f => f.Rule == "MZ609");
    }

    [Fact]
    public void A_template_has_one_finding_a_kind_and_no_arithmetic()
    {
        var wrong = With(30).Replace("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46", StringComparison.Ordinal).Replace("\n表八\n", "\n表八附\n", StringComparison.Ordinal);
        var report = Documents.Check(wrong);
        Assert.Equal(report.Findings.Count, report.Findings.Select(f => f.Rule).Distinct().Count());
        Assert.DoesNotContain(report.Findings, f => f.Rule.StartsWith("MZ0", StringComparison.Ordinal) || f.Rule.StartsWith("MZ1", StringComparison.Ordinal));
        Assert.Contains(report.Checks, c => c is { Rule: "MZ002", Outcome: Outcome.NotApplicable });
        Assert.Contains(report.Checks, c => c is { Rule: "MZ101", Outcome: Outcome.NotApplicable });
    }

    [Fact]
    public void More_than_twelve_of_one_wording_are_one_with_their_number_and_first_places()
    {
        var lines = string.Concat(Enumerable.Range(1, 15).Select(i => $"第{i}项工作已经部署。。\n\n"));
        var found = Assert.Single(Documents.Findings(RuleExamples.Edit("（二）单位构成\n\n", "（二）单位构成\n\n" + lines), "MZ605"));
        Assert.Equal("MZ605.many", found.Template);
        Assert.Contains("此类共 15 处", found.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("There are 15 of this kind", found.Message.English, StringComparison.Ordinal);
        Assert.Equal(12, found.Places.Count);
        Assert.Equal(15, found.Checks.Count);
    }

    [Fact]
    public void Twelve_stay_twelve()
    {
        var lines = string.Concat(Enumerable.Range(1, 12).Select(i => $"第{i}项工作已经部署。。\n\n"));
        Assert.Equal(12, Documents.Findings(RuleExamples.Edit("（二）单位构成\n\n", "（二）单位构成\n\n" + lines), "MZ605").Count);
    }

    [Fact]
    public void The_template_of_the_corpus_has_few_findings()
    {
        var report = Inspector.Check(Reader.Read(Opening.File(Shared.File("corpus/TPL_部门决算模板.pdf")).Paper!, Documents.Library), Documents.Library);
        Assert.Contains(report.Findings, f => f.Rule == "MZ609");
        Assert.InRange(report.Findings.Count, 1, 20);
        Assert.Equal(report.Findings.Count, report.Findings.Select(f => f.Rule).Distinct().Count());
    }
}
