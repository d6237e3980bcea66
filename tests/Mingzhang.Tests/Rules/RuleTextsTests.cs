using Mingzhang.Budget;
using Mingzhang.Forms.Loading;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules;

/// <summary>规则数据试验：sources, families, books, years and severities by book are read, and refused with file and line where they are faulty.</summary>
public class RuleTextsTests
{
    private const string Words = "  title 甲 | A\n  about 甲。 | A.\n";

    private static readonly DataSource Source = DataSource.Embedded(typeof(RuleTexts).Assembly);

    [Theory]
    [InlineData("rule MZ699\n" + Words + "  basis 某规定第三条 | some norm\n  severity note\n", 4, "the source '某规定第三条' is not in sources.txt")]
    [InlineData("rule MZ699\n" + Words + "  basis 算术；某文件 | arithmetic\n  severity note\n", 4, "the source '某文件' is not in sources.txt")]
    [InlineData("rule MZX99\n" + Words + "  basis 算术 | arithmetic\n  severity note\n", 1, "the family of MZX99 is not in families.txt")]
    [InlineData("rule MZ699\n" + Words + "  basis 算术 | arithmetic\n  severity note\n    cq-budget loud\n", 6, "write: BOOK error|warning|note")]
    [InlineData("rule MZ699\n" + Words + "  basis 算术 | arithmetic\n  severity note\n    cq-budget error\n    cq-budget note\n", 7, "'cq-budget' is given twice")]
    [InlineData("rule MZ699\n" + Words + "  basis 算术 | arithmetic\n  severity note\n  since 去年\n", 6, "'去年' is no year")]
    public void Faulty_rules_are_refused_with_file_and_line(string text, int line, string english)
    {
        Assert.Null(RuleTexts.Load(Source.With("6-more.txt", text), out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("6-more.txt", line, english), (problem.File, problem.Line, problem.Reason.English));
        Assert.NotEmpty(problem.Reason.Chinese);
    }

    [Theory]
    [InlineData("source 某法 | Some Law\n  kind norm\n", "'kind' or the titles in both languages are missing")]
    [InlineData("source 某法 | Some Law\n  kind song\n  title 某法 | Some Law\n", "'kind' or the titles in both languages are missing")]
    public void Faulty_sources_are_refused(string text, string english)
    {
        Assert.Null(RuleTexts.Load(Source.With("sources.txt", Source.Text("sources.txt") + text), out var problems));
        Assert.Contains(problems, p => p.File == "sources.txt" && p.Reason.English == english);
    }

    [Fact]
    public void A_rule_says_to_which_books_and_years_it_applies_and_how_severe_it_is_in_each()
    {
        var texts = RuleTexts.Load(Source.With("6-more.txt", "rule MZ699\n" + Words + "  basis 预算法第十四条；算术 | Budget Law, article 14; arithmetic\n  severity warning\n    js-budget note\n  books cq-budget js-budget\n  since 2020\n  until 2024\n"), out var problems);
        Assert.Empty(problems);
        var rule = texts!.Rules["MZ699"];
        Assert.Equal((Severity.Note, Severity.Warning, Severity.Warning), (rule.SeverityIn("js-budget"), rule.SeverityIn("cq-budget"), rule.SeverityIn(null)));
        Assert.Equal(["预算法", "算术"], rule.Sources.Select(s => s.Name.Chinese));
        Assert.Null(rule.NotFor(Facts("cq-budget", 2020)));
        Assert.Null(rule.NotFor(Facts(null, null)));
        Assert.Equal("the rule applies to cq-budget, js-budget only", rule.NotFor(Facts("final-accounts", 2020))!.English);
        Assert.Equal("the rule applies from 2020 on", rule.NotFor(Facts("cq-budget", 2019))!.English);
        Assert.Equal("本规则适用至 2024 年度", rule.NotFor(Facts("cq-budget", 2025))!.Chinese);
    }

    [Fact]
    public void A_rule_that_does_not_apply_says_why_and_reports_nothing()
    {
        var text = RuleExamples.Edit("年度预算执行率\t=\t100\t%\t10\n2", "年度完成情况\t=\t100\t%\t10\n2").Replace("2026年", "2018年", StringComparison.Ordinal).Replace("2025年", "2017年", StringComparison.Ordinal);
        var report = Documents.Check(text);
        Assert.Equal((Outcome.NotApplicable, "本规则自 2020 年度起适用"), report.Checks.Where(c => c.Rule == "MZ402").Select(c => (c.Outcome, c.Why!.Chinese)).Single());
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ402");
    }

    [Fact]
    public void Every_book_named_by_a_rule_exists() =>
        Assert.All(RuleTexts.Standard.Rules.Values.SelectMany(r => r.Books.Concat(r.SeverityByBook.Keys)), b => Assert.NotNull(Documents.Library.Book(b)));

    [Fact]
    public void Every_norm_has_a_number_or_a_name_in_brackets() =>
        Assert.All(RuleTexts.Standard.Rules.Values.SelectMany(r => r.Sources).Where(s => s.Kind == RuleSourceKind.Norm), s => Assert.Matches("《.+》|〔20[0-9]{2}〕[0-9]+号", s.Title.Chinese));

    private static DocumentFacts Facts(string? book, int? year) => Documents.Read("床前明月光。\n").Facts with { Book = book, Year = year };
}
