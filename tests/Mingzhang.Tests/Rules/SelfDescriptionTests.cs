using Mingzhang.Budget;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Rules;

/// <summary>自述试验：title, tables and the user's choice disagree about year, kind or book.</summary>
public class SelfDescriptionTests
{
    [Fact]
    public void A_cover_of_one_year_over_tables_of_another_is_one_finding()
    {
        var at = Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal);
        var tables = Documents.Sample[at..].Replace("云溪市档案局", "2025年云溪市档案局", StringComparison.Ordinal);
        var found = Assert.Single(Documents.Findings(Documents.Sample[..at] + tables, "MZ502"));
        Assert.Equal("MZ502.tables", found.Template);
        Assert.Contains("表名写 2025 年，标题为 2026 年", found.Message.Chinese, StringComparison.Ordinal);
        Assert.True(found.Places.Count > 2);
    }

    [Fact]
    public void A_table_of_a_final_account_in_a_budget_is_told()
    {
        var found = Assert.Single(Documents.Findings(RuleExamples.Edit("云溪市档案局部门支出总表", "云溪市档案局部门支出决算总表"), "MZ506"));
        Assert.Equal(("MZ506.kind", Severity.Warning), (found.Template, found.Severity));
        Assert.Contains("本文是预算，表八的表名却写“决算”", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_year_or_kind_chosen_than_printed_is_told()
    {
        var year = Documents.Check(Documents.Sample, new ReadingChoice(Year: 2025));
        Assert.Equal(2025, year.Disclosure.Facts.Year);
        Assert.Contains(year.Findings, f => f.Template == "MZ506.chosen-year" && f.Message.English.Contains("the title says 2026", StringComparison.Ordinal));
        var kind = Documents.Check(Documents.Sample, new ReadingChoice(Kind: DocumentKind.Final));
        Assert.Equal(DocumentKind.Final, kind.Disclosure.Facts.Kind);
        Assert.Contains(kind.Findings, f => f.Template == "MZ506.chosen-kind");
    }

    [Fact]
    public void A_choice_that_agrees_with_the_document_is_silent() =>
        Assert.Empty(Documents.Check(Documents.Sample, new ReadingChoice("cq-budget", 2026, DocumentKind.Budget)).Findings);

    [Fact]
    public void A_book_of_the_other_kind_is_told()
    {
        var book = Documents.Library.Books.FirstOrDefault(b => b.Kind == DocumentKind.Final);
        Assert.SkipWhen(book is null, "there is no book of final accounts yet");
        Assert.Contains(Documents.Check(Documents.Sample, new ReadingChoice(book!.Key)).Findings, f => f.Template == "MZ506.chosen-book");
    }
}
