using System.Text.Json;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Page;

namespace Mingzhang.Tests.Reports;

/// <summary>网页、CSV、SARIF 报告：the same findings in other clothes; text of the document stays text.</summary>
public class PageReportTests
{
    private static readonly string Faulty = Documents.Sample.Replace("收入比2025年增加35.64万元", "收入比2025年增加36.64万元", StringComparison.Ordinal)
        .Replace("截至2025年12月", "截止2025年12月", StringComparison.Ordinal);

    [Fact]
    public void Every_finding_of_the_page_leads_to_its_place_in_the_document_and_back()
    {
        var report = Documents.Check(Faulty);
        var page = HtmlReport.Write(report, english: false);
        Assert.NotEmpty(report.Findings);
        foreach (var finding in report.Findings)
        {
            Assert.Contains($"-{finding.Id}\">", page, StringComparison.Ordinal);
            Assert.Contains($"-{finding.Id}\" title", page, StringComparison.Ordinal);
        }

        foreach (var link in page.Split("href=\"#").Skip(1).Select(l => l[..l.IndexOf('"', StringComparison.Ordinal)]))
        {
            Assert.Contains($"id=\"{link}\"", page, StringComparison.Ordinal);
        }

        Assert.Matches("<mark class=\"note\">[^<]*截止2025年", page);
    }

    [Fact]
    public void Markup_in_a_document_is_shown_and_not_obeyed()
    {
        var hostile = Faulty.Replace("监督指导。", "监督指导<img src=x onerror=alert(1)>。", StringComparison.Ordinal);
        var page = HtmlReport.Frame(english: false).Opening + HtmlReport.Write(Documents.Check(hostile, "<b>.txt"), english: false);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_document_says_what_was_checked()
    {
        var page = HtmlReport.Write(Documents.Check(Documents.Sample), english: true);
        Assert.Contains("Nothing found.", page, StringComparison.Ordinal);
        Assert.Contains("What was checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_SARIF_log_has_a_run_a_document_with_places_as_lines_and_columns()
    {
        var report = Documents.Check(Faulty);
        var text = SarifReport.Frame.Opening + SarifReport.Write(report, english: false, "1.0") + SarifReport.Frame.Separator + SarifReport.Write(report, english: true, "1.0") + SarifReport.Frame.Closing;
        using var log = JsonDocument.Parse(text);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(report.Findings.Select(f => f.Rule), results.Select(r => r.GetProperty("ruleId").GetString()));
        var region = results.Single(r => r.GetProperty("ruleId").GetString() == "MZ606").GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal(37, region.GetProperty("startLine").GetInt32());
        var rules = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        Assert.Equal(results.Select(r => r.GetProperty("ruleId").GetString()).Distinct().Order(StringComparer.Ordinal), rules);
    }

    [Fact]
    public void The_CSV_list_has_a_line_a_finding_and_no_formula()
    {
        var report = Documents.Check(Faulty, "=cmd.txt");
        var lines = CsvReport.Write(report, english: false).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(report.Findings.Count, lines.Length);
        Assert.All(lines, l => Assert.StartsWith("'=cmd.txt,", l, StringComparison.Ordinal));
        Assert.StartsWith("\ufeff文件,", CsvReport.Frame(english: false).Opening, StringComparison.Ordinal);
    }
}
