using System.Globalization;
using System.Text;
using Mingzhang.Documents.Reports;
using Mingzhang.Rules;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.Conventions;

/// <summary>生成的文档：rules, forms and catalogues as documentation; a test fails where they are stale.</summary>
public class GeneratedDocs
{
    private const string Made = "<!-- Made by the tests from the data; MINGZHANG_ACCEPT=1 ./test renews it. -->\n\n";

    [Fact]
    public void Rules_are_documented_with_an_example_each()
    {
        var text = new StringBuilder("# 规则 Rules\n\n").Append(Made);
        foreach (var rule in RuleTexts.Standard.Rules.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {rule.Id} {rule.Title.Chinese} · {rule.Title.English}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{rule.About.Chinese}\n\n{rule.About.English}\n\n- 程度 severity: {rule.Severity}\n- 依据 basis: {rule.Basis.Chinese} · {rule.Basis.English}\n");
            var (_, from, to) = RuleExamples.All.FirstOrDefault(e => e.Rule == rule.Id && e.From != e.To);
            if (from is not null && Documents.Findings(RuleExamples.Edit(from, to), rule.Id) is [var example, ..])
            {
                text.Append(CultureInfo.InvariantCulture, $"- 例 example ({example.Severity}): {example.Message.Chinese} 建议：{example.Suggestion?.Chinese}\n  {example.Message.English} Remedy: {example.Suggestion?.English}\n");
            }

            text.Append('\n');
        }

        Golden.CheckFile(Repository.Path("docs", "generated", "rules.md"), text.ToString());
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
