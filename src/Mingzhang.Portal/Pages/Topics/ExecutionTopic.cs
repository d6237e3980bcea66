using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Topics;

/// <summary>执行率和年中增加：of every department that published a final account, how much of the budget was spent, and what came to it during the year.</summary>
internal static class ExecutionTopic
{
    private const int MostDrawn = 20, PageRows = 100;

    /// <summary>花了多少，从少到多。</summary>
    public static Markup Spent(Visit v, IArchive archive, YearDocuments of)
    {
        var documents = archive.Documents(of);
        var rows = Rows(archive, documents, of.Year).Where(r => r.Rate is not null).OrderBy(r => r.Rate).ToList();
        if (rows.Count == 0)
        {
            return Empty;
        }

        var shown = Opened(archive, [.. rows.Skip((Parts.Page(v) - 1) * PageRows).Take(PageRows)]);

        var caption = Html($"{v.Say("execution.topic", of.Year, rows.Count, Finals(documents), rows[0].Name(v), Percent(rows[0]), rows[^1].Name(v), Percent(rows[^1]))}");
        var frame = new ChartFrame("execution-topic", v["topic.execution"], caption, v["table"], [v["department"], v["item.planned"], v["item.revised"], v["item.spent"], v["execution.rate"]]);
        return Html($"""
            {When(Parts.Page(v) == 1, () => BulletChart.Draw(frame, [.. shown.Take(MostDrawn).Select(r => new Progress(r.Name(v), r.Rate!.Value, null, Percent(r), "", r.Address(v), [r.First(v), r.Cell(v, "revised"), r.Cell(v, "spent"), Html($"{Percent(r)}")]))]))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col" class="n">{v["execution.rate"]}</th><th scope="col" class="n">{v["item.planned"]}</th><th scope="col" class="n">{v["item.revised"]}</th><th scope="col" class="n">{v["item.spent"]}</th></tr></thead><tbody>
            {shown.Select(r => Html($"<tr><th scope=\"row\"><a href=\"{r.Address(v)}\">{r.Name(v)}</a></th><td class=\"n\">{Percent(r)}</td><td class=\"n\">{r.First(v)}</td><td class=\"n\">{r.Cell(v, "revised")}</td><td class=\"n\">{r.Cell(v, "spent")}</td></tr>\n"))}</tbody></table></div>
            {When(shown.Exists(r => r.Opening is not null), () => Html($"<p class=\"soft\">{v["added.opening"]}</p>"))}
            {Parts.Pager(v, rows.Count > Parts.Page(v) * PageRows)}
            """);
    }

    /// <summary>年中增加了多少，从多到少。</summary>
    public static Markup Added(Visit v, IArchive archive, YearDocuments of)
    {
        var documents = archive.Documents(of);
        var rows = Opened(archive, Rows(archive, documents, of.Year)).Where(r => r.Added is not null).OrderByDescending(r => r.Added).ToList();
        if (rows.Count == 0)
        {
            return Empty;
        }

        var more = rows.Count(r => r.Added > 0);
        return Html($"""
            <p>{v.Say("added.topic", of.Year, rows.Count, Finals(documents), more)}{(more == 0 ? Empty : Html($" {v.Say("added.most", rows[0].Name(v), Money.Text(rows[0].Added!.Value))}"))}</p>
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col" class="n">{v["added.by"]}</th><th scope="col" class="n">{v["item.planned"]}</th><th scope="col" class="n">{v["added.later"]}</th></tr></thead><tbody>
            {rows.Skip((Parts.Page(v) - 1) * PageRows).Take(PageRows).Select(r => Html($"<tr><th scope=\"row\"><a href=\"{r.Address(v)}\">{r.Name(v)}</a></th><td class=\"n\">{Money.Signed(r.Added!.Value)}</td><td class=\"n\">{r.First(v)}</td><td class=\"n\">{r.Cell(v, r.Later)} <small>{v["item." + r.Later]}</small></td></tr>\n"))}</tbody></table></div>
            <p class="soft">{v["added.note"]}{When(rows.Exists(r => r.Opening is not null), () => Html($" {v["added.opening"]}"))}</p>
            {Parts.Pager(v, rows.Count > Parts.Page(v) * PageRows)}
            """);
    }

