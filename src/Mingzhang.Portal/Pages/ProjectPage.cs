using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>项目页：what it is, on what it rests, who does it, for how long, what it costs each year, and what it is to reach.</summary>
internal static class ProjectPage
{
    private static readonly string[] Phases = ["budget", "revised", "executed", "final"];

    public static Page? Of(Visit v, IArchive archive, string id)
    {
        var cut = id.IndexOf('-', StringComparison.Ordinal);
        if (cut < 1 || archive.Body(id[..cut]) is not { } body)
        {
            return null;
        }

        var found = archive.Documents(body).SelectMany(d => ProjectRecord.All(archive, d)).Where(p => ProjectRecord.Key(p.Name) == id[(cut + 1)..]).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var newest = found[0];
        var described = found.Find(f => f.Described.Count > 0);
        var html = Html($"""
            <p class="lead"><a href="{Parts.Address(v, newest.Document)}#projects">{Parts.Name(v, newest.Document)}</a></p>
            <h1 lang="zh">{newest.Name}</h1>
            {Overview(v, newest, described)}
            <section id="years"><h2>{v["project.years"]}</h2>{Years(v, found)}</section>
            <section id="targets"><h2>{v["project.part.targets"]}</h2>{Targets(v, found)}</section>
            """);
        return new Page(newest.Name, html) { Entry = "/depts", Foot = Parts.Foot(v, newest.Document) };
    }

    // What is not said is said to be not said: a reader looks for it.
    private static Markup Overview(Visit v, ProjectInDocument newest, ProjectInDocument? described)
    {
        var goal = newest.Promise?.Goal;
        var rows = ProjectRecord.Parts.Where(p => p != "targets").Select(p => Html($"<tr><th scope=\"row\">{v["project.part." + p]}</th><td>{Said(v, p, described, newest, goal)}</td></tr>\n"));
        return Html($"<table class=\"list facts\"><tbody>{rows}</tbody></table>{When(described is not null && described.Document.Id != newest.Document.Id, () => Html($"<p class=\"soft\">{v["project.from"]} <a href=\"{Parts.Report(v, described!.Document)}\">{Parts.Name(v, described.Document)}</a></p>"))}");
    }

    private static Markup Said(Visit v, string part, ProjectInDocument? described, ProjectInDocument newest, string? goal)
    {
        var said = described?.Described.FirstOrDefault(p => p.Key == part)?.Said ?? [];
        return said.Count > 0 ? Html($"<div lang=\"zh\">{said.Select(s => Html($"<p>{s}</p>"))}</div>")
            : part == "about" && goal is { Length: > 0 } ? Html($"<span lang=\"zh\">{goal}</span>")
            : part == "body" && newest.Document.Body is { } body ? Html($"{body.Name} <small>{v["project.publisher"]}</small>")
            : Html($"<span class=\"soft\">{v["blank.unstated"]}</span>");
    }

    private static Markup Years(Visit v, List<ProjectInDocument> found)
    {
        var rows = found.SelectMany(f => f.Amounts).Where(a => a.Statement.Point.Key("phase") is not null && PointText.Year(a.Statement.Point) is not null)
            .GroupBy(a => PointText.Year(a.Statement.Point)!.Value).OrderByDescending(g => g.Key).Select(g => new Row(g.Key, g.ToLookup(a => a.Statement.Point.Key("phase")!))).ToList();
        if (rows.Count == 0)
        {
            return Parts.None(v, "project.noamount");
        }

        var shown = Phases.Where(p => rows.Exists(r => r.Amounts[p].Any())).ToList();
        return Html($"""
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["year"]}</th>{shown.Select(p => Html($"<th scope=\"col\" class=\"n\">{Phase(v, p)}</th>"))}<th scope="col">{v["source"]}</th></tr></thead><tbody>
            {rows.Select(r => Html($"<tr><th scope=\"row\">{r.Year.ToString(CultureInfo.InvariantCulture)}</th>{shown.Select(p => Html($"<td class=\"n\">{Money.Link(v, Best(r.Amounts[p]))}</td>"))}<td>{r.Amounts.SelectMany(a => a).Select(a => a.Document).DistinctBy(d => d.Id).Select(d => Html($"<a href=\"{Parts.Report(v, d)}\">{Parts.Name(v, d)}</a><br>"))}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    // The year's total of a project is narrowed by no fund.
    private static ArchivedStatement? Best(IEnumerable<ArchivedStatement> amounts) => amounts.OrderBy(a => a.Statement.Point.Key("fund") is not null).ThenByDescending(a => a.Fen).FirstOrDefault();

    private static Markup Targets(Visit v, List<ProjectInDocument> found)
    {
        var promises = found.Where(f => f.Promise is { Indicators.Count: > 0 }).ToList();
        return promises.Count == 0 ? Parts.None(v, "project.notargets") : Join(promises.Select(f => Html($"<h3>{Parts.Name(v, f.Document)}</h3>{IndicatorTable.Of(v, f.Promise!)}")));
    }

    private static string Phase(Visit v, string phase) => v.Library.Space.Member("phase", phase) is { } member ? PointName.Capital(v.English ? member.English : member.Chinese) : phase;

    private sealed record Row(int Year, ILookup<string, ArchivedStatement> Amounts);
}
