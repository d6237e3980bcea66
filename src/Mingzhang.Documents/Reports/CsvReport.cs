using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>问题清单（CSV）：one line a finding, for spreadsheets: UTF-8 with a mark, so that they show the characters, and no cell that they
/// would take for a formula.</summary>
public static class CsvReport
{
    private static readonly string[] Chinese = ["文件", "主体", "年度", "程度", "规则", "问题", "说明", "建议", "页", "行", "部分或表", "行名", "栏", "原文", "可能正确的数", "已说明", "编号"];
    private static readonly string[] English = ["file", "entity", "year", "severity", "rule", "title", "message", "remedy", "page", "line", "section or table", "row", "column", "text", "likely value", "waived", "id"];

    /// <summary>外框：the header line.</summary>
    public static ReportFrame Frame(bool english) => new(".csv", "\ufeff" + Line(english ? English : Chinese), "", "") { Always = true };

    /// <summary>一份报告的各行。</summary>
    public static string Write(Report report, bool english)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Concat(report.Findings.Select(f => Of(report.Disclosure.Facts, f, null, english)).Concat(report.Waived.Select(w => Of(report.Disclosure.Facts, w.Finding, w.Waiver, english))));
    }

    private static string Of(DocumentFacts facts, Finding finding, Waiver? waiver, bool english)
    {
        var place = finding.Places.Count > 0 ? finding.Places[0] : new Place();
        return Line(
        [
            place.File ?? facts.Name, facts.Entity, facts.Year?.ToString(CultureInfo.InvariantCulture), SeverityWords.Of(finding.Severity, english), finding.Rule, finding.Title.In(english), finding.Message.In(english),
            finding.Suggestion?.In(english), place.Page?.ToString(CultureInfo.InvariantCulture), place.Line?.ToString(CultureInfo.InvariantCulture), place.Table ?? place.Section, place.Row, place.Column,
            place.Text, finding.Candidates.Count > 0 ? finding.Candidates[0].Value : "", waiver?.Reason, finding.Id,
        ]);
    }

    private static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(CsvCell.Quote)) + "\r\n";
}
