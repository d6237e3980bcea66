using System.Globalization;
using System.Text;
using Mingzhang.Documents.Reports;
using Mingzhang.Rules;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.Conventions;

/// <summary>生成的文档：rules, forms and catalogues as documentation; a test fails where they are stale.</summary>
public class GeneratedDocs
{
    internal const string Made = "<!-- Made by the tests from the data; MINGZHANG_ACCEPT=1 ./test renews it. -->\n\n";

    [Fact]
    public void Rules_are_documented_with_an_example_each()
    {
        var samples = RuleTexts.Standard.Rules.Keys.Select(ExampleRuns.Of).OfType<RuleSample>().ToDictionary(s => s.Rule, StringComparer.Ordinal);
        Assert.Equal(RuleTexts.Standard.Rules.Keys, samples.Keys);

        // The program carries the same examples, so that it shows them without running anything.
        Golden.CheckFile(Repository.Path("src", "Mingzhang.Rules", "Texts", "examples.txt"),
            "# 例子: made by the tests from each rule's own broken test document; MINGZHANG_ACCEPT=1 ./test renews them.\n" + string.Concat(samples.Values.Select(s => s.Written)));
        Golden.CheckFile(Repository.Path("docs", "generated", "rules.md"), RulesPage.Write(RuleTexts.Standard, samples));
    }

    [Fact]
    public void Forms_are_documented()
    {
        var text = new StringBuilder("# 表式 Forms\n\n").Append(Made);
        foreach (var book in Documents.Library.Books)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {book.Key} {book.Name.Chinese} · {book.Name.English}\n\n```\n");
            foreach (var form in book.Forms)
            {
                text.Append(FormsReport.One(Documents.Library, form));
            }

            text.Append("```\n\n");
        }

        Golden.CheckFile(Repository.Path("docs", "generated", "forms.md"), text.ToString());
    }

    [Fact]
    public void The_process_is_documented() => Golden.CheckFile(Repository.Path("docs", "generated", "process.md"), Mingzhang.Ledger.Process.ProcessPage.Write(Made));

    [Fact]
    public void Catalogues_are_documented()
    {
        var text = new StringBuilder("# 科目表 Catalogues\n\n").Append(Made).Append("| 科目表 catalogue | 科目 codes | 旧名 old names | 见于真实文件 seen in real documents |\n| --- | --- | --- | --- |\n");
        foreach (var catalogue in Documents.Library.Catalogues.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {catalogue.Key} | {catalogue.Entries.Select(e => e.Code).Distinct().Count()} | {catalogue.Entries.Count(e => e.To is not null)} | {catalogue.Entries.Count(e => e.Verified)} |\n");
        }

        Golden.CheckFile(Repository.Path("docs", "generated", "catalogue.md"), text.ToString());
    }
}
