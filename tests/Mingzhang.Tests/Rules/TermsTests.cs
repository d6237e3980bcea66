using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>名词解释：used terms are explained, explained ones used; documents without a glossary, and narratives without tables, are not asked.</summary>
public class TermsTests
{
    [Fact]
    public void A_sound_document_explains_what_it_uses() => Assert.Empty(Documents.Findings(Documents.Sample, "MZ618"));

    [Fact]
    public void A_used_term_that_is_not_explained_is_noted()
    {
        var text = string.Join('\n', Documents.Sample.Split('\n').Where(l => !l.Contains("项目支出：指", StringComparison.Ordinal)));
        var finding = Assert.Single(Documents.Findings(text, "MZ618"));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("项目支出", finding.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_nothing_uses_is_noted()
    {
        var text = Documents.Sample.Replace("（一）财政拨款收入：", "（一）上缴上级支出：指事业单位上缴上级单位的支出。\n\n（二）财政拨款收入：", StringComparison.Ordinal);
        Assert.Contains("上缴上级支出", Assert.Single(Documents.Findings(text, "MZ618")).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_glossary_nothing_is_asked() => Assert.DoesNotContain(Documents.Check("某局2026年部门预算情况说明\n\n机关运行经费10.00万元。").Checks, c => c.Rule == "MZ618");
}
