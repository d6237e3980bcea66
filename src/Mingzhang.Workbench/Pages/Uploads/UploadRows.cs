using System.Data.Common;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传文件的存取：beside the accounts on the database of the ledger; every decision is a row of its own, and what was done is told in the log.</summary>
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

    /// <summary>全部处理，按先后。</summary>
    public static IReadOnlyList<Decision> History(WorkSite site, string id) => site.Accounts.Read(s => s.Rows("SELECT finding, verdict, reason, who, at FROM work_upload_decision WHERE upload = @id ORDER BY number", r => new Decision(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), ("id", id)));

    /// <summary>处理一条; false where the review was finished meanwhile.</summary>
    public static bool Decide(WorkSite site, string id, Decision d) => site.Accounts.Write(s =>
    {
        if (s.Rows("SELECT id FROM work_upload WHERE id = @id AND finished = ''", r => r.GetString(0), ("id", id)).Count == 0)
        {
            return false;
        }

        s.Run("INSERT INTO work_upload_decision (upload, number, finding, verdict, reason, who, at) SELECT @id, COALESCE(MAX(number), 0) + 1, @finding, @verdict, @reason, @who, @at FROM work_upload_decision WHERE upload = @id",
            ("id", id), ("finding", d.Finding), ("verdict", d.Verdict), ("reason", d.Reason), ("who", d.Who), ("at", d.At));
        site.Accounts.Log(s, d.Who, "upload-" + d.Verdict, id + " " + d.Finding + " " + d.Reason);
        return true;
    });

    /// <summary>完成审核，或重新打开。</summary>
    public static void Finish(WorkSite site, string id, string who, bool open) => site.Accounts.Write(s =>
    {
        s.Run("UPDATE work_upload SET finished = @at, finished_by = @who WHERE id = @id", ("id", id), ("at", open ? "" : AccountRows.Text(site.Accounts.Now)), ("who", open ? "" : who));
        site.Accounts.Log(s, who, open ? "upload-reopened" : "upload-finished", id);
        return true;
    });

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
