using Mingzhang.Budget;
using static Mingzhang.Tests.Rules.Pairs.SeveralDocuments;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>与上年文件核对试验：last year's figures, changes and percentages, on both sides of rounding; phases are never mixed.</summary>
public class PreviousYearTests
{
    [Fact]
    public void Sound_documents_agree_with_last_year()
    {
        var report = Check(Now, (PairRole.Previous, Last));
        Assert.Empty(Findings(report));
        Assert.Equal([Outcome.Held], Checks(report, "MZ801").Select(c => c.Outcome));
        Assert.Equal([Outcome.Held, Outcome.Held], Checks(report, "MZ802").Select(c => c.Outcome));
    }

    [Theory]
    [InlineData("2025年“三公”经费预算11.60", "2025年“三公”经费预算11.61", null)]
    [InlineData("2025年“三公”经费预算11.60", "2025年“三公”经费预算11.62", "MZ801")]
    [InlineData("2025年“三公”经费预算11.60万元", "2025年“三公”经费预算116,000元", null)]
    [InlineData("2025年“三公”经费预算11.60万元", "2025年“三公”经费预算116,200元", "MZ801")]
    [InlineData("增加35.64", "增加35.65", null)]
    [InlineData("增加35.64", "增加35.66", "MZ802")]
    [InlineData("增加35.64", "减少35.64", "MZ802")]
    [InlineData("减少11.11%", "减少11.36%", null)]
    [InlineData("减少11.11%", "减少11.60%", "MZ802")]
    public void Last_year_is_compared_with_rounding_as_intervals(string from, string to, string? rule)
    {
        var findings = Findings(Check(With(Now, from, to), (PairRole.Previous, Last)));
        Assert.Equal(rule is null ? [] : [rule], findings.Select(f => f.Rule));
        Assert.All(findings, f => Assert.Equal(Severity.Error, f.Severity));
        Assert.All(findings, f => Assert.Contains(f.Places, p => p.File == "side1.txt" && p.Chinese.StartsWith("side1.txt ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("增加35.64", "增加36.64", "比2025年预算", "比2025年")]
    [InlineData("2025年“三公”经费预算11.60", "2025年“三公”经费预算12.60", "单位构成\n\n", "单位构成\n\n因机构改革职能划入，按同口径比较。")]
    [InlineData("2025年“三公”经费预算11.60", "2025年“三公”经费预算12.60", "一家事业单位", "两家事业单位")]
    public void A_base_without_a_phase_and_a_reorganisation_make_a_doubt(string from, string to, string words, string other)
    {
        var last = Last + "\n一、单位基本情况\n\n（二）单位构成\n\n云溪市档案局下属云溪市档案馆一家事业单位。\n";
        var found = Assert.Single(Findings(Check(With(With(Now, from, to), words, other), (PairRole.Previous, last))));
        Assert.Equal(Severity.Warning, found.Severity);
    }

    [Fact]
    public void What_was_executed_is_not_compared_with_a_budget()
    {
        var report = Check(With(Now, "2025年“三公”经费预算11.60万元", "2025年“三公”经费预算执行数12.60万元"), (PairRole.Previous, Last));
        Assert.Empty(Findings(report));
        Assert.Equal([Outcome.NotApplicable], Checks(report, "MZ801").Select(c => c.Outcome));
    }

    [Fact]
    public void What_last_year_did_not_print_is_told_as_not_checked()
    {
        var report = Check(Now, (PairRole.Previous, Last[..Last.IndexOf("四、", StringComparison.Ordinal)]));
        Assert.Empty(Findings(report));
        Assert.Equal((Outcome.NotChecked, "上年文件没有印出同一口径的数"), Checks(report, "MZ801").Select(c => (c.Outcome, c.Why!.Chinese)).Single());
    }

    [Fact]
    public void The_search_for_the_wrong_figure_goes_over_both_documents()
    {
        // Last year's total is printed wrong in last year's own document: its parts, and two places of this year's, say so.
        var now = With(Now, "经费预算10.20万元。其", "经费预算10.20万元，比2025年预算减少1.40万元。其");
        var found = Assert.Single(Findings(Check(now, (PairRole.Previous, With(Last, "经费预算11.60", "经费预算16.10")))));
        Assert.Equal(("MZ801.wrong", "11.60"), (found.Template, found.Arguments["value"].TrimEnd('万', '元')));
        Assert.StartsWith("side1.txt ", found.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("previous1.n2", Assert.Single(found.Candidates).Figure);
    }

    [Fact]
    public void What_last_years_document_breaks_within_itself_is_for_its_own_report() =>
        Assert.DoesNotContain(Findings(Check(Now, (PairRole.Previous, With(Last, "公务用车购置费0.00", "公务用车购置费5.00")))), f => f.Rule == "MZ007");

    [Theory]
    [InlineData("12.01", false)]
    [InlineData("12.02", true)]
    public void What_a_final_account_carries_in_was_carried_out_last_year(string carried, bool broken)
    {
        var findings = Findings(Check(With(Final, "年初结转和结余12.00", "年初结转和结余" + carried), (PairRole.Previous, LastFinal)));
        Assert.Equal(broken ? [("MZ803", Severity.Warning)] : [], findings.Select(f => (f.Rule, f.Severity)));
    }
}
