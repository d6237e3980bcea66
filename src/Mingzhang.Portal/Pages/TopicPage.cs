using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Topics;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>专题：one subject across all departments of a year, in one table, largest first.</summary>
internal static class TopicPage
{
    private const int Most = 300;

    private static readonly Dictionary<string, string[]> Topics = new(StringComparer.Ordinal)
    {
        ["sangong"] = ["sangong", "abroad", "purchase", "running", "reception"],
        ["operating"] = ["operating", "basic"],
        ["procurement"] = ["procurement", "goods", "works", "services"],
        ["performance"] = ["targeted", "project"],
        ["assets"] = [],
        ["projects"] = [],
        ["rise"] = [],
        ["execution"] = [],
        ["added"] = [],
        ["targets"] = [],
    };

    // What only final accounts can tell.
    private static readonly string[] AfterTheYear = ["execution", "added", "targets"];

    public static Page? Of(Visit v, IArchive archive, string topic)
    {
        if (!Topics.TryGetValue(topic, out var items))
        {
            return null;
        }

        var years = archive.Years().Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? (AfterTheYear.Contains(topic) ? archive.Years().Where(y => y.Kind == nameof(DocumentKind.Final)).Select(y => y.Year).FirstOrDefault(years.FirstOrDefault()) : years.FirstOrDefault());
        var all = archive.Documents(year);
        var kind = AfterTheYear.Contains(topic) || v.Ask("kind") == "final" || all.All(d => d.Kind != nameof(DocumentKind.Budget)) ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);
        var ofYear = all.Where(d => d.Kind == kind).ToList();

