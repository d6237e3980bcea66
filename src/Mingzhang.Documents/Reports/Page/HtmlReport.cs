using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Rules.Inspecting;

namespace Mingzhang.Documents.Reports.Page;

/// <summary>网页报告：one self-contained page: the findings at the left, the document at the right with every place marked; a click leads from one to
/// the other. No script, nothing from outside; all text of the document is escaped.</summary>
public static class HtmlReport
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>外框：the page around the documents.</summary>
    public static ReportFrame Frame(bool english) => new(".html", Head(english, english ? "Mingzhang report" : "明账 检查报告"), "\n", "</body>\n</html>\n") { Always = true };

    internal static string Head(bool english, string title) =>
        $"<!DOCTYPE html>\n<html lang=\"{(english ? "en" : "zh-CN")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n";

    /// <summary>一份文件的报告。</summary>
    public static string Write(Report report, bool english)
    {
        ArgumentNullException.ThrowIfNull(report);
        var key = report.Disclosure.Facts.Id[..8];
        var blocks = new DocumentBlocks(report);
        var page = new StringBuilder();
        page.Append("<article>\n<header>\n<h1>").Append(Escape(report.Disclosure.Facts.Name)).Append("</h1>\n");
        foreach (var line in TextReport.Summary(report, english))
        {
            page.Append("<p>").Append(Escape(line)).Append("</p>\n");
        }

        page.Append("</header>\n<div class=\"panes\">\n<section class=\"findings\" aria-label=\"").Append(english ? "Findings" : "问题").Append("\">\n");
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Note })
        {
            Group(page, report.Findings.Where(f => f.Severity == severity).ToList(), severity, blocks, key, english);
        }

        if (report.Findings.Count == 0)
        {
            page.Append("<p class=\"good\">").Append(english ? "Nothing found." : "没有发现问题。").Append("</p>\n");
        }

        Waived(page, report, english);
        Coverage(page, report, english);
        page.Append("</section>\n<section class=\"document\" aria-label=\"").Append(english ? "Document as it was read" : "读到的正文").Append("\" tabindex=\"0\">\n");
        new DocumentPane(key, english).Write(page, blocks);
        return page.Append("</section>\n</div>\n</article>\n").ToString();
    }

    internal static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static void Group(StringBuilder page, List<Finding> findings, Severity severity, DocumentBlocks blocks, string key, bool english)
    {
        if (findings.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2 class=\"{SeverityWords.English(severity)}\">{SeverityWords.Of(severity, english)} <span>{findings.Count}</span></h2>\n");
        foreach (var finding in findings)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"finding {SeverityWords.English(severity)}\" id=\"{key}-{finding.Id}\">\n<h3>{Escape(finding.Title.In(english))} <code>{finding.Rule}</code></h3>\n<p>{Escape(finding.Message.In(english))}</p>\n");
            if (finding.Suggestion is { } remedy)
            {
                page.Append("<p class=\"remedy\">").Append(Escape(remedy.In(english))).Append("</p>\n");
            }

            Places(page, finding, blocks, key, english);
            page.Append("</div>\n");
        }
    }

    private static void Places(StringBuilder page, Finding finding, DocumentBlocks blocks, string key, bool english)
    {
        if (finding.Places.Count == 0)
        {
            return;
        }

        page.Append("<ul class=\"places\">\n");
        foreach (var place in finding.Places)
        {
            var said = Escape(english ? place.English : place.Chinese);
            var at = place.Order is null || place.ByFile ? -1 : blocks.Block(place);
            page.Append("<li>").Append(at < 0 ? said : string.Create(CultureInfo.InvariantCulture, $"<a href=\"#{key}-b{at}\">{said}</a>")).Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void Waived(StringBuilder page, Report report, bool english)
    {
        if (report.Waived.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<details><summary>{(english ? "Waived" : "已说明")} {report.Waived.Count}</summary>\n<ul>\n");
        foreach (var waived in report.Waived)
        {
            page.Append("<li>").Append(Escape(waived.Finding.Message.In(english))).Append(" <em>").Append(Escape(waived.Waiver.Reason)).Append("</em></li>\n");
        }

        page.Append("</ul>\n</details>\n");
    }

    private static void Coverage(StringBuilder page, Report report, bool english)
    {
        page.Append("<table class=\"coverage\">\n<caption>").Append(english ? "What was checked" : "核对情况").Append("</caption>\n");
        foreach (var count in report.Coverage)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{TextReport.Name(count.Outcome, english)}</th><td>{count.Count}</td></tr>\n");
        }

        page.Append("</table>\n");
        FiveDimensions(page, report, english);
        var open = report.Checks.Where(c => c is { Outcome: Outcome.NotChecked, Why: not null }).GroupBy(c => c.Why!.In(english)).OrderByDescending(g => g.Count()).ToList();
        if (open.Count > 0)
        {
            page.Append("<details><summary>").Append(english ? "Not checked, and why" : "未能核对的原因").Append("</summary>\n<ul>\n");
            open.ForEach(g => page.Append(CultureInfo.InvariantCulture, $"<li>{g.Count()}：{Escape(g.Key)}</li>\n"));
            page.Append("</ul>\n</details>\n");
        }
    }

    private static void FiveDimensions(StringBuilder page, Report report, bool english)
    {
        page.Append("<table class=\"coverage\">\n<caption>").Append(english ? "By what inspections ask" : "按检查的五个方面").Append("</caption>\n");
        foreach (var dimension in Dimensions.Of(report))
        {
            var found = dimension.Findings.Count(f => f.Severity > Severity.Note);
            var said = dimension.Rate is null ? dimension.NotChecked.Count > 0 ? dimension.NotChecked[0].In(english) : english ? "not checked" : "未核对"
                : found == 0 ? english ? "nothing found" : "未发现问题" : english ? $"{found.ToString(CultureInfo.InvariantCulture)} found" : $"{found.ToString(CultureInfo.InvariantCulture)} 个问题";
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{dimension.Name.In(english)}</th><td>{Escape(said)}</td><td>{dimension.Percent}</td></tr>\n");
        }

        page.Append("</table>\n");
    }
}
