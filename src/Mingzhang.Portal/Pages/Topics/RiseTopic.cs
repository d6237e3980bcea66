using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Topics;

/// <summary>谁增加最多，为什么：one figure of all departments against last year's document, the largest rise first, with the department's own reason.</summary>
internal static class RiseTopic
{
    private const int MostReasons = 60, MostRows = 400, MostDrawn = 12;

    private static readonly string[] Items = ["spending", "sangong", "reception", "vehicles", "abroad", "operating", "project", "procurement"];

    public static Markup Of(Visit v, IArchive archive, IReadOnlyList<ArchivedDocument> documents, int year, string kind)
    {
        var item = Items.Contains(v.Ask("item")) ? v.Ask("item") : "reception";
        var tabs = Html($"<nav class=\"tabs\" aria-label=\"{v["item"]}\">{Items.Select(i => Html($"<a href=\"{v.To($"/t/rise?year={year.ToString(CultureInfo.InvariantCulture)}&kind={kind.ToLowerInvariant()}&item={i}")}\"{(i == item ? Html($" aria-current=\"page\"") : Empty)}>{v["item." + i]}</a> "))}</nav>");
        var now = archive.Headlines(year, item).ToDictionary(h => h.Document);
        var before = archive.Headlines(year - 1, item).ToDictionary(h => h.Document);
        var last = archive.Documents(year - 1).Where(d => d.Body is not null && before.ContainsKey(d.Id)).GroupBy(d => new Same(d.Body!.Id, d.Kind, d.Scope)).ToDictionary(g => g.Key, g => g.First());
        var stated = documents.Where(d => d.Body is not null && now.ContainsKey(d.Id)).ToList();
        var rows = stated.Where(d => last.ContainsKey(new Same(d.Body!.Id, d.Kind, d.Scope))).Select(d => new Risen(d, now[d.Id], last[new Same(d.Body!.Id, d.Kind, d.Scope)], before[last[new Same(d.Body!.Id, d.Kind, d.Scope)].Id])).OrderByDescending(r => r.By).ToList();
        if (rows.Count == 0)
        {
            return Html($"{tabs}{Parts.None(v, "rise.none")}");
        }

        var top = rows[0];
        var caption = Html($"{v.Say(top.By > 0 ? "rise.caption" : "rise.nobody", year, v["item." + item], top.Document.Body!.Name, Money.Text(Math.Abs(top.By)), rows.Count, stated.Count)}{When(top.By > 0, () => Html($" {v["rise.why"]} {Reason(v, archive, top)}"))}");
        var frame = new ChartFrame("rise-chart", v["topic.rise"], caption, v["table"], [v["department"], v.Say("why.year", year - 1), v.Say("why.year", year)]);
        return Html($"""
            {tabs}{Dumbbell.Draw(frame, [.. rows.Take(MostDrawn).Select(r => new TwoPoints(r.Document.Body!.Name, r.Before.Fen, r.Now.Fen, Money.Text(r.Before.Fen), Money.Text(r.Now.Fen), Parts.Address(v, r.Document), Was(v, r), Is(v, r)))])}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col" class="n">{v.Say("why.year", year - 1)}</th><th scope="col" class="n">{v.Say("why.year", year)}</th><th scope="col" class="n">{v["change"]}</th><th scope="col">{v["reason"]}</th></tr></thead><tbody>
            {rows.Take(MostRows).Select((r, i) => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, r.Document)}#sangong\">{r.Document.Body!.Name}</a></th><td class=\"n\">{Was(v, r)}</td><td class=\"n\">{Is(v, r)}</td><td class=\"n\">{Money.Change(v, r.Now.Fen, r.Before.Fen)}</td><td>{(i < MostReasons && r.By != 0 ? Reason(v, archive, r) : Empty)}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    private static Markup Was(Visit v, Risen r) => Money.Link(v, r.Former, r.Before.Statement, r.Before.Fen);

    private static Markup Is(Visit v, Risen r) => Money.Link(v, r.Document, r.Now.Statement, r.Now.Fen);

    private static Markup Reason(Visit v, IArchive archive, Risen r) =>
        archive.Statement(r.Document, r.Now.Statement) is { } figure && archive.Same(r.Document, figure.Statement.Point).Select(s => s.Statement).OfType<ChangeStatement>().FirstOrDefault(c => c.Reason is not null) is { } change
            ? Html($"<a href=\"{Money.Address(v, r.Document, change.Id)}\" lang=\"zh\">{change.Reason}</a>") : Html($"<small>{v["why.noreason"]}</small>");

    private sealed record Same(long Body, string Kind, string Scope);

    private sealed record Risen(ArchivedDocument Document, Headline Now, ArchivedDocument Former, Headline Before)
    {
        public long By => Now.Fen - Before.Fen;
    }
}
