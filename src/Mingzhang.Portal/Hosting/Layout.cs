using System.Text;
using Mingzhang.Charts;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Hosting;

/// <summary>版面：head with five entries and the search, foot with what the page rests on; the same on every page.</summary>
internal static class Layout
{
    private static readonly Entry[] Entries = [new("/", "nav.home"), new("/depts", "nav.depts"), new("/c", "nav.codes"), new("/compare", "nav.compare"), new("/data", "nav.data")];

    /// <summary>成网页。</summary>
    public static byte[] Render(Visit v, Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var title = page.Title.Length == 0 ? v["site.name"] : page.Title + " · " + v["site.name"];
        return Encoding.UTF8.GetBytes(Html($"""
            <!DOCTYPE html>
            <html lang="{(v.English ? "en" : "zh-CN")}"{(v.Large ? Html($" class=\"large\"") : Empty)}>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <meta name="color-scheme" content="light dark">{When(page.Hidden, () => Html($"<meta name=\"robots\" content=\"noindex\">"))}
            <link rel="stylesheet" href="{Asset.Style.Path}"><link rel="icon" href="{Asset.Icon.Path}" type="image/svg+xml"><link rel="alternate" hreflang="{(v.English ? "zh" : "en")}" href="{v.Here(!v.English, v.Large)}">
            {page.Head}<script src="{Asset.Script.Path}" defer></script></head>
            <body><a class="skip" href="#main">{v["skip"]}</a>
            <header class="top"><a class="brand" href="{v.To("/")}">{v["site.name"]}</a>
            <nav aria-label="{v["nav.label"]}">{Entries.Select(e => Html($"<a href=\"{v.To(e.Path)}\"{(e.Path == page.Entry ? Html($" aria-current=\"page\"") : Empty)}>{v[e.Word]}</a>"))}</nav>
            <form class="find" action="/s" role="search">{Hidden(v)}<label class="hidden" for="q">{v["search.label"]}</label><input id="q" name="q" type="search" maxlength="60" placeholder="{v["search.hint"]}" value="{(v.Path == "/s" ? v.Ask("q") : "")}"><button>{v["search.button"]}</button></form></header>
            <main id="main">{page.Body}</main>
            <footer class="foot">{When(!page.Foot.IsEmpty, () => Html($"<p class=\"rests\">{page.Foot}</p>"))}
            <p><a href="{v.Here(!v.English, v.Large)}" lang="{(v.English ? "zh" : "en")}" hreflang="{(v.English ? "zh" : "en")}">{v["foot.language"]}</a> <a href="{v.Here(v.English, !v.Large)}">{v[v.Large ? "foot.normal" : "foot.large"]}</a> <a href="{v.To("/help")}">{v["nav.help"]}</a> <a href="{v.To("/status")}">{v["nav.status"]}</a> <a href="{v.To("/check")}">{v["nav.check"]}</a> <a href="{v.To("/cite")}">{v["cite.title"]}</a> <a href="{v.To("/questions")}">{v["questions"]}</a> <a href="{v.To("/feed.atom")}">{v["feed.link"]}</a></p>
            <p>{v["foot.promise"]}</p></footer></body></html>

            """).Value);
    }

    /// <summary>表单中保持的语言和字号。</summary>
    public static Markup Hidden(Visit v) => Html($"{When(v.English, () => Html($"<input type=\"hidden\" name=\"lang\" value=\"en\">"))}{When(v.Large, () => Html($"<input type=\"hidden\" name=\"size\" value=\"large\">"))}");

    private sealed record Entry(string Path, string Word);
}
