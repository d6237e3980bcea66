using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>首页：what is here, in one sentence; where to begin; what was filed last.</summary>
internal static class HomePage
{
    private const int Largest = 10, Latest = 6;

    private static readonly string[] Topics = ["rise", "execution", "added", "targets", "sangong", "operating", "procurement", "performance", "assets", "projects"];

    // What is asked as often and has a page of its own.
    private static readonly string[] Beside = ["status", "cite"];

    public static Page Of(Visit v, IArchive archive)
    {
        var counts = archive.Counts();
        var years = archive.Years();
        var body = Html($"""
            <h1 class="hero">{v["site.claim"]}</h1>
            <p class="lead">{v.Say("home.counts", Money.Whole(counts.Documents), Money.Whole(counts.Bodies), Money.Whole(counts.Statements))}</p>
            <form class="bigfind" action="/s" role="search" aria-label="{v["search.label"]}">{Layout.Hidden(v)}<label class="hidden" for="q2">{v["search.label"]}</label><input id="q2" name="q" type="search" maxlength="60" placeholder="{v["search.hint"]}"><button>{v["search.button"]}</button></form>
            <p class="soft">{v["home.examples"]} <a href="{v.To("/s?q=" + Uri.EscapeDataString("科普"))}" lang="zh">科普</a> <a href="{v.To("/s?q=" + Uri.EscapeDataString("公务接待"))}" lang="zh">公务接待</a> <a href="{v.To("/s?q=2080505")}">2080505</a></p>
            {When(counts.Documents == 0, () => Parts.None(v, "home.empty"))}
            {When(counts.Documents > 0, () => Html($"""
                <section><h2>{v["home.topics"]}</h2><ul class="topics">{Topics.Select(t => Html($"<li><a href=\"{v.To("/t/" + t)}\"><b>{v["topic." + t]}</b> <span>{v["topic." + t + ".about"]}</span></a></li>"))}{Beside.Select(b => Html($"<li><a href=\"{v.To("/" + b)}\"><b>{v["home." + b]}</b> <span>{v["home." + b + ".about"]}</span></a></li>"))}</ul></section>
                {Ranking(v, archive, years)}
                <section><h2>{v["home.years"]}</h2><table class="list"><thead><tr><th scope="col">{v["year"]}</th><th scope="col" class="n">{v["kind.budget"]}</th><th scope="col" class="n">{v["kind.final"]}</th><th scope="col" class="n">{v["home.clean"]}</th></tr></thead><tbody>
                {years.GroupBy(y => y.Year).Select(y => Year(v, y.Key, [.. y]))}</tbody></table></section>
                <section><h2>{v["home.latest"]}</h2><ul class="plain">{archive.Latest(Latest).Select(d => Html($"<li><a href=\"{Parts.Address(v, d)}\">{Parts.Name(v, d)}</a> <small>{v.Say("foot.asof", d.ReadAt[..10])}</small></li>"))}</ul></section>
                """))}
            """);
        return new Page("", body) { Entry = "/" };
    }

    private static Markup Ranking(Visit v, IArchive archive, IReadOnlyList<YearCount> years)
    {
        // The year with most budgets: a comparison of one is none.
        var year = years.Where(y => y.Kind == nameof(DocumentKind.Budget)).MaxBy(y => y.Documents)?.Year ?? 0;
        var spending = archive.Ranked("spending", new YearDocuments(year, nameof(DocumentKind.Budget), Units: false), 0, Largest);
        if (spending.Count < 2)
        {
            return Empty;
        }

        var frame = new ChartFrame("largest", v["home.largest"], Html($"{v.Say("home.largest.caption", year.ToString(CultureInfo.InvariantCulture), Name(spending[0]), Money.Text(spending[0].Headline.Fen))}"), v["table"], [v["department"], v["spending.wan"], ""]);
        return Html($"<section><h2>{v["home.largest"]}</h2>{BarChart.Draw(frame, [.. spending.Select(h => new Bar(Name(h), h.Headline.Fen, Money.Text(h.Headline.Fen), "", Parts.Address(v, h.Document), Money.Link(v, h.Document, h.Headline.Statement, h.Headline.Fen)))])}</section>");

        string Name(RankedHeadline h) => h.Document.Body?.Name ?? v["body.unknown"];
    }

    private static Markup Year(Visit v, int year, IReadOnlyList<YearCount> counts)
    {
        var word = year.ToString(CultureInfo.InvariantCulture);
        return Html($"""
            <tr><th scope="row"><a href="{v.To("/depts?year=" + word)}">{word}</a></th><td class="n">{Of(DocumentKind.Budget)}</td><td class="n">{Of(DocumentKind.Final)}</td><td class="n">{counts.Sum(c => c.Clean)} / {counts.Sum(c => c.Documents)}</td></tr>

            """);

        int Of(DocumentKind kind) => counts.Where(c => c.Kind == kind.ToString()).Sum(c => c.Documents);
    }
}
