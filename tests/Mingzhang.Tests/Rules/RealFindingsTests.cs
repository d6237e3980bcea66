using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>真实文件的问题：exactly the known errors and warnings of the two documents, and nothing else at these levels.</summary>
public class RealFindingsTests
{
    [Fact]
    public void The_council_document_has_its_five_doubts_and_six_notes()
    {
        var findings = Documents.Check(Shared.Text(Shared.Council)).Findings;
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
        AssertAre(findings, Severity.Warning, "表七", "表九", "8,167.00", "参检率", "10篇以上");
        AssertAre(findings, Severity.Note, "90万人", "600人次", "不少于100个", "截至", "于165万人次", "本单位");
        Assert.Contains(findings, f => f.Message.Chinese.Contains("8,167.00", StringComparison.Ordinal) && f.Message.Chinese.Contains("7247", StringComparison.Ordinal) && f.Message.Chinese.Contains("920.00", StringComparison.Ordinal));
    }

    [Fact]
    public void The_bureau_document_has_two_hints_one_doubt_and_two_notes()
    {
        var findings = Documents.Check(Shared.Text(Shared.Bureau)).Findings;
        AssertAre(findings, Severity.Error, "必须填写", "以下为常见专业名词解释");
        AssertAre(findings, Severity.Warning, "单位预算公开联系人");
        AssertAre(findings, Severity.Note, "没有一张表", "截至");
    }

    [Fact]
    public void Rounding_gaps_hold_within_rounding()
    {
        var report = Documents.Check(Shared.Text(Shared.Council));
        var rounded = report.Checks.Where(c => c.Outcome == Outcome.HeldWithinRounding).ToList();
        Assert.Contains(rounded, c => c.Compared is { Found: 105271100m, Expected: 105271000m });
        Assert.Contains(rounded, c => c.Compared is { Found: 24760300m, Expected: 24760400m });
        Assert.Contains(rounded, c => c.Compared is { Found: 119935600m, Expected: 119935500m });
        Assert.Contains(rounded, c => c.Compared is { Found: -11259900m, Expected: -11259800m });
        Assert.All(rounded, c => Assert.True(Math.Abs(c.Compared!.Found - c.Compared.Expected) <= c.Compared.Slack));
    }

    [Fact]
    public void Findings_keep_their_ids_from_run_to_run_and_say_both_languages()
    {
        var text = Shared.Text(Shared.Council);
        var (first, second) = (Documents.Check(text).Findings, Documents.Check(text + "\n").Findings);
        Assert.Equal(first.Select(f => f.Id), second.Select(f => f.Id));
        Assert.Equal(first.Count, first.Select(f => f.Id).Distinct().Count());
        Assert.All(first, f => Assert.DoesNotContain("{", f.Message.Chinese + f.Message.English + f.Suggestion?.Chinese + f.Suggestion?.English, StringComparison.Ordinal));
        Assert.All(first, f => Assert.NotEmpty(f.Message.English));
    }

    private static void AssertAre(IReadOnlyList<Finding> findings, Severity severity, params string[] words)
    {
        var said = findings.Where(f => f.Severity == severity).Select(f => f.Message.Chinese).ToList();
        Assert.All(words, w => Assert.Contains(said, s => s.Contains(w, StringComparison.Ordinal)));
        Assert.Equal(words.Length, said.Count);
    }
}
