using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>模板与科目版本：which books of forms there are and which codes are in force in a year, with how much of it was seen in a source.</summary>
internal static class BooksPage
{
    public static WorkAnswer Show(WorkVisit v) => WorkAnswer.Page(v["work.settings.books"], Html($"""
        <h1>{v["work.settings.books"]} <small>{v.Year}</small></h1><p class="lead">{v["work.settings.books.about"]}</p>
        <nav class="years" aria-label="{v["year"]}">{new[] { v.Year - 1, v.Year + 1 }.Select(y => Html($"<a href=\"{v.To(v.Visit.With("year", y.ToString(System.Globalization.CultureInfo.InvariantCulture)))}\">{y}</a> "))}</nav>
        <section><h2>{v["work.books"]}</h2><div class="scroll" tabindex="0" role="region" aria-label="{v["work.books"]}"><table class="list"><thead><tr><th scope="col">{v["work.books.name"]}</th><th scope="col">{v["work.books.since"]}</th><th scope="col" class="n">{v["work.books.forms"]}</th><th scope="col">{v["work.books.written"]}</th></tr></thead><tbody>
        {v.Site.Library.Books.Where(b => b.Since is null || b.Since <= v.Year).Select(b => Html($"<tr><th scope=\"row\">{b.Name.In(v.Visit.English)} <small>{b.Key}</small></th><td>{(b.Since is { } since ? Html($"{since}") : Html($"–"))}</td><td class=\"n\">{b.Forms.Count}</td><td>{v[b.Print is null ? "work.books.read" : "work.books.both"]}</td></tr>\n"))}</tbody></table></div></section>
        <section><h2>{v["work.codes"]}</h2><div class="scroll" tabindex="0" role="region" aria-label="{v["work.codes"]}"><table class="list"><thead><tr><th scope="col">{v["work.codes.table"]}</th><th scope="col" class="n">{v["work.codes.now"]}</th><th scope="col" class="n">{v["work.codes.ended"]}</th><th scope="col" class="n">{v["work.codes.verified"]}</th></tr></thead><tbody>
        {v.Site.Library.Catalogues.Values.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Html($"<tr><th scope=\"row\">{v["work.codes." + c.Key]}</th><td class=\"n\">{c.Entries.Count(e => e.ValidIn(v.Year))}</td><td class=\"n\">{c.Entries.Count(e => !e.ValidIn(v.Year))}</td><td class=\"n\">{c.Entries.Count(e => e.Verified && e.ValidIn(v.Year))}</td></tr>\n"))}</tbody></table></div></section>
        """), "/work/settings");
}
