using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>一份公开文本的数据文件：CSV, JSON, SQLite and Data Package under its version, with size, rows and checksum.</summary>
internal static class PublicationFilesPage
{
    public static Page? Of(Visit v, IArchive archive, string key)
    {
        if (archive.Document(key) is not { } document)
        {
            return null;
        }

        var set = v.Site.Shelf.OfPublication(archive, document);
        var html = Html($"""
            <h1>{v["shelf.document"]}</h1><p class="lead"><a href="{Parts.Report(v, document)}" lang="zh">{document.Title}</a></p><p>{v["shelf.about"]}</p>
            {(set is null ? Html($"<p class=\"notice\">{v["shelf.making"]}</p>") : ShelfFiles.Table(v, set))}
            <p>{v["shelf.source"]} <a href="{Parts.Plain(document, "/original")}">{document.Name}</a> <code class="hash">{document.Hash}</code></p>
            """);
        return new Page(v["shelf.document"] + " " + document.Title, html) { Foot = Parts.Foot(v, document), Fresh = set is null };
    }
}
