using System.Net;
using System.Text;

namespace Mingzhang.Site;

/// <summary>页面的样子：navigation by audience, the text, and the way to the other language. Nothing is fetched from elsewhere and no script runs.</summary>
internal static class Template
{
    private const string Policy = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

    public static string Page(IReadOnlyList<Section> sections, PageText text)
    {
        var (english, entry, up) = (text.English, text.Entry, Links.Up(text));
        var navigation = new StringBuilder();
        foreach (var section in sections)
        {
            navigation.Append("<h2>").Append(Escape(section.Title.In(english))).Append("</h2>\n<ul>\n");
            foreach (var other in section.Entries)
            {
                navigation.Append("<li><a href=\"").Append(up + other.Address(english)).Append('"').Append(other == entry ? " aria-current=\"page\"" : "").Append('>').Append(Escape(other.Title.In(english))).Append("</a></li>\n");
            }

            navigation.Append("</ul>\n");
        }

        var (language, otherLanguage, otherName) = english ? ("en", "zh-CN", "中文") : ("zh-CN", "en", "English");
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escape(entry.Title.In(english))} · {(english ? "Mingzhang" : "明账")}</title>
            <link rel="stylesheet" href="{up}site.css">
            <link rel="alternate" hreflang="{otherLanguage}" href="{up + entry.Address(!english)}">
            </head>
            <body>
            <a class="skip" href="#text">{(english ? "Skip to the text" : "跳到正文")}</a>
            <header><a class="brand" href="{up + sections[0].Entries[0].Address(english)}">明账 <span>Mingzhang</span></a><a class="contents" href="#pages">{(english ? "Contents" : "目录")}</a><a class="language" lang="{otherLanguage}" hreflang="{otherLanguage}" href="{up + entry.Address(!english)}">{otherName}</a></header>
            <div class="body">
            <main id="text">
            {OneLanguage(text)}{text.Html(english ? "Table" : "表格")}
            </main>
            <nav id="pages" aria-label="{(english ? "Pages" : "各页")}">
            {navigation}</nav>
            </div>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>入口，两种语言各一条路。</summary>
    public static string Start(Entry first) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>明账 Mingzhang</title>
        <link rel="stylesheet" href="site.css">
        </head>
        <body class="start">
        <main>
        <h1>明账 Mingzhang</h1>
        <p><a href="{first.Address(english: false)}">中文文档</a></p>
        <p lang="en"><a href="{first.Address(english: true)}">Documentation in English</a></p>
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    // Said where a text is there in one language only, so that nobody looks for the other.
    private static string OneLanguage(PageText text) => text.Entry.Chinese != text.Entry.English ? ""
        : $"<p class=\"only\">{(text.English ? "This text is kept once, in English or in both languages." : "这份文字只有一种，用英文或两种语言写成。")}</p>\n";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
