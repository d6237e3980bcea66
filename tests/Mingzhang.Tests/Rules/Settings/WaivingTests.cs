using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules.Settings;

/// <summary>说明试验：what a waiver explains is shown apart and does not count; what it does not match stands; what it does not need is told.</summary>
public class WaivingTests
{
    // A wrong figure (error) and words that differ (a doubt).
    private static readonly Disclosure Mistaken = Documents.Read(RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46")
        .Replace("数据验收合格率达到98%", "数据验收达标率达到98%", StringComparison.Ordinal), "云溪市档案局2026年部门预算.txt");

    private static readonly Waiver Wrong = new() { Rule = "MZ007", Reason = "更正已报送", Date = new DateOnly(2026, 2, 10), By = "林知远" };

    public static TheoryData<string, string?, bool> Narrowings() => new()
    {
        { "", null, true },
        { "document", "云溪市档案局2026年部门预算.txt", true },
        { "document", "*档案局*", true },
        { "document", "*.TXT", true },
        { "document", "档案局", false },
        { "entity", "云溪市 档案局", true },
        { "entity", "云溪市统计局", false },
        { "figure", "381.46", true },
        { "figure", "381.46万元", true },
        { "figure", "318.47", false },
        { "figure", "无", false },
        { "point", "nature=basic", true },
        { "point", "economic=30101", true },
        { "point", "nature=project", false },
        { "text", "表三 · 30101", true },
        { "text", "two digits swapped", true },
        { "text", "表四", false },
        { "finding", "mz007-000000000000", false },
    };

    [Theory]
    [MemberData(nameof(Narrowings))]
    public void A_waiver_explains_what_it_matches_and_nothing_else(string field, string? value, bool matches)
    {
        var waiver = field switch
        {
            "document" => Wrong with { Document = value },
            "entity" => Wrong with { Entity = value },
            "figure" => Wrong with { Figure = value },
            "point" => Wrong with { Point = value },
            "text" => Wrong with { Text = value },
            "finding" => Wrong with { Finding = value },
            _ => Wrong,
        };
        var report = Check(waiver);
        Assert.Equal(matches, report.Waived.Any(w => w.Finding.Rule == "MZ007" && ReferenceEquals(w.Waiver, waiver)));
        Assert.Equal(!matches, report.Findings.Any(f => f.Rule == "MZ007"));
        Assert.Contains(report.Findings, f => f.Rule == "MZ408");
    }

    [Fact]
    public void What_is_waived_does_not_count_and_keeps_its_checks()
    {
        var plain = Inspector.Check(Mistaken, Documents.Library);
        var report = Check(Wrong);
        Assert.Equal((Severity.Error, Severity.Warning), (plain.Worst!.Value, report.Worst!.Value));
        Assert.Equal(plain.Coverage, report.Coverage);
        Assert.Equal(plain.Findings.Count, report.Findings.Count + report.Waived.Count);
        Assert.Empty(report.UnusedWaivers);
    }

    [Fact]
    public void One_finding_is_waived_by_its_id_and_one_figure_by_its_own()
    {
        var found = Inspector.Check(Mistaken, Documents.Library).Findings.Single(f => f.Rule == "MZ007");
        Assert.Single(Check(Wrong with { Finding = found.Id }).Waived);
        Assert.Single(Check(Wrong with { Figure = found.Candidates[0].Figure }).Waived);
    }

    [Fact]
    public void A_waiver_holds_on_its_last_day_and_not_after()
    {
        var waiver = Wrong with { Expires = new DateOnly(2026, 6, 30) };
        Assert.Single(Check(waiver, new DateOnly(2026, 6, 30)).Waived);
        var report = Check(waiver, new DateOnly(2026, 7, 1));
        Assert.Empty(report.Waived);
        Assert.Same(waiver, Assert.Single(report.UnusedWaivers));
    }

    [Fact]
    public void A_waiver_that_found_nothing_is_told_only_for_the_document_that_it_concerns()
    {
        var unused = Wrong with { Rule = "MZ601" };
        Assert.Same(unused, Assert.Single(Check(unused).UnusedWaivers));
        Assert.Empty(Check(unused with { Document = "某局.txt" }).UnusedWaivers);
    }

    [Fact]
    public void Findings_are_waived_one_by_one_before_they_are_joined()
    {
        var many = Documents.Read(Documents.Sample + string.Concat(Enumerable.Range(1, 14).Select(n => $"\n\n第{n}段的内容。。")));
        var waiver = new Waiver { Rule = "MZ605", Reason = "排版所致", Date = new DateOnly(2026, 2, 10) };
        Assert.Equal("MZ605.many", Assert.Single(Inspector.Check(many, Documents.Library).Findings, f => f.Rule == "MZ605").Template);
        var report = Inspector.Check(many, Documents.Library, new CheckSettings { File = "mingzhang.json", Waivers = [waiver] });
        Assert.Equal(14, report.Waived.Count);
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ605");

        var joined = waiver with { Finding = Inspector.Check(many, Documents.Library).Findings.Single(f => f.Rule == "MZ605").Id };
        Assert.Equal("MZ605.many", Assert.Single(Inspector.Check(many, Documents.Library, new CheckSettings { Waivers = [joined] }).Waived).Finding.Template);
    }

    private static Report Check(Waiver waiver, DateOnly? today = null) => Inspector.Check(Mistaken, Documents.Library, new CheckSettings { File = "mingzhang.json", Waivers = [waiver], Today = today });
}
