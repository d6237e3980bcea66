using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Citing;

/// <summary>核对一句话的页面：is the figure in this sentence right?</summary>
internal static class CitePage
{
    public static Page Of(Visit v, IArchive archive)
    {
        var sentence = v.Ask("q", CitationCheck.MostCharacters);
        var html = Html($"""
            <h1>{v["cite.title"]}</h1><p class="lead">{v["cite.about"]}</p>
            <form class="ask" action="/cite">{Layout.Hidden(v)}<label for="sentence">{v["cite.sentence"]}</label><textarea id="sentence" name="q" rows="3" maxlength="{(long)CitationCheck.MostCharacters}" required lang="zh">{sentence}</textarea><button>{v["cite.button"]}</button></form>
            {When(sentence.Length > 0, () => Result(v, archive, CitationCheck.Of(archive, v.Library, sentence)))}
            """);
        return new Page(v["cite.title"], html) { Hidden = sentence.Length > 0 };
    }

    private static Markup Result(Visit v, IArchive archive, Citation citation) => Html($"""
        <section><h2>{v["cite.result"]}</h2>
        <p>{(citation.Bodies.Count == 0 ? Html($"{v["cite.nobody"]}") : Html($"{v["cite.about.department"]} {Join(citation.Bodies.Select(b => Html($"<a href=\"{v.To("/d/" + b.Code)}\" lang=\"zh\">{b.Name}</a> ")))}"))}</p>
        {(citation.Figures.Count == 0 ? Html($"<p class=\"notice\">{v["cite.nofigure"]}</p>") : Html($"<ol class=\"findings\">{citation.Figures.Select(f => One(v, archive, f))}</ol>"))}</section>
        """);

    private static Markup One(Visit v, IArchive archive, CitedFigure figure) => Html($"""
        <li class="{(figure.Verdict == CitedVerdict.Matches ? "note" : figure.Verdict == CitedVerdict.Differs ? "error" : "warning")}"><p><b lang="zh">{figure.Raw}</b> <span class="tag {(figure.Verdict == CitedVerdict.Matches ? "good" : figure.Verdict == CitedVerdict.Differs ? "bad" : "")}">{v["cited." + figure.Verdict]}</span></p>
        {When(figure.Said is not null, () => Html($"<p class=\"soft\">{v["cite.understood"]} {PointName.Of(v.Library, figure.Said!.Point, v.English)}</p>"))}
        {When(figure.Found.Count > 0, () => Html($"<ul class=\"plain\">{figure.Found.Select(s => Place(v, archive, s))}</ul>"))}
        {When(figure.Nearest.Count > 0, () => Html($"<p>{v[figure.Verdict == CitedVerdict.Differs ? "cite.instead" : "cite.nearest"]}</p><ul class=\"plain\">{figure.Nearest.Select(s => Place(v, archive, s))}</ul>"))}
        </li>

        """);

    private static Markup Place(Visit v, IArchive archive, ArchivedStatement found)
    {
        var facts = FigureFacts.Of(archive, v.Library, found, v.English);
        return Html($"<li><a class=\"fig\" href=\"{Money.Address(v, found.Document, found.Statement.Id)}\" lang=\"zh\">{facts.Printed}</a> {Parts.Name(v, found.Document)} <span lang=\"{(v.English ? "en" : "zh")}\">{facts.Place}</span> <small>{facts.Name} · {v["checks." + facts.Checks]}</small></li>\n");
    }
}
