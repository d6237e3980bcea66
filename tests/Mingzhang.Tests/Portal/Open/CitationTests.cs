using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Citing;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>核对一句话：does the figure of a sentence exist?</summary>
public sealed class CitationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private string Name => portal.Sample.Body!.Name;

    private Citation Of(string sentence) => portal.Store.Read(a => CitationCheck.Of(a, Documents.Library, sentence));

    private ArchivedStatement Spending => portal.Store.Read(a => a.Statements(portal.Sample)).First(s => s.Statement is AmountStatement { Amount: not null } && s.Statement.Place.Table is not null && s.Statement.Point.Key("measure") == "expenditure" && s.Statement.Point.Key("purpose") == "三公/reception");

    [Fact]
    public void A_figure_that_is_printed_is_found_at_its_place()
    {
        var printed = ((AmountStatement)Spending.Statement).Amount!.Value;
        var citation = Of($"据报道，{Name}{portal.Sample.Year}年预算安排公务接待费{printed}。");
        Assert.Equal(Name, Assert.Single(citation.Bodies).Name);
        var figure = Assert.Single(citation.Figures);
        Assert.Equal(CitedVerdict.Matches, figure.Verdict);
        Assert.Contains(figure.Found, f => f.Statement.Id == Spending.Statement.Id);
        Assert.Contains("相符", CitationWords.Sentence(citation, english: false), StringComparison.Ordinal);
        Assert.Contains("matches", CitationWords.Sentence(citation, english: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rounded_figure_is_the_same_figure()
    {
        var total = portal.Store.Read(a => a.Headlines(portal.Sample)).Single(h => h.Item == "spending");
        Assert.Equal(CitedVerdict.Matches, Assert.Single(Of($"{Name}{portal.Sample.Year}年支出预算{Math.Round(total.Fen / 1_000_000m, MidpointRounding.AwayFromZero):0}万元。").Figures).Verdict);
    }

    [Fact]
    public void Another_amount_is_told_with_what_is_printed_instead()
    {
        var figure = Assert.Single(Of($"{Name}{portal.Sample.Year}年预算安排公务接待费987654.32万元。").Figures);
        Assert.Equal(CitedVerdict.Differs, figure.Verdict);
        Assert.Contains(figure.Nearest, f => f.Statement.Id == Spending.Statement.Id);
    }

    [Fact]
    public void Who_is_not_in_the_archive_is_said_not_to_be()
    {
        var citation = Of("外星事务管理局2031年预算支出12万元。");
        Assert.Empty(citation.Bodies);
        Assert.Equal(CitedVerdict.NoDocument, citation.Verdict);
    }

    [Fact]
    public void A_year_that_is_not_there_is_no_match() => Assert.NotEqual(CitedVerdict.Matches, Of($"{Name}1999年预算安排公务接待费{((AmountStatement)Spending.Statement).Amount}。").Verdict);

    [Theory]
    [InlineData("zh", "相符")]
    [InlineData("en", "matches")]
    public async Task The_page_answers_in_both_languages(string language, string word)
    {
        var page = await portal.Text($"/cite?lang={language}&q=" + Uri.EscapeDataString($"{Name}{portal.Sample.Year}年预算安排公务接待费{((AmountStatement)Spending.Statement).Amount}。"));
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Contains($"/cell/{portal.Sample.Key}.{Spending.Statement.Id}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>2024年支出1万元")]
    [InlineData("2024年支出99999999999999999999999999999999亿元")]
    [InlineData("'; DROP TABLE archive_document; --")]
    [InlineData("%00%ff（（（（（（（（（（（（")]
    [InlineData("-1.-1.-1万元")]
    public async Task A_hostile_sentence_is_only_a_sentence(string sentence)
    {
        var page = await portal.Text("/cite?q=" + Uri.EscapeDataString(sentence));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }
}
