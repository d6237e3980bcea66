using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reports;
using Mingzhang.Paper;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Reading;

/// <summary>读取问题试验：what was not read is told, counted and placed by page; what was repaired is a note.</summary>
public class ReadingFaultTests
{
    /// <summary>A document of nine pages, of which six are pictures.</summary>
    internal static readonly PaperDocument Paper = new("某局.pdf", "0", "PDF", [
        new TextLine("某市水务局2025年部门预算情况说明", 1, 1, true) { Box = new PaperBox(10, 20, 300, 12) },
        new TextLine("三、部门预算情况说明", 2, 2, true) { Join = LineJoin.New, Box = new PaperBox(10, 40, 300, 12) },
        new TextLine("2025年基本支出100.00万元。", 3, 2, false) { Join = LineJoin.New, Box = new PaperBox(10, 60, 300, 12) },
    ])
    {
        Format = "pdf",
        Pages = [.. Enumerable.Range(1, 9).Select(p => new PaperPage(p, 595, 842, p is 1 or 2 or 8 ? PageContent.Text : PageContent.Picture))],
    };

    internal static Report Check(PaperDocument paper) => Inspector.Check(Reader.Read(paper, Documents.Library), Documents.Library);

    [Fact]
    public void Pages_that_are_pictures_are_told_in_ranges_and_counted_as_not_checked()
    {
        var report = Check(Paper);
        var found = Assert.Single(report.Findings, f => f.Rule == ReadingRules.Pictures);
        Assert.Equal("未核对：第3—7、9页为图片，没有可以核对的文字（全文共 9 页）。", found.Message.Chinese);
        Assert.Equal("Not checked: pages 3–7, 9 are pictures without text (9 pages in all).", found.Message.English);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal([3, 4, 5, 6, 7, 9], found.Places.Select(p => p.Page ?? 0));
        Assert.Equal(6, report.Checks.Count(c => c is { Rule: ReadingRules.Pictures, Outcome: Outcome.NotChecked }));
        Assert.All(found.Checks, id => Assert.Contains(report.Checks, c => c.Id == id));
    }

    [Theory]
    [InlineData("repaired-xref", "MZ702", Severity.Note, "已修复后读取")]
    [InlineData("junk-before-header", "MZ702", Severity.Note, "文件头")]
    [InlineData("truncated", "MZ703", Severity.Warning, "尾部缺失")]
    [InlineData("damaged-stream", "MZ703", Severity.Warning, "第2页有 1 处数据损坏")]
    [InlineData("missing-font-map", "MZ703", Severity.Warning, "第2页有字体缺少文字对照")]
    [InlineData("undecodable", "MZ703", Severity.Warning, "无法解码")]
    [InlineData("pictures", "MZ701", Severity.Note, "幅图片")]
    [InlineData("wide-table", "MZ704", Severity.Warning, "第 2 个表格有 400 栏", "2 400")]
    [InlineData("too-long", "MZ704", Severity.Warning, "超过 5000 个单元格", "cells 5000")]
    [InlineData("unopened", "MZ705", Severity.Warning, "宏、嵌入的文件", "macros embedded")]
    [InlineData("hidden-text", "MZ705", Severity.Note, "7 个字的隐藏文字")]
    [InlineData("revisions", "MZ705", Severity.Note, "3 处修订、1 条批注", "3 1")]
    public void Faults_of_the_file_are_told(string kind, string rule, Severity severity, string words, string detail = "7")
    {
        var report = Check(Paper with { Pages = [], Faults = [new PaperFault(kind, 2, detail)] });
        var found = Assert.Single(report.Findings, f => f.Rule == rule);
        Assert.Equal(severity, found.Severity);
        Assert.Contains(words, found.Message.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("{", found.Message.Chinese + found.Message.English + found.Suggestion!.Chinese + found.Suggestion.English, StringComparison.Ordinal);
        Assert.Equal(rule == ReadingRules.Repaired, report.Checks.All(c => c.Rule != rule));
    }

    [Fact]
    public void Every_kind_of_fault_of_a_PDF_has_words() => Assert.All(Enum.GetValues<Mingzhang.Pdf.PdfFaultKind>(), kind =>
        Assert.NotEmpty(ReadingFaults.Of(Paper with { Pages = [], Faults = [new PaperFault(string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())), null, "")] })));

    [Fact]
    public void Places_of_a_PDF_are_pages_and_boxes_and_never_lines()
    {
        var report = Check(Paper);
        var figure = Assert.Single(report.Disclosure.Statements);
        Assert.Equal((2, null, new Box(10, 60, 300, 12)), (figure.Place.Page, figure.Place.Line, figure.Place.Box));
        Assert.EndsWith("（第2页）", figure.Place.Chinese, StringComparison.Ordinal);
        var text = string.Concat(TextReport.Lines(report, english: false).Select(l => l.Text + l.Rest + "\n"));
        Assert.Contains("PDF 9 页", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"第\d+行", text);
        Assert.Contains("PDF 9 pages", string.Concat(TextReport.Lines(report, english: true).Select(l => l.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus/WL25_万里街道_2025部门预算.pdf")]
    [InlineData("corpus/SW25_商务委_2025部门预算.pdf")]
    public void Every_figure_of_a_real_PDF_has_its_page_and_its_own_box(string file)
    {
        var read = Reader.Read(Opening.File(Shared.File(file)).Paper!, Documents.Library);
        var printed = read.Statements.Where(s => s is not AmountStatement { Blank: true } and not NilStatement).ToList();
        Assert.NotEmpty(printed);
        Assert.All(printed, s => Assert.True(s.Place is { Page: not null, Line: null, Box: not null }, s.Id));
        var cells = printed.Where(s => s.Place.Table is not null).ToList();
        Assert.Equal(cells.Count, cells.Select(s => (s.Place.Page, s.Place.Box)).Distinct().Count());
    }

    [Fact]
    public void A_web_page_has_neither_lines_nor_pages()
    {
        var page = "<html><body><h1>某市水务局2025年部门预算情况说明</h1><p>三、部门预算情况说明</p><p>2025年基本支出100.00万元。</p></body></html>";
        var report = Documents.Check(page, "a.html");
        Assert.Equal("html", report.Disclosure.Facts.Format);
        Assert.All(report.Disclosure.Statements, s => Assert.Null(s.Place.Line));
        Assert.Contains("网页 UTF-8", string.Concat(TextReport.Lines(report, english: false).Select(l => l.Text)), StringComparison.Ordinal);
    }
}
