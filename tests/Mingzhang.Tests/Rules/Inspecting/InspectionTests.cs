using Mingzhang.Budget;
using Mingzhang.Rules.Inspecting;

namespace Mingzhang.Tests.Rules.Inspecting;

/// <summary>检查表和五个方面：every finding stands in one line and under one dimension; what was not given is not checked, and is not called right.</summary>
public class InspectionTests
{
    private static readonly string Faulty = Documents.Sample.Replace("收入比2025年增加35.64万元", "收入比2025年增加36.64万元", StringComparison.Ordinal)
        .Replace("馆藏档案数字化\t186.00", "馆藏档案数字化\t196.00", StringComparison.Ordinal);

    [Fact]
    public void Every_rule_stands_under_one_dimension()
    {
        var named = Dimensions.Of(Documents.Check(Documents.Sample));
        Assert.Equal(["timeliness", "completeness", "detail", "openness", "truth"], named.Select(d => d.Key));
        var report = Documents.Check(Faulty);
        Assert.Equal(report.Findings.Count, Dimensions.Of(report).Sum(d => d.Findings.Count));
    }

    [Fact]
    public void Without_dates_timeliness_is_not_checked_and_says_why()
    {
        var timeliness = Dimensions.Of(Documents.Check(Documents.Sample))[0];
        Assert.Null(timeliness.Rate);
        Assert.NotEmpty(timeliness.NotChecked);
    }

    [Fact]
    public void A_sound_disclosure_meets_every_line_but_those_without_evidence()
    {
        var lines = InspectionForm.Of(Documents.Check(Documents.Sample), Documents.Library);
        Assert.All(lines, l => Assert.NotEqual(Meets.No, l.Meets));
        Assert.Equal(12, lines.Count(l => l.Name.Chinese.StartsWith('表')));
        Assert.Equal(Meets.NotChecked, lines[0].Meets);
    }

    [Fact]
    public void Every_finding_stands_in_one_line()
    {
        var report = Documents.Check(Faulty);
        var lines = InspectionForm.Of(report, Documents.Library);
        Assert.Equal(report.Findings.Select(f => f.Id).Order(StringComparer.Ordinal), lines.SelectMany(l => l.Problems).Select(f => f.Id).Order(StringComparer.Ordinal));
        Assert.All(lines, l => Assert.Equal(l.Problems.Any(p => p.Severity > Severity.Note), l.Meets == Meets.No));
        Assert.Contains(lines, l => l.Meets == Meets.No);
    }
}
