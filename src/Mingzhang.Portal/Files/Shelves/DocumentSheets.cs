using System.Globalization;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>一份文件的各数据表，第一列是文件的键，so that tables of many documents are one.</summary>
internal static class DocumentSheets
{
    private static readonly OpenField Key = new("document", "\u6587\u4ef6");
    private static readonly string[] Shared = ["figures", "objectives", "indicators"];

    /// <summary>各表，次序不变。</summary>
    public static IReadOnlyList<OpenSheet> Of(Library library, IArchive archive, ArchivedDocument document)
    {
        var disclosure = DocumentFiles.Restore(archive, document);
        return [Documents(document), .. OpenSheets.Of(library, disclosure).Where(s => Shared.Contains(s.Name)).Select(s => With(document, s)), With(document, Findings(archive, document))];
    }

    private static OpenSheet With(ArchivedDocument document, OpenSheet sheet) => sheet with { Fields = [Key, .. sheet.Fields], Keys = [Key.Name, .. sheet.Keys], Rows = [.. sheet.Rows.Select(r => (IReadOnlyList<string>)[document.Key, .. r])] };

    private static OpenSheet Documents(ArchivedDocument d) => new("documents", "documents",
    [
        Key, new("sha256", "SHA-256"), new("name", "name"), new("department", "code"), new("publisher", "publisher"), new("year", "year", "integer"), new("kind", "kind"), new("scope", "scope"), new("title", "title"), new("book", "book"), new("format", "format"), new("pages", "pages", "integer"),
        new("statements", "statements", "integer"), new("errors", "errors", "integer"), new("warnings", "warnings", "integer"), new("notes", "notes", "integer"), new("approved", "approved"), new("published", "published"), new("filed", "filed"),
    ], [Key.Name],
    [
        [
            d.Key, d.Hash, d.Name, d.Body?.Code ?? "", d.Body?.Name ?? "", Whole(d.Year), d.Kind.ToLowerInvariant(), d.Scope.ToLowerInvariant(), d.Title, d.Book ?? "", d.Format, Whole(d.Pages), Whole(d.Statements), Whole(d.Errors), Whole(d.Warnings), Whole(d.Notes), d.Approved ?? "",
            d.Published ?? "", d.ReadAt,
        ],
    ]);

    private static OpenSheet Findings(IArchive archive, ArchivedDocument document) => new("findings", "findings",
        [new("finding", "id"), new("rule", "rule"), new("severity", "severity"), new("title", "title"), new("message", "message"), new("title_english", "title"), new("message_english", "message"), new("place", "place")], [],
        [.. archive.Findings(document).Select(f => (IReadOnlyList<string>)
            [f.Finding.Id, f.Finding.Rule, f.Finding.Severity.ToString().ToLowerInvariant(), f.Finding.Title.Chinese, f.Finding.Message.Chinese, f.Finding.Title.English, f.Finding.Message.English, f.Finding.Places.Count > 0 ? f.Finding.Places[0].Chinese : ""])]);

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
