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
    private const int PageRows = 30, MostDrawn = 12;

    private static readonly string[] Items = ["spending", "sangong", "reception", "vehicles", "abroad", "operating", "project", "procurement"];

    public static Markup Of(Visit v, IArchive archive, YearDocuments of)
    {
        var (year, kind) = (of.Year, of.Kind);
        var item = Items.Contains(v.Ask("item")) ? v.Ask("item") : "reception";
        var tabs = Html($"<nav class=\"tabs\" aria-label=\"{v["item"]}\">{Items.Select(i => Html($"<a href=\"{v.To($"/t/rise?year={year.ToString(CultureInfo.InvariantCulture)}&kind={kind.ToLowerInvariant()}&item={i}")}\"{(i == item ? Html($" aria-current=\"page\"") : Empty)}>{v["item." + i]}</a> "))}</nav>");
        var found = archive.Risen(item, of, (Parts.Page(v) - 1) * PageRows, PageRows + 1);
        var rows = found.Take(PageRows).ToList();
        if (rows.Count == 0)
        {
            return Html($"{tabs}{Parts.None(v, "rise.none")}");
        }

        return Html($"""
            {tabs}{When(Parts.Page(v) == 1, () => Chart(v, archive, of, item, rows))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col" class="n">{v.Say("why.year", year - 1)}</th><th scope="col" class="n">{v.Say("why.year", year)}</th><th scope="col" class="n">{v["change"]}</th><th scope="col">{v["reason"]}</th></tr></thead><tbody>
            {rows.Select(r => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, r.Now.Document)}#sangong\">{Name(r)}</a></th><td class=\"n\">{Figure(v, r.Before)}</td><td class=\"n\">{Figure(v, r.Now)}</td><td class=\"n\">{Money.Change(v, r.Now.Headline.Fen, r.Before.Headline.Fen)}</td><td>{(r.By != 0 ? Reason(v, archive, r.Now) : Empty)}</td></tr>\n"))}</tbody></table></div>
            {Parts.Pager(v, found.Count > PageRows)}
            """);
    }

    private static Markup Chart(Visit v, IArchive archive, YearDocuments of, string item, List<RisenHeadline> rows)
    {
        var top = rows[0];
        var caption = Html($"{v.Say(top.By > 0 ? "rise.caption" : "rise.nobody", of.Year, v["item." + item], Name(top), Money.Text(Math.Abs(top.By)), top.Both, archive.Ranked(item, of))}{When(top.By > 0, () => Html($" {v["rise.why"]} {Reason(v, archive, top.Now)}"))}");
        var frame = new ChartFrame("rise-chart", v["topic.rise"], caption, v["table"], [v["department"], v.Say("why.year", of.Year - 1), v.Say("why.year", of.Year)]);
        return Dumbbell.Draw(frame, [.. rows.Take(MostDrawn).Select(r => new TwoPoints(Name(r), r.Before.Headline.Fen, r.Now.Headline.Fen, Money.Text(r.Before.Headline.Fen), Money.Text(r.Now.Headline.Fen), Parts.Address(v, r.Now.Document), Figure(v, r.Before), Figure(v, r.Now)))]);
    }

    private static string Name(RisenHeadline r) => r.Now.Document.Body!.Name;

    private static Markup Figure(Visit v, RankedHeadline r) => Money.Link(v, r.Document, r.Headline.Statement, r.Headline.Fen);

    private static Markup Reason(Visit v, IArchive archive, RankedHeadline r) =>
        archive.Statement(r.Document, r.Headline.Statement) is { } figure && archive.Same(r.Document, figure.Statement.Point).Select(s => s.Statement).OfType<ChangeStatement>().FirstOrDefault(c => c.Reason is not null) is { } change
            ? Html($"<a href=\"{Money.Address(v, r.Document, change.Id)}\" lang=\"zh\">{change.Reason}</a>") : Html($"<small>{v["why.noreason"]}</small>");
}
