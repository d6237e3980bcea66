using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Inspecting;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Reports;

/// <summary>检查表、汇总、批注：what stands beside the report says what the report says.</summary>
public class BesideReportTests
{
    private static readonly Report Faulty = Tests.Documents.Check(Tests.Documents.Sample.Replace("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46", StringComparison.Ordinal).Replace("截至2025年12月", "截止2025年12月", StringComparison.Ordinal));

    [Fact]
    public void The_form_names_every_part_and_table_and_all_problems()
    {
        var composed = InspectionSheet.Of(Faulty, Tests.Documents.Library, english: false);
        Assert.Equal("2026年度部门预算公开情况检查表", composed.Title);
        var text = ComposedText.Write(composed);
        Assert.All(Faulty.Findings, f => Assert.Contains(f.Rule, text, StringComparison.Ordinal));
        Assert.Contains("表十二", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{Y}", text, StringComparison.Ordinal);
        Assert.NotEmpty(ComposedExcel.Write(composed));
    }

    [Fact]
    public void The_summary_puts_the_worst_document_first()
    {
        SummarisedDocument[] documents = [SummarisedDocument.From("sound.txt", Tests.Documents.Check(Tests.Documents.Sample)), SummarisedDocument.From("=faulty.txt", Faulty)];
        var lines = BatchSummary.Csv(documents, english: false).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("'=faulty.txt,云溪市档案局,2026,1,0,1,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("sound.txt,云溪市档案局,2026,0,0,0", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, BatchSummary.Of(documents, english: true).Tables.Count());
    }

    [Fact]
    public void Only_a_PDF_takes_notes_and_others_are_told_what_to_do()
    {
        var refused = Annotations.Write(Encoding.UTF8.GetBytes(Tests.Documents.Sample), Faulty, english: false);
        Assert.Null(refused.Bytes);
        Assert.Contains("html", refused.Problem!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_appended_and_the_original_stays_as_it_was()
    {
        var original = File.ReadAllBytes(Shared.File("corpus/WL24_万里街道_2024部门预算.pdf"));
        var report = Inspector.Check(Reader.Read(Opening.Bytes("a.pdf", original).Paper!, Tests.Documents.Library), Tests.Documents.Library);
        var annotated = Annotations.Write(original, report, english: false).Bytes!;
        Assert.Equal(original, annotated[..original.Length]);
        Assert.True(annotated.Length > original.Length);
        var again = Inspector.Check(Reader.Read(Opening.Bytes("b.pdf", annotated).Paper!, Tests.Documents.Library), Tests.Documents.Library);
        Assert.Equal(report.Findings.Select(f => f.Rule), again.Findings.Select(f => f.Rule));
    }
}
