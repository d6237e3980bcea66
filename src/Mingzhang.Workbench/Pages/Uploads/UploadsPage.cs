using System.Globalization;
using System.Security.Cryptography;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Portal.Checking;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传的文件：disclosures made elsewhere, each with what was found in it and how far its review is; a new one is read under the bounds of the public check and kept only where it could be read.</summary>
internal static class UploadsPage
{
    private const string Path = "/work/review/uploads";
    private const int LongestName = 200, MostShown = 300;

    public static WorkAnswer Show(WorkVisit v) => UploadAccess.Any(v) ? Form(v, Empty) : WorkAnswer.Forbidden;

    /// <summary>上传一份。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        var scope = v.Field("scope");
        if (!UploadAccess.Any(v) || !UploadAccess.May(v, scope))
        {
            return WorkAnswer.Forbidden;
        }

        if (v.Upload("file") is not { Length: > 0 and <= OwnFile.MostBytes } file)
        {
            return Form(v, Refused.List(v, [Problem.Of("没有选文件，或文件是空的，或大于 20 MB", "no file was chosen, or it is empty, or larger than 20 MB", "请选一份公开文本", "choose a disclosure")]));
        }

        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, v.Context.RequestAborted);
        var bytes = stream.ToArray();
        var name = Name(file.FileName);
        var read = await OwnFile.Check(new Upload(name, bytes), v.Site.Library, programs: true);
        if (read.Report is not { } report)
        {
            return Form(v, Html($"<div class=\"refused\" role=\"alert\"><p><b>{name}</b> {(read.Problem is { } problem ? v.Visit.Say(problem) : v[read.Why!])}{v["stop"]} {When(read.Remedy is not null, () => Html($"{v.Visit.Say(read.Remedy!)}{v["stop"]}"))}</p></div>"));
        }

        var document = Document(v, scope, name, bytes, report);
        UploadRows.Add(v.Site, document, bytes);
        v.Site.Uploads.Keep(document.Hash, document.Name, report);
        return WorkAnswer.Go(Address(document));
    }

    /// <summary>一份的地址。</summary>
    public static string Address(UploadedDocument document) => Path + "/" + document.Id;

    private static UploadedDocument Document(WorkVisit v, string scope, string name, byte[] bytes, Report report) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        Scope = scope,
        Name = name,
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Size = bytes.Length,
        Who = v.Who,
        At = AccountRows.Text(v.Site.Accounts.Now),
        Entity = report.Disclosure.Facts.Entity ?? "",
        Year = report.Disclosure.Facts.Year ?? 0,
        Errors = Count(report, Severity.Error),
        Warnings = Count(report, Severity.Warning),
        Notes = Count(report, Severity.Note),
        Finished = "",
        FinishedBy = "",
    };

    /// <summary>示人的名称：it is offered as the name of what is downloaded; no path, nothing invisible, no end of it.</summary>
    public static string Name(string given)
    {
        var name = new string([.. System.IO.Path.GetFileName(given.Replace('\\', '/')).Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)]);
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    private static int Count(Report report, Severity severity) => UploadReports.Ordered(report).Count(f => f.Severity == severity);

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var departments = UploadAccess.Departments(v);
        var all = UploadRows.All(v.Site).Where(d => UploadAccess.May(v, d.Scope)).ToList();
        return WorkAnswer.Page(v["work.uploads"], Html($"""
            <h1>{v["work.uploads"]}</h1><p>{v["work.uploads.about"]}</p>{said}
            <form class="filter" method="post" enctype="multipart/form-data" action="{v.To(Path)}">{v.Token}<label>{v["work.import.file"]} <input type="file" name="file" required accept=".pdf,.ofd,.docx,.doc,.wps,.xlsx,.xls,.et,.html,.htm,.txt,.md,.csv,.rtf,.odt,.ods"></label> <label>{v["work.department"]} <select name="scope">{When(UploadAccess.May(v, ""), () => Html($"<option value=\"\">{v["work.uploads.bureau"]}</option>"))}{departments.Select(d => Html($"<option value=\"{d.Code}\">{d.Name}</option>"))}</select></label><button>{v["work.uploads.add"]}</button></form>
            {(all.Count == 0 ? Html($"<p class=\"none\">{v["work.uploads.none"]}</p>") : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["work.uploads.document"]}</th><th scope="col">{v["work.department"]}</th><th scope="col" class="n">{v["work.uploads.errors"]}</th><th scope="col" class="n">{v["work.uploads.warnings"]}</th><th scope="col" class="n">{v["work.uploads.notes"]}</th><th scope="col" class="n">{v["work.uploads.decided"]}</th><th scope="col">{v["work.state"]}</th><th scope="col">{v["work.uploads.by"]}</th></tr></thead><tbody>
                {all.Take(MostShown).Select(d => Row(v, d))}</tbody></table></div>
                """))}
            """), "/work/review") with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    private static Markup Row(WorkVisit v, UploadedDocument d) => Html($"""
        <tr><th scope="row"><a href="{v.To(Address(d))}">{(d.Entity.Length > 0 ? d.Entity + " " + (d.Year > 0 ? d.Year.ToString(CultureInfo.InvariantCulture) : "") : d.Name)}</a> <small>{d.Name}</small></th><td>{d.Scope}</td><td class="n{(d.Errors > 0 ? " bad" : "")}">{d.Errors}</td><td class="n">{d.Warnings}</td><td class="n">{d.Notes}</td><td class="n">{UploadRows.Decisions(v.Site, d.Id).Count}</td><td>{v[d.Open ? "work.uploads.open" : "work.uploads.finished"]}</td><td>{d.Who} <small>{d.At[..10]}</small></td></tr>

        """);
}
