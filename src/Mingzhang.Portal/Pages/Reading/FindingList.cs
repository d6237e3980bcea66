using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Reading;

/// <summary>问题清单：worst first; each leads to its places and to the figures that may be wrong.</summary>
internal static class FindingList
{
    public static Markup Of(Visit v, ArchivedDocument document, IReadOnlyList<ArchivedFinding> findings, IReadOnlyDictionary<string, Statement> byId, DocumentPane pane) =>
        findings.Count == 0 ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"<ol class=\"findings\">{findings.OrderByDescending(f => f.Finding.Severity).Select(f => One(v, document, f.Finding, byId, pane))}</ol>");

    private static Markup One(Visit v, ArchivedDocument document, Finding finding, IReadOnlyDictionary<string, Statement> byId, DocumentPane pane) => Html($"""
        <li id="f-{finding.Id}" class="{Tone(finding.Severity)}"><p><span class="tag">{v["severity." + Tone(finding.Severity)]}</span> <b>{v.Say(finding.Title)}</b> <code>{finding.Rule}</code></p><p>{v.Say(finding.Message)}</p>
        {When(finding.Suggestion is not null, () => Html($"<p class=\"soft\">{v.Say(finding.Suggestion!)}</p>"))}
        {When(finding.Candidates.Any(c => byId.ContainsKey(c.Figure)), () => Html($"<p>{v["finding.candidates"]} {finding.Candidates.Where(c => byId.ContainsKey(c.Figure)).Take(5).Select(c => Html($"<a class=\"fig\" href=\"{Money.Address(v, document, c.Figure)}\">{c.Printed}</a>→{c.Value} "))}</p>"))}
        <p class="soft">{finding.Places.DistinctBy(p => v.English ? p.English : p.Chinese).Take(8).Select(p => Html($"{Link(v, pane, p)} "))}</p></li>

        """);

    /// <summary>程度的类。</summary>
    public static string Tone(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static Markup Link(Visit v, DocumentPane pane, Place place)
    {
        var said = v.English ? place.English : place.Chinese;
        return pane.Anchor(place) is { } anchor ? Html($"<a href=\"#{anchor}\">{said}</a>") : Html($"{said}");
    }
}
