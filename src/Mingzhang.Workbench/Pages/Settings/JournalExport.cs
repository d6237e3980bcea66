using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Mingzhang.Documents.Reports;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>日志的导出：what the page finds, all of it, sent a few entries at a time, so that neither a large journal nor a slow reader costs memory or holds the database.</summary>
internal static class JournalExport
{
    // Entries hold words of up to some thousand signs; these many are held at once.
    private const int AtOnce = 200;

    private static readonly string[] Columns = ["at", "chain", "seq", "who", "kind", "id", "why", "field", "was", "became"];

    // The file is read by programs and by people, and no page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>电子表格：one row for every field that was changed.</summary>
    public static WorkAnswer Csv(WorkVisit v) => Of(v, "csv", "text/csv; charset=utf-8",
        "\ufeff" + string.Join(',', Columns.Select(c => CsvCell.Quote(v["work.journal.column." + c]))) + "\r\n", e => Rows(v, e));

    /// <summary>每行一个 JSON：one entry each, with the hashes that prove it.</summary>
    public static WorkAnswer Lines(WorkVisit v) => Of(v, "jsonl", "application/jsonl; charset=utf-8", "", e => Line(e) + "\n");

    private static WorkAnswer Of(WorkVisit v, string format, string type, string head, Func<JournalEntry, string> text)
    {
        if (JournalAsked.Of(v) is not { } asked)
        {
            return WorkAnswer.Missing;
        }

        return new WorkAnswer { Stream = context => Send(context, v, asked, format, type, head, text) };
    }

    private static async Task Send(HttpContext context, WorkVisit v, JournalAsked asked, string format, string type, string head, Func<JournalEntry, string> text)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = "attachment; filename=\"journal." + format + "\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // Who took the journal away is told, as it is of a backup.
        v.Site.Accounts.Tell(v.Who, "journal-export", format + context.Request.QueryString);
        await context.Response.WriteAsync(head, Encoding.UTF8, context.RequestAborted);
        JournalEntry? last = null;
        IReadOnlyList<JournalEntry> found;
        do
        {
            found = asked.Nothing ? [] : v.Read(r => asked.Query.After(r.Statements, AtOnce, last));
            await context.Response.WriteAsync(string.Concat(found.Select(text)), Encoding.UTF8, context.RequestAborted);
            last = found.Count > 0 ? found[^1] : null;
        }
        while (found.Count == AtOnce);
    }

    private static string Rows(WorkVisit v, JournalEntry e)
    {
        var changes = Changed.Of(e.Was, e.Became);
        var text = new StringBuilder();
        foreach (var c in changes.Count == 0 ? [new Changed("", "", "")] : changes)
        {
            string[] cells = [e.At, e.Chain, e.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Who, JournalAsked.Name(v, e.Kind), e.Id, e.Why, JournalPage.Field(v, e.Kind, c.Field), c.Was, c.Became];
            text.AppendJoin(',', cells.Select(CsvCell.Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Line(JournalEntry e) => new JsonObject
    {
        ["chain"] = e.Chain,
        ["seq"] = e.Seq,
        ["at"] = e.At,
        ["who"] = e.Who,
        ["kind"] = e.Kind,
        ["id"] = e.Id,
        ["was"] = Fields(e.Was),
        ["became"] = Fields(e.Became),
        ["why"] = e.Why,
        ["previous"] = e.Previous,
        ["hash"] = e.Hash,
    }.ToJsonString(Plain);

    private static JsonObject? Fields(string? body) => body is null ? null : new JsonObject(RecordText.Read(body).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value)));
}
