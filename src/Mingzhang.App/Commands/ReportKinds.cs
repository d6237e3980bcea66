using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Page;

namespace Mingzhang.App.Commands;

/// <summary>报告的各种格式：the terminal's text, JSON, a page, SARIF, CSV.</summary>
internal static class ReportKinds
{
    /// <summary>名称，第一个为默认。</summary>
    public static string[] Names { get; } = ["text", "json", "html", "csv", "sarif"];

    /// <summary>外框。</summary>
    public static ReportFrame Frame(string kind, bool english) => kind switch
    {
        "json" => JsonReport.Frame(Messages.Version),
        "html" => HtmlReport.Frame(english),
        "csv" => CsvReport.Frame(english),
        "sarif" => SarifReport.Frame,
        _ => ReportFrame.Text,
    };

    /// <summary>写成一份。</summary>
    public static byte[] Render(string kind, Report report, bool several, bool english, bool colour) => kind switch
    {
        "json" => Json(report, several),
        "html" => Encoding.UTF8.GetBytes(HtmlReport.Write(report, english)),
        "csv" => Encoding.UTF8.GetBytes(CsvReport.Write(report, english)),
        "sarif" => Encoding.UTF8.GetBytes(SarifReport.Write(report, english, Messages.Version)),
        _ => Encoding.UTF8.GetBytes(string.Concat(TextReport.Lines(report, english).Select(l => Painting.Paint(l, colour) + "\n"))),
    };

    private static byte[] Json(Report report, bool several)
    {
        using var memory = new MemoryStream();
        if (several)
        {
            JsonReport.WriteBody(memory, report);
        }
        else
        {
            JsonReport.Write(memory, report, Messages.Version);
        }

        return memory.ToArray();
    }
}
