using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>页面的各种小件：names, links and lines that several pages share.</summary>
internal static class Parts
{
    private const int MostPages = 10_000;

    /// <summary>一种文件的名称：预算、决算。</summary>
    public static string Kind(Visit v, ArchivedDocument document) => v[document.Kind switch { nameof(DocumentKind.Budget) => "kind.budget", nameof(DocumentKind.Final) => "kind.final", _ => "kind.unknown" }];

    /// <summary>文件的称呼：whose, which year, what.</summary>
    public static string Name(Visit v, ArchivedDocument document) => v.Say("document.name", document.Body?.Name ?? v["body.unknown"], document.Year?.ToString(CultureInfo.InvariantCulture) ?? "?", Kind(v, document));

    /// <summary>部门年度页的地址。</summary>
    public static string Address(Visit v, ArchivedDocument document) => document is { Body: { } body, Year: { } year } ? v.To($"/{(document.Scope == nameof(DocumentScope.Unit) ? "u" : "d")}/{body.Code}/{year.ToString(CultureInfo.InvariantCulture)}{(document.Kind == nameof(DocumentKind.Final) ? "?kind=final" : "")}") : v.To("/r/" + document.Key);

    /// <summary>报告的地址。</summary>
    public static string Report(Visit v, ArchivedDocument document, string more = "") => v.To("/r/" + document.Key + more);

    /// <summary>校验一句：how many were compared, how many do not agree, what was found.</summary>
    public static Markup Certificate(Visit v, ArchivedDocument d)
    {
        var (held, rounding, truncation, broken, unchecked_) = (d.Coverage[0], d.Coverage[1], d.Coverage[2], d.Coverage[3], d.Coverage[5]);
        return Html($"<span class=\"certificate {(d.Errors > 0 ? "bad" : broken > 0 ? "some" : "good")}\">{(d.Errors > 0 ? "✗" : broken > 0 ? "△" : "✓")} {v.Say("certificate", Money.Whole(held + rounding + truncation + broken), Money.Whole(held), Money.Whole(rounding + truncation), Money.Whole(broken), Money.Whole(unchecked_))}</span> <a href=\"{Report(v, d)}#findings\">{v.Say("certificate.found", d.Errors, d.Warnings, d.Notes)}</a>");
    }

    /// <summary>页脚：来源、版本、截至、校验、下载。</summary>
    public static Markup Foot(Visit v, ArchivedDocument d) => Html($"""
        {v["foot.source"]} <a href="{Report(v, d)}">{d.Name}</a> · {v["foot.version"]} <a href="{Report(v, d, "/versions")}"><code>{d.Key[..8]}</code></a> · {v.Say("foot.asof", d.ReadAt[..10])} · {Certificate(v, d)} · {v["foot.download"]} <a href="{Plain(d, "/figures.csv")}">CSV</a> <a href="{Plain(d, "/figures.json")}">JSON</a> <a href="{Plain(d, "/original")}">{v["foot.original"]}</a>
        """);

    /// <summary>文件的地址：the same in both languages.</summary>
    public static string Plain(ArchivedDocument d, string more) => "/r/" + d.Key + more;

    /// <summary>年度的切换。</summary>
    public static Markup Years(Visit v, IEnumerable<int> years, int? now, Func<int, string> address) =>
        Html($"<nav class=\"years\" aria-label=\"{v["years.label"]}\">{years.Select(y => Html($"<a href=\"{v.To(address(y))}\"{(y == now ? Html($" aria-current=\"page\"") : Empty)}>{y.ToString(CultureInfo.InvariantCulture)}</a> "))}</nav>");

    /// <summary>页码：of a list that is read a page at a time, whose end is not known beforehand.</summary>
    public static int Page(Visit v) => int.TryParse(v.Ask("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1;

    /// <summary>上一页、下一页。</summary>
    public static Markup Pager(Visit v, bool more)
    {
        var page = Page(v);
        return When(page > 1 || more, () => Html($"<nav class=\"years\" aria-label=\"{v["pages"]}\">{When(page > 1, () => Html($"<a rel=\"prev\" href=\"{Address(page - 1)}\">{v["pages.previous"]}</a> "))}<span aria-current=\"page\">{v.Say("pages.number", page)}</span> {When(more && page < MostPages, () => Html($"<a rel=\"next\" href=\"{Address(page + 1)}\">{v["pages.next"]}</a>"))}</nav>"));

        string Address(int to) => v.To(to == 1 ? v.Without("page") : v.With("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>没有内容时的一句。</summary>
    public static Markup None(Visit v, string word) => Html($"<p class=\"none\">{v[word]}</p>");

    /// <summary>摘录：a text cut around a word.</summary>
    public static Markup Excerpt(string text, string word, int around = 60)
    {
        var at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return Html($"{(text.Length > 2 * around ? text[..(2 * around)] + "…" : text)}");
        }

        var (from, to) = (Math.Max(0, at - around), Math.Min(text.Length, at + word.Length + around));
        return Html($"{(from > 0 ? "…" : "")}{text[from..at]}<mark>{text.Substring(at, word.Length)}</mark>{text[(at + word.Length)..to]}{(to < text.Length ? "…" : "")}");
    }
}
