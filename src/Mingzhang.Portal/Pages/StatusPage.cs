using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>公开情况：approved, due on the last day of the time that is set, published; where a date is not known it is said so.</summary>
internal static class StatusPage
{
    private const int Most = 500;

    public static Page Of(Visit v, IArchive archive)
    {
        var years = archive.Years().Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? years.FirstOrDefault();
        var rows = archive.Documents(year).Where(d => d.Body is not null).Select(d => new Row(d, Timing.Of(d))).OrderByDescending(r => r.Late ?? -1).ThenBy(r => r.Document.Body!.Name, StringComparer.Ordinal).ToList();
        var known = rows.Count(r => r.Late is not null);
        var refused = archive.Refusals();
        var unnamed = archive.Unnamed(Most);
        var html = Html($"""
            <h1>{v.Say("status.title", year)}</h1><p class="lead">{v.Say("status.lead", rows.Count, known, rows.Count(r => r.Late > 0))}</p><p>{v["status.rule"]}{When(rows.Exists(r => r.At.Term is not null), () => Html($" {v["status.rule.set"]}"))}</p>
            {Parts.Years(v, years, year, y => "/status?year=" + y.ToString(CultureInfo.InvariantCulture))}
            {Calendar(v, rows)}
            {(rows.Count == 0 ? Parts.None(v, "depts.none") : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["kind"]}</th><th scope="col">{v["status.state"]}</th><th scope="col">{v["status.approved"]}</th><th scope="col">{v["status.due"]}</th><th scope="col">{v["published"]}</th></tr></thead><tbody>
                {rows.Take(Most).Select(r => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, r.Document)}\">{r.Document.Body?.Name ?? v["body.unknown"]}</a></th><td>{Parts.Kind(v, r.Document)}</td><td class=\"{(r.Late > 0 ? "bad" : r.Late is null ? "soft" : "good")}\">{State(v, r)}</td><td class=\"day\">{Said(v, r.At.Approved)}</td><td class=\"day\">{Said(v, r.At.Due)}{When(r.At.Term is not null, () => Html($" <small>{r.At.Said(v)}</small>"))}</td><td class=\"day\">{Said(v, r.At.Published)}</td></tr>\n"))}</tbody></table></div>
                """))}
            {When(unnamed.Count > 0, () => Html($"<section><h2>{v["status.unnamed"]}</h2><p class=\"soft\">{v["status.unnamed.about"]}</p><ul class=\"plain\">{unnamed.Select(d => Html($"<li><a href=\"{Parts.Report(v, d)}\">{d.Name}</a> <small lang=\"zh\">{d.Title}</small></li>\n"))}</ul></section>"))}
            {When(refused.Count > 0, () => Html($"<section><h2>{v["status.refused"]}</h2><ul class=\"plain\">{refused.Take(Most).Select(r => Html($"<li><b>{System.IO.Path.GetFileName(r.Path)}</b> {v.Say(r.Why)}</li>\n"))}</ul></section>"))}
            """);
        return new Page(v.Say("status.title", year), html);
    }

    private static Markup Calendar(Visit v, List<Row> rows)
    {
        var known = rows.Where(r => r.Late is not null).ToList();
        var late = known.Count(r => r.Late > 0);
        var frame = new ChartFrame("status-chart", v["status.calendar"], Html($"{(late == 0 ? v.Say("status.alltime", known.Count) : v.Say("status.somelate", known.Count, late, known[0].Document.Body?.Name ?? v["body.unknown"], known[0].Late))}"), v["table"], [v["department"], v["status.approved"], v["published"], v["status.state"]]);
        return known.Count == 0 ? Empty : CalendarStrip.Draw(frame, [.. known.Select(r => new CalendarRow((r.Document.Body?.Name ?? v["body.unknown"]) + " " + Parts.Kind(v, r.Document), r.At.Published!.Value.DayNumber - r.At.Approved!.Value.DayNumber, r.Late > 0, State(v, r), Parts.Address(v, r.Document), [Html($"{Said(v, r.At.Approved)}"), Html($"{Said(v, r.At.Published)}"), Html($"{State(v, r)}")])
            { Due = r.At.Term is null ? null : r.At.Due!.Value.DayNumber - r.At.Approved!.Value.DayNumber })], PublicationTerm.Lawful, v["status.approved"], v["status.due"]);
    }

    private static string State(Visit v, Row row) => row.Late is not { } late ? v["status.unknown"] : late > 0 ? v.Say("status.late", late) : v["status.intime"];

    private static string Said(Visit v, DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? v["unknown"];

    private sealed record Row(ArchivedDocument Document, Timing At)
    {
        public int? Late => At.Late;
    }
}
