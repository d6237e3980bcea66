using Mingzhang.Charts;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算的各页：closing and publication, words, preview, within one part of the report.</summary>
internal static class FinalParts
{
    public const string Closing = "", Words = "/words", Preview = "/preview";

    private static readonly string[] All = [Closing, Words, Preview];

    /// <summary>其中一页的地址。</summary>
    public static string Address(Unit owner, string part) => ReportPage.Address(owner, "final" + part);

    /// <summary>其中一页。</summary>
    public static WorkAnswer Page(WorkVisit v, Unit owner, string part, Markup said, Markup body) => ReportPage.Page(v, owner, "final", said, Html($"""
        <nav class="years" aria-label="{v["work.part.final"]}">{All.Select(p => Html($"<a href=\"{v.To(Address(owner, p))}\"{(p == part ? Html($" aria-current=\"page\"") : Empty)}>{v["work.final.part." + (p.Length == 0 ? "closing" : p[1..])]}</a> "))}</nav>
        {body}
        """));

    /// <summary>其下的单位：a unit itself, or all of a department.</summary>
    public static IReadOnlyList<Unit> Units(Reading r, Unit owner) => Organisations.Named(r, owner.Year, owner.Code);

    /// <summary>成稿; null before any allotment is there, when there is nothing to account for.</summary>
    public static Composed? Compose(WorkVisit v, Reading r, Unit owner) =>
        Units(r, owner).Any(u => Allotments.Of(r, u).Count > 0) ? FinalPublication.Compose(r, v.Site.Library, owner.Year, owner.Code, _ => { }) : null;
}