        // A unit's money is in its department's; units stand alone only where no department is here.
        var departments = ofYear.FindAll(d => d.Scope != nameof(DocumentScope.Unit)) is { Count: > 0 } found ? found : ofYear;
        var table = topic switch
        {
            "assets" => Counts(v, archive, departments),
            "projects" => Projects(v, archive, departments),
            "rise" => RiseTopic.Of(v, archive, departments, year, kind),
            "execution" => ExecutionTopic.Spent(v, archive, departments, year),
            "added" => ExecutionTopic.Added(v, archive, departments, year),
            "targets" => TargetsTopic.Of(v, archive, departments),
            _ => Table(v, archive, departments, year, topic, items),
        };
        var html = Html($"""
            <h1>{v["topic." + topic]} <small>{year}</small></h1><p class="lead">{v["topic." + topic + ".says"]}</p>
            {Parts.Years(v, years, year, y => $"/t/{topic}?year={y.ToString(CultureInfo.InvariantCulture)}{(kind == nameof(DocumentKind.Final) && !AfterTheYear.Contains(topic) ? "&kind=final" : "")}")}
            {When(!AfterTheYear.Contains(topic), () => Html($"<nav class=\"tabs\" aria-label=\"{v["kind"]}\">{all.Select(d => d.Kind).Where(k => k is nameof(DocumentKind.Budget) or nameof(DocumentKind.Final)).Distinct().Order(StringComparer.Ordinal).Select(k => Html($"<a href=\"{v.To($"/t/{topic}?year={year.ToString(CultureInfo.InvariantCulture)}&kind={k.ToLowerInvariant()}")}\"{(k == kind ? Html($" aria-current=\"page\"") : Empty)}>{v["kind." + k.ToLowerInvariant()]}</a> "))}</nav>"))}
            {(table.IsEmpty ? Parts.None(v, "topic.none") : table)}
            """);
        return new Page(v["topic." + topic] + " " + year.ToString(CultureInfo.InvariantCulture), html);
    }

    private static Markup Table(Visit v, IArchive archive, List<ArchivedDocument> documents, int year, string topic, string[] items)
    {
        var per = PerOne.All.Where(p => items.Contains(p.Item)).ToList();
        var figures = archive.Headlines(year, [.. items, .. per.Select(p => p.By).Distinct()]).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        var rows = documents.Where(d => d.Body is not null && figures.TryGetValue(d.Id, out var own) && items.Any(own.ContainsKey)).OrderByDescending(d => figures[d.Id].GetValueOrDefault(items[0])?.Fen ?? -1).ToList();
        if (rows.Count == 0)
        {
            return Empty;
        }

        var asked = per.Find(p => p.Key == v.Ask("by"));
        rows = asked is null ? rows : [.. rows.OrderByDescending(d => asked.Value(figures[d.Id]) ?? -1)];
        var drawn = rows.Where(d => figures[d.Id].GetValueOrDefault(items[0]) is { Fen: > 0 }).OrderByDescending(d => figures[d.Id][items[0]].Fen).Take(20).ToList();
        var frame = new ChartFrame("topic-chart", v["topic." + topic], Html($"{(drawn.Count == 0 ? "" : v.Say("topic.caption", year, drawn[0].Body?.Name ?? v["body.unknown"], v["item." + items[0]], Money.Text(figures[drawn[0].Id][items[0]].Fen)))}"), v["table"], [v["department"], v["amount.wan"], ""]);
        return Html($"""
            {When(drawn.Count > 1, () => BarChart.Draw(frame, [.. drawn.Select(d => new Bar(d.Body?.Name ?? v["body.unknown"], figures[d.Id][items[0]].Fen, Money.Text(figures[d.Id][items[0]].Fen), "", Parts.Address(v, d), Money.Link(v, d, figures[d.Id][items[0]].Statement, figures[d.Id][items[0]].Fen)))]))}
            {per.Select(p => Usual(v, p, rows, figures))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th>{(asked is null ? Empty : Head(v, asked, true))}{items.Select(i => Html($"<th scope=\"col\" class=\"n\">{v["item." + i]}</th>"))}{per.Where(p => p != asked).Select(p => Head(v, p, false))}</tr></thead><tbody>
            {rows.Take(Most).Select(d => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, d)}#{(topic == "sangong" || topic == "operating" ? "sangong" : "procurement")}\">{d.Body?.Name ?? v["body.unknown"]}</a></th>{(asked is null ? Empty : Html($"<td class=\"n\">{asked.Cell(v, d, figures[d.Id])}</td>"))}{items.Select(i => Html($"<td class=\"n\">{(figures[d.Id].GetValueOrDefault(i) is { } h ? Money.Link(v, d, h.Statement, h.Fen) : Money.Blank(v, "blank.unstated"))}</td>"))}{per.Where(p => p != asked).Select(p => Html($"<td class=\"n\">{p.Cell(v, d, figures[d.Id])}</td>"))}</tr>\n"))}</tbody></table></div>
            {When(per.Count > 0, () => Html($"<p class=\"soft\">{v["per.note"]}</p>"))}
            """);
    }

    // By what the rows are ordered stands beside the names.
    private static Markup Head(Visit v, PerOne per, bool asked) => Html($"<th scope=\"col\" class=\"n\"><a href=\"{v.To(v.With("by", per.Key))}\"{(asked ? Html($" aria-current=\"true\"") : Empty)}>{v[per.Word]}</a></th>");

    // What is high is only seen beside the others: the one in the middle, the least and the most.
    private static Markup Usual(Visit v, PerOne per, List<ArchivedDocument> rows, Dictionary<long, Dictionary<string, Headline>> figures)
    {
        var known = rows.Where(d => per.Value(figures[d.Id]) is not null).OrderBy(d => per.Value(figures[d.Id])).ToList();
        return known.Count < 3 ? Empty : Html($"<p><a href=\"{v.To(v.With("by", per.Key))}\">{v[per.Word]}</a>{v.Say("per.usual", known.Count, PerOne.Text(PeerStrip.Median(known.Select(d => per.Value(figures[d.Id])!.Value))), known[0].Body!.Name, PerOne.Text(per.Value(figures[known[0].Id])!.Value), known[^1].Body!.Name, PerOne.Text(per.Value(figures[known[^1].Id])!.Value))}</p>");
    }

    private static Markup Counts(Visit v, IArchive archive, List<ArchivedDocument> documents)
    {
        var rows = documents.Take(Most).SelectMany(d => archive.Counts(d)).ToList();
        return When(rows.Count > 0, () => Html($"""
            <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["cell.counted"]}</th><th scope="col" class="n">{v["count"]}</th></tr></thead><tbody>
            {rows.Take(2 * Most).Select(s => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, s.Document)}\">{s.Document.Body?.Name ?? v["body.unknown"]}</a></th><td lang=\"zh\">{((CountStatement)s.Statement).What}</td><td class=\"n\"><a class=\"fig\" href=\"{Money.Address(v, s.Document, s.Statement.Id)}\">{((CountStatement)s.Statement).Number.ToString("#,##0.##", CultureInfo.InvariantCulture)}</a> <span lang=\"zh\">{((CountStatement)s.Statement).Unit}</span></td></tr>\n"))}</tbody></table></div>
            """));
    }

    private static Markup Projects(Visit v, IArchive archive, List<ArchivedDocument> documents)
    {
        var rows = documents.Take(Most).SelectMany(d => archive.Projects(d, id => archive.Statement(d, id)?.Statement).Where(p => !p.Whole).Select(p => new Listed(d, p))).OrderByDescending(p => p.Project.Money?.Amount?.Yuan ?? -1).ToList();
        return When(rows.Count > 0, () => Html($"""
            <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["project"]}</th><th scope="col">{v["department"]}</th><th scope="col" class="n">{v["amount"]}</th><th scope="col" class="n">{v["indicators"]}</th></tr></thead><tbody>
            {rows.Take(Most).Select(r => Html($"<tr><th scope=\"row\">{ProjectRecord.Link(v, r.Document, r.Project.Name)}</th><td>{r.Document.Body?.Name ?? v["body.unknown"]}</td><td class=\"n\">{(r.Project.Money is { Amount: { } a } m ? Html($"<a class=\"fig\" href=\"{Money.Address(v, r.Document, m.Id)}\">{a.ToString()}</a>") : Money.Blank(v, "blank.unstated"))}</td><td class=\"n\">{r.Project.Indicators.Count}</td></tr>\n"))}</tbody></table></div>
            """));
    }

    private sealed record Listed(ArchivedDocument Document, PerformanceObject Project);
}
