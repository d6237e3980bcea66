using System.Globalization;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Reading;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>原件的一页：drawn from what the reader saw, its figures linked.</summary>
internal static class SheetPage
{
    public static Page? Of(Visit v, IArchive archive, string key, string number)
    {
        if (archive.Document(key) is not { } document || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page < 1 || page > document.Pages)
        {
            return null;
        }

        var drawn = SheetDrawing.Of(v, archive, document, page, null);
        var html = Html($"""
            <h1>{v.Say("sheet.title", page)}</h1><p class="lead"><a href="{Parts.Report(v, document)}" lang="zh">{document.Title}</a></p>
            <nav class="years">{When(page > 1, () => Html($"<a href=\"{Parts.Report(v, document, "/page/" + Number(page - 1))}\">← {v["previous"]}</a> "))}{When(page < document.Pages, () => Html($"<a href=\"{Parts.Report(v, document, "/page/" + Number(page + 1))}\">{v["next"]} →</a>"))}</nav>
            {(drawn.IsEmpty ? Parts.None(v, "sheet.none") : drawn)}<p class="soft">{v["sheet.about"]}</p>
            """);
        return new Page(v.Say("sheet.title", page) + " " + document.Title, html) { Foot = Parts.Foot(v, document), Hidden = true };
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
