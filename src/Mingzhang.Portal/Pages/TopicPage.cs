using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Topics;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>专题：one subject across all departments of a year, in one table, largest first, a page at a time.</summary>
internal static class TopicPage
{
    private static readonly Dictionary<string, Func<Visit, IArchive, YearDocuments, Markup>> Topics = new(StringComparer.Ordinal)
    {
        ["sangong"] = (v, a, of) => RankingTopic.Of(v, a, of, "sangong", ["sangong", "abroad", "purchase", "running", "reception"]),
        ["operating"] = (v, a, of) => RankingTopic.Of(v, a, of, "operating", ["operating", "basic"]),
        ["procurement"] = (v, a, of) => RankingTopic.Of(v, a, of, "procurement", ["procurement", "goods", "works", "services"]),
        ["performance"] = (v, a, of) => RankingTopic.Of(v, a, of, "performance", ["targeted", "project"]),
        ["assets"] = ListTopics.Counts,
        ["projects"] = ListTopics.Projects,
        ["rise"] = RiseTopic.Of,
        ["execution"] = ExecutionTopic.Spent,
        ["added"] = ExecutionTopic.Added,
        ["targets"] = TargetsTopic.Of,
    };

    // What only final accounts can tell.
    private static readonly string[] AfterTheYear = ["execution", "added", "targets"];

    public static Page? Of(Visit v, IArchive archive, string topic)
    {
        if (!Topics.TryGetValue(topic, out var table))
        {
            return null;
        }

        var counts = archive.Years();
        var years = counts.Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? (AfterTheYear.Contains(topic) ? counts.Where(y => y.Kind == nameof(DocumentKind.Final)).Select(y => y.Year).FirstOrDefault(years.FirstOrDefault()) : years.FirstOrDefault());
        var kinds = counts.Where(y => y.Year == year && y.Kind is nameof(DocumentKind.Budget) or nameof(DocumentKind.Final)).ToList();
        var kind = AfterTheYear.Contains(topic) || v.Ask("kind") == "final" || kinds.TrueForAll(k => k.Kind != nameof(DocumentKind.Budget)) ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);

        // A unit's money is in its department's; units stand alone only where no department is here.
        var found = table(v, archive, new YearDocuments(year, kind, Units: kinds.Find(k => k.Kind == kind) is null or { Departments: 0 }));
        var html = Html($"""
            <h1>{v["topic." + topic]} <small>{year}</small></h1><p class="lead">{v["topic." + topic + ".says"]}</p>
            {Parts.Years(v, years, year, y => $"/t/{topic}?year={y.ToString(CultureInfo.InvariantCulture)}{(kind == nameof(DocumentKind.Final) && !AfterTheYear.Contains(topic) ? "&kind=final" : "")}")}
            {When(!AfterTheYear.Contains(topic), () => Html($"<nav class=\"tabs\" aria-label=\"{v["kind"]}\">{kinds.Select(k => k.Kind).Order(StringComparer.Ordinal).Select(k => Html($"<a href=\"{v.To($"/t/{topic}?year={year.ToString(CultureInfo.InvariantCulture)}&kind={k.ToLowerInvariant()}")}\"{(k == kind ? Html($" aria-current=\"page\"") : Empty)}>{v["kind." + k.ToLowerInvariant()]}</a> "))}</nav>"))}
            {(found.IsEmpty ? Parts.None(v, "topic.none") : found)}
            """);
        return new Page(v["topic." + topic] + " " + year.ToString(CultureInfo.InvariantCulture), html);
    }
}
