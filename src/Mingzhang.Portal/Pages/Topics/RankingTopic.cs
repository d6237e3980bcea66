using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Topics;

/// <summary>各部门的几个数并列，按其中一个从多到少：the departments that do not state that one come last.</summary>
internal static class RankingTopic
{
    private const int PageRows = 100, MostDrawn = 20;

    public static Markup Of(Visit v, IArchive archive, YearDocuments of, string topic, string[] items)
    {
        var per = PerOne.All.Where(p => items.Contains(p.Item)).ToList();
        var asked = per.Find(p => p.Key == v.Ask("by"));
        var listed = Rows(archive, of, asked?.Ranking ?? items[0], asked is null ? items[1..] : items, (Parts.Page(v) - 1) * PageRows);
        if (listed.Count == 0)
        {
            return Empty;
        }

        var rows = listed.Take(PageRows).ToList();
        var figures = archive.Headlines(rows, [.. items, .. per.Select(p => p.By).Distinct()]).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        var section = topic is "sangong" or "operating" ? "sangong" : "procurement";
        return Html($"""
            {When(Parts.Page(v) == 1, () => Chart(v, archive.Ranked(items[0], of, 0, MostDrawn), of.Year, topic, items[0]))}
            {per.Select(p => Usual(v, archive, of, p))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th>{(asked is null ? Empty : Head(v, asked, true))}{items.Select(i => Html($"<th scope=\"col\" class=\"n\">{v["item." + i]}</th>"))}{per.Where(p => p != asked).Select(p => Head(v, p, false))}</tr></thead><tbody>
            {rows.Select(d => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, d)}#{section}\">{d.Body!.Name}</a></th>{(asked is null ? Empty : Html($"<td class=\"n\">{asked.Cell(v, d, figures[d.Id])}</td>"))}{items.Select(i => Html($"<td class=\"n\">{(figures[d.Id].GetValueOrDefault(i) is { } h ? Money.Link(v, d, h.Statement, h.Fen) : Money.Blank(v, "blank.unstated"))}</td>"))}{per.Where(p => p != asked).Select(p => Html($"<td class=\"n\">{p.Cell(v, d, figures[d.Id])}</td>"))}</tr>\n"))}</tbody></table></div>
            {When(per.Count > 0, () => Html($"<p class=\"soft\">{v["per.note"]}</p>"))}
            {Parts.Pager(v, listed.Count > PageRows)}
            """);
    }

    // One row more than is shown, by which it is known whether there is another page.
    private static List<ArchivedDocument> Rows(IArchive archive, YearDocuments of, string item, string[] others, int skip)
    {
        var rows = archive.Ranked(item, of, skip, PageRows + 1).Select(r => r.Document).ToList();
        if (rows.Count <= PageRows)
        {
            var before = rows.Count > 0 ? 0 : Math.Max(0, skip - archive.Ranked(item, of));
            rows.AddRange(archive.Without(item, others, of, before, PageRows + 1 - rows.Count));
        }

        return rows;
    }

    private static Markup Chart(Visit v, IReadOnlyList<RankedHeadline> largest, int year, string topic, string item)
    {
        var drawn = largest.Where(r => r.Headline.Fen > 0).ToList();
        var frame = new ChartFrame("topic-chart", v["topic." + topic], Html($"{(drawn.Count == 0 ? "" : v.Say("topic.caption", year, drawn[0].Document.Body!.Name, v["item." + item], Money.Text(drawn[0].Headline.Fen)))}"), v["table"], [v["department"], v["amount.wan"], ""]);
        return When(drawn.Count > 1, () => BarChart.Draw(frame, [.. drawn.Select(r => new Bar(r.Document.Body!.Name, r.Headline.Fen, Money.Text(r.Headline.Fen), "", Parts.Address(v, r.Document), Money.Link(v, r.Document, r.Headline.Statement, r.Headline.Fen)))]));
    }

    // By what the rows are ordered stands beside the names.
    private static Markup Head(Visit v, PerOne per, bool asked) => Html($"<th scope=\"col\" class=\"n\"><a href=\"{v.To(v.With("by", per.Key))}\"{(asked ? Html($" aria-current=\"true\"") : Empty)}>{v[per.Word]}</a></th>");

    // What is high is only seen beside the others: the one in the middle, the least and the most.
    private static Markup Usual(Visit v, IArchive archive, YearDocuments of, PerOne per)
    {
        var count = archive.Ranked(per.Ranking, of);
        if (count < 3)
        {
            return Empty;
        }

        var (most, least) = (archive.Ranked(per.Ranking, of, 0, 1)[0].Document, archive.Ranked(per.Ranking, of, count - 1, 1)[0].Document);
        var middle = archive.Ranked(per.Ranking, of, (count - 1) / 2, count % 2 == 0 ? 2 : 1).Select(r => r.Document).ToList();
        var figures = archive.Headlines([most, least, .. middle], per.Item, per.By).ToLookup(h => h.Document);
        return Html($"<p><a href=\"{v.To(v.With("by", per.Key))}\">{v[per.Word]}</a>{v.Say("per.usual", count, PerOne.Text(PeerStrip.Median(middle.Select(Value))), least.Body!.Name, PerOne.Text(Value(least)), most.Body!.Name, PerOne.Text(Value(most)))}</p>");

        decimal Value(ArchivedDocument d) => per.Value(figures[d.Id].ToDictionary(h => h.Item, StringComparer.Ordinal))!.Value;
    }
}
