using Mingzhang.Charts;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>表册的选择：the form book after which a disclosure is written; in the address, so that Back works.</summary>
internal static class Books
{
    private const string Usual = "cq-budget";

    /// <summary>所选的; the usual one where none is named.</summary>
    public static FormBook Of(WorkVisit v)
    {
        var asked = v.Field("book") is { Length: > 0 } typed ? typed : v.Visit.Ask("book");
        return Of(v.Site.Library, asked);
    }

    /// <summary>某个键的; the usual one where there is none of that key.</summary>
    public static FormBook Of(Library library, string key) => All(library).FirstOrDefault(b => b.Key == key) ?? library.Book(Usual)!;

    /// <summary>一部分的地址，连同所选的表册。</summary>
    public static string Address(WorkVisit v, Unit owner, string part) => ReportPage.Address(owner, part) + (Of(v).Key == Usual ? "" : "&book=" + Of(v).Key);

    /// <summary>选择的表单。</summary>
    public static Markup Choice(WorkVisit v, Unit owner, string part) => All(v.Site.Library).Count < 2 ? Empty : Html($"""
        <p class="years">{v["work.book"]} {All(v.Site.Library).Select(b => Html($"<a href=\"{v.To(ReportPage.Address(owner, part) + "&book=" + b.Key)}\"{(b.Key == Of(v).Key ? Html($" aria-current=\"page\"") : Empty)}>{v.Visit.Say(b.Name)}</a> "))}</p>
        """);

    private static IReadOnlyList<FormBook> All(Library library) => [.. library.Books.Where(b => b.Print is not null && b.Kind == Budget.DocumentKind.Budget)];
}