    private static List<Row> Rows(IArchive archive, IReadOnlyList<ArchivedDocument> documents, int year)
    {
        var figures = archive.Headlines(year, [.. ExecutedFigures.Items]).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        return [.. documents.Where(d => figures.ContainsKey(d.Id)).Select(d => new Row(d, figures[d.Id]))];
    }

    // Where the first budget is not printed, what the department's own budget of the year says of all its spending; of several the one that counts now.
    private static List<Row> Opened(IArchive archive, List<Row> rows)
    {
        var without = rows.FindAll(r => !r.Figures.ContainsKey("planned")).ConvertAll(r => r.Document);
        if (without.Count == 0)
        {
            return rows;
        }

        var budgets = archive.OfBodies(without, without[0].Year!.Value).ToDictionary(g => g.Key, g => g.FirstOrDefault(d => d.Kind == nameof(Budget.DocumentKind.Budget) && d.Scope != nameof(Budget.DocumentScope.Unit)));
        var spending = archive.Headlines([.. budgets.Values.OfType<ArchivedDocument>()], "spending").ToDictionary(h => h.Document);
        return rows.ConvertAll(r => budgets.GetValueOrDefault(r.Document.Body!.Id) is { } budget && spending.TryGetValue(budget.Id, out var found) && new RankedHeadline(found, budget) is var first && r.Comparable(archive, first) ? r with { Opening = first } : r);
    }

    private static int Finals(IReadOnlyList<ArchivedDocument> documents) => documents.Where(d => d is { Kind: nameof(Budget.DocumentKind.Final), Body: not null }).DistinctBy(d => d.Body!.Id).Count();

    private static string Percent(Row row) => Money.Percent(row.Figures["spent"].Fen, row.Plan!.Fen);

    private sealed record Row(ArchivedDocument Document, Dictionary<string, Headline> Figures, RankedHeadline? Opening = null)
    {
        public Headline? Plan => Figures.GetValueOrDefault("revised") ?? Figures.GetValueOrDefault("planned");

        public decimal? Rate => Plan is { Fen: > 0 } plan && Figures.GetValueOrDefault("spent") is { } spent ? (decimal)spent.Fen / plan.Fen : null;

        public string Later => Figures.ContainsKey("revised") ? "revised" : "spent";

        public long? Added => (Figures.GetValueOrDefault("planned") ?? Opening?.Headline) is { } planned && Figures.GetValueOrDefault(Later) is { } later ? later.Fen - planned.Fen : null;

        // Only what is of one scope may be subtracted: both figures measure the same, but for the phase.
        public bool Comparable(IArchive archive, RankedHeadline first) => !Figures.ContainsKey("planned") && Figures.GetValueOrDefault(Later) is { } later
            && Scope(archive.Statement(Document, later.Statement)) is { } scope && scope == Scope(archive.Statement(first.Document, first.Headline.Statement));

        private static string? Scope(ArchivedStatement? found) => found is null ? null : Headlines.Key(found.Statement.Point);

        public Markup First(Visit v) => Opening is { } o ? Money.Link(v, o.Document, o.Headline.Statement, o.Headline.Fen) : Cell(v, "planned");

        public string Name(Visit v) => Document.Body?.Name ?? v["body.unknown"];

        public string Address(Visit v) => Parts.Address(v, Document) + "#execution";

        public Markup Cell(Visit v, string item) => Figures.GetValueOrDefault(item) is { } h ? Money.Link(v, Document, h.Statement, h.Fen) : Money.Blank(v, "blank.unstated");
    }
}
