using System.Data.Common;
using Mingzhang.Budget;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Process;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传文件的存取：the documents beside the accounts, since what is under review is in no archive and no export; what is decided about them in the journal of the ledger.</summary>
internal static class UploadRows
{
    private const string Columns = "SELECT id, scope, name, hash, size, who, at, entity, year, errors, warnings, notes, finished, finished_by FROM work_upload";

    /// <summary>全部，新的在前。</summary>
    public static IReadOnlyList<UploadedDocument> All(WorkSite site) => site.Accounts.Read(s => s.Rows(Columns + " ORDER BY at DESC, id", Row));

    /// <summary>一份; null where there is none.</summary>
    public static UploadedDocument? Find(WorkSite site, string id) => site.Accounts.Read(s => s.Rows(Columns + " WHERE id = @id", Row, ("id", id)).FirstOrDefault());

    /// <summary>原件的字节。</summary>
    public static byte[] Bytes(WorkSite site, string id) => site.Accounts.Read(s => s.Rows("SELECT bytes FROM work_upload WHERE id = @id", r => (byte[])r.GetValue(0), ("id", id)))[0];

    /// <summary>收下。</summary>
    public static void Add(WorkSite site, UploadedDocument d, byte[] bytes) => site.Accounts.Write(s =>
    {
        s.Run("INSERT INTO work_upload (id, scope, name, hash, bytes, size, who, at, entity, year, errors, warnings, notes, finished, finished_by) VALUES (@id, @scope, @name, @hash, @bytes, @size, @who, @at, @entity, @year, @errors, @warnings, @notes, '', '')",
            ("id", d.Id), ("scope", d.Scope), ("name", d.Name), ("hash", d.Hash), ("bytes", bytes), ("size", d.Size), ("who", d.Who), ("at", d.At), ("entity", d.Entity), ("year", d.Year), ("errors", d.Errors), ("warnings", d.Warnings), ("notes", d.Notes));
        site.Accounts.Log(s, d.Who, "upload", d.Id + " " + d.Name);
        return true;
    });

    /// <summary>现在的处理，按问题; the last word about each.</summary>
    public static IReadOnlyDictionary<string, Decision> Decisions(WorkSite site, string id) => History(site, id).GroupBy(d => d.Finding, StringComparer.Ordinal).Select(g => g.Last()).Where(d => d.Verdict != Decision.Withdrawn).ToDictionary(d => d.Finding, StringComparer.Ordinal);

    /// <summary>全部处理，按先后: those that were kept before the journal told of them come first.</summary>
    public static IReadOnlyList<Decision> History(WorkSite site, string id) => [.. site.Accounts.Read(s => s.Rows("SELECT finding, verdict, reason, who, at FROM work_upload_decision WHERE upload = @id ORDER BY number", r => new Decision(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), ("id", id))),
        .. site.With(s => s.Read(r => Verdict.Of(r, id))).Where(t => t.Finding.Length > 0).Select(t => new Decision(t.Finding, t.Said, t.Reason, t.Who, t.At))];

    /// <summary>处理一条，记入日志; the problems where it cannot be done.</summary>
    public static IReadOnlyList<Problem> Decide(WorkVisit v, UploadedDocument d, Finding finding, string said, string reason) => Find(v.Site, d.Id) is not { Open: true }
        ? [Problem.Of("审核已经完成，不再处理", "the review is finished", "如需改动，请先重新打开", "open it again first")]
        : v.Write(reason, w => Verdict.Put(w, new Verdict(d.Id, d.Scope, d.Name, d.Hash, finding.Id, finding.Rule, said, reason)));

    /// <summary>完成审核，或重新打开。</summary>
    public static IReadOnlyList<Problem> Finish(WorkVisit v, UploadedDocument d, bool open)
    {
        var problems = v.Write("", w => Verdict.Put(w, new Verdict(d.Id, d.Scope, d.Name, d.Hash, "", "", open ? Verdict.Reopened : Verdict.Finished, "")));
        if (problems.Count == 0)
        {
            v.Site.Accounts.Write(s => s.Run("UPDATE work_upload SET finished = @at, finished_by = @who WHERE id = @id", ("id", d.Id), ("at", open ? "" : AccountRows.Text(v.Site.Accounts.Now)), ("who", open ? "" : v.Who)));
        }

        return problems;
    }

    private static UploadedDocument Row(DbDataReader r) => new()
    {
        Id = r.GetString(0),
        Scope = r.GetString(1),
        Name = r.GetString(2),
        Hash = r.GetString(3),
        Size = r.GetInt64(4),
        Who = r.GetString(5),
        At = r.GetString(6),
        Entity = r.GetString(7),
        Year = r.GetInt64(8),
        Errors = r.GetInt64(9),
        Warnings = r.GetInt64(10),
        Notes = r.GetInt64(11),
        Finished = r.GetString(12),
        FinishedBy = r.GetString(13),
    };
}
