using Mingzhang.Charts;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>科目总览：the classes of functions and of economic use, each with its items folded.</summary>
internal static class CodesPage
{
    public static Page Of(Visit v)
    {
        var html = Html($"""
            <h1>{v["codes.title"]}</h1><p class="lead">{v["codes.about"]}</p>
            <section><h2>{v["codes.functions"]}</h2>{List(v, "functions")}</section>
            <section><h2>{v["codes.economic"]}</h2>{List(v, "economic-department")}</section>
            """);
        return new Page(v["codes.title"], html) { Entry = "/c" };
    }

    private static Markup List(Visit v, string catalogue)
    {
        var current = v.Library.Catalogues[catalogue].Entries.Where(e => e.To is null).ToList();
        var below = current.Where(e => e.Code.Length == 5).ToLookup(e => e.Code[..3]);
        return Html($"""
            <ul class="tree codes" lang="zh">{current.Where(e => e.Code.Length == 3).OrderBy(e => e.Code, StringComparer.Ordinal).Select(e => Html($"<li><details><summary>{e.Code} {e.Name}</summary><ul><li><a href=\"{v.To("/c/" + e.Code)}\"><b>{e.Code} {e.Name}</b></a></li>\n{below[e.Code].OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => Html($"<li><a href=\"{v.To("/c/" + c.Code)}\">{c.Code} {c.Name}</a></li>\n"))}</ul></details></li>\n"))}</ul>
            """);
    }
}
