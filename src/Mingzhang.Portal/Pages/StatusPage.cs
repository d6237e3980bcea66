using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>公开情况：approved, due on the twentieth day, published; where a date is not known it is said so.</summary>
internal static class StatusPage
{
    private const int Days = 20, Most = 500;

    public static Page Of(Visit v, IArchive archive)
    {
        var years = archive.Years().Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? years.FirstOrDefault();
        var rows = archive.Documents(year).Where(d => d.Body is not null).Select(d => new Row(d, Day(d.Approved), Day(d.Published))).OrderByDescending(r => r.Late ?? -1).ThenBy(r => r.Document.Body!.Name, StringComparer.Ordinal).ToList();
        var known = rows.Count(r => r.Late is not null);
        var refused = archive.Refusals();
        var unnamed = archive.Unnamed(Most);
        var html = Html($"""
            <h1>{v.Say("status.title", year)}</h1><p class="lead">{v.Say("status.lead", rows.Count, known, rows.Count(r => r.Late > 0))}</p><p>{v["status.rule"]}</p>
            {Parts.Years(v, years, year, y => "/status?year=" + y.ToString(CultureInfo.InvariantCulture))}
            {Calendar(v, rows)}
            {(rows.Count == 0 ? Parts.None(v, "depts.none") : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["kind"]}</th><th scope="col">{v["status.state"]}</th><th scope="col">{v["status.approved"]}</th><th scope="col">{v["status.due"]}</th><th scope="col">{v["published"]}</th></tr></thead><tbody>
                {rows.Take(Most).Select(r => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, r.Document)}\">{r.Document.Body?.Name ?? v["body.unknown"]}</a></th><td>{Parts.Kind(v, r.Document)}</td><td class=\"{(r.Late > 0 ? "bad" : r.Late is null ? "soft" : "good")}\">{State(v, r)}</td><td class=\"day\">{Said(v, r.Approved)}</td><td class=\"day\">{Said(v, r.Approved?.AddDays(Days))}</td><td class=\"day\">{Said(v, r.Published)}</td></tr>\n"))}</tbody></table></div>
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
        return known.Count == 0 ? Empty : CalendarStrip.Draw(frame, [.. known.Select(r => new CalendarRow((r.Document.Body?.Name ?? v["body.unknown"]) + " " + Parts.Kind(v, r.Document), r.Published!.Value.DayNumber - r.Approved!.Value.DayNumber, r.Late > 0, State(v, r), Parts.Address(v, r.Document), [Html($"{Said(v, r.Approved)}"), Html($"{Said(v, r.Published)}"), Html($"{State(v, r)}")]))], Days, v["status.approved"], v["status.due"]);
    }

    private static string State(Visit v, Row row) => row.Late is not { } late ? v["status.unknown"] : late > 0 ? v.Say("status.late", late) : v["status.intime"];

    private static string Said(Visit v, DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? v["unknown"];

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Row(ArchivedDocument Document, DateOnly? Approved, DateOnly? Published)
    {
        public int? Late => Approved is { } a && Published is { } p ? Math.Max(0, p.DayNumber - a.AddDays(Days).DayNumber) : null;
    }
}
