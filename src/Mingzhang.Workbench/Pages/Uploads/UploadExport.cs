using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Portal.Pages.Reading;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>审核单的去处：separated values for a spreadsheet, a notice of what was found for whoever made the document, the file as it came.</summary>
internal static class UploadExport
{
    private static readonly string[] Columns = ["severity", "rule", "title", "message", "place", "verdict", "reason", "who", "at"];

    /// <summary>一行一条，what a spreadsheet would take for a formula is defused.</summary>
    public static async Task<WorkAnswer> Csv(WorkVisit v)
    {
        if (await Rows(v) is not { } list)
        {
            return WorkAnswer.Missing;
        }

        var text = new StringBuilder();
        foreach (var row in list.Rows.Prepend(Header(v)))
        {
            text.AppendJoin(',', row.Select(CsvCell.Quote)).Append("\r\n");
        }

        return new WorkAnswer { Bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], Name = list.Document.Name + ".csv", Type = "text/csv; charset=utf-8" };
    }

    /// <summary>同样的行，成工作簿。</summary>
    public static async Task<WorkAnswer> Excel(WorkVisit v) => await Rows(v) is not { } list ? WorkAnswer.Missing
        : new WorkAnswer { Bytes = ListWorkbook.Write(v["work.uploads.sheet"], Header(v), list.Rows), Name = list.Document.Name + ".xlsx", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

    private static IReadOnlyList<string> Header(WorkVisit v) => [.. Columns.Select(c => v["work.uploads.column." + c])];

    private static async Task<Listed?> Rows(WorkVisit v)
    {
        if (UploadSheet.Document(v) is not { } document || await v.Site.Uploads.Of(v.Site, document) is not { } report)
        {
            return null;
        }

        var decided = UploadRows.Decisions(v.Site, document.Id);
        return new Listed(document, [.. UploadReports.Ordered(report).Select(f => Row(v, f, decided.GetValueOrDefault(f.Id)))]);
    }

    private static IReadOnlyList<string> Row(WorkVisit v, Finding f, Decision? d) =>
        [v["severity." + FindingList.Tone(f.Severity)], f.Rule, v.Visit.Say(f.Title), v.Visit.Say(f.Message), Places(v, f), v[d is null ? "work.uploads.undecided" : "work.uploads.is." + d.Verdict], d?.Reason ?? "", d?.Who ?? "", d?.At ?? ""];

    /// <summary>原件，as it came; never shown by the browser.</summary>
    public static WorkAnswer File(WorkVisit v) => UploadSheet.Document(v) is not { } document ? WorkAnswer.Missing
        : new WorkAnswer { Bytes = UploadRows.Bytes(v.Site, document.Id), Name = document.Name, Type = "application/octet-stream" };

    /// <summary>审核意见：what was accepted, to be printed or sent once the review is finished.</summary>
    public static async Task<WorkAnswer> Notice(WorkVisit v)
    {
        if (UploadSheet.Document(v) is not { } document || await v.Site.Uploads.Of(v.Site, document) is not { } report)
        {
            return WorkAnswer.Missing;
        }

        var decided = UploadRows.Decisions(v.Site, document.Id);
        var findings = UploadReports.Ordered(report).Where(f => decided.GetValueOrDefault(f.Id)?.Verdict == Decision.Accepted).ToList();
        return WorkAnswer.Page(v["work.uploads.notice"], Html($"""
            <p class="state"><a href="{v.To(UploadsPage.Address(document))}">{v["work.uploads.sheet"]}</a></p><h1>{v["work.uploads.notice"]}</h1>
            {When(document.Open, () => Html($"<p class=\"notice\">{v["work.uploads.notyet"]}</p>"))}
            <dl class="facts"><dt>{v["work.uploads.document"]}</dt><dd>{document.Name}</dd><dt>{v["work.unit"]}</dt><dd>{document.Entity}</dd><dt>{v["work.uploads.by"]}</dt><dd>{document.FinishedBy} {v.Moment(document.Finished)}</dd><dt>SHA-256</dt><dd class="code">{document.Hash}</dd></dl>
            {(findings.Count == 0 ? Html($"<p class=\"good\">{v["work.uploads.nothing"]}</p>") : Html($"<p>{v.Say("work.uploads.mend", findings.Count)}</p><ol>{findings.Select(f => Html($"<li><b>{v.Visit.Say(f.Title)}</b> <code>{f.Rule}</code> {UploadSheet.Message(v, f).Said} <small>{Places(v, f)}</small>{UploadSheet.Message(v, f).Grounds}{When(decided[f.Id].Reason.Length > 0, () => Html($"<p>{decided[f.Id].Reason}</p>"))}</li>\n"))}</ol>"))}
            <section><h2>{v["work.uploads.history"]}</h2><ul class="plain">{UploadRows.History(v.Site, document.Id).Select(d => Html($"<li>{v.Moment(d.At)} {d.Who} {v["work.uploads.is." + d.Verdict]} {report.Findings.FirstOrDefault(f => f.Id == d.Finding)?.Rule} {d.Reason}</li>\n"))}</ul></section>
            """), "/work/review");
    }

    private static string Places(WorkVisit v, Finding f) => string.Join(v.Visit.English ? "; " : "；", f.Places.Select(p => v.Visit.English ? p.English : p.Chinese).Distinct(StringComparer.Ordinal).Take(8));

    private sealed record Listed(UploadedDocument Document, IReadOnlyList<IReadOnlyList<string>> Rows);
}
