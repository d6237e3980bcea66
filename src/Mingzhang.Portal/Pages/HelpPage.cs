using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Text;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>读懂预算：how to read the pages, how the checks work, and the terms in plain words.</summary>
internal static class HelpPage
{
    private static readonly string[] Questions = ["figures", "checks", "blank", "years", "source", "wrong"];

    public static Page Of(Visit v) => new(v["help.title"], Html($"""
        <h1>{v["help.title"]}</h1>
        {Questions.Select(q => Html($"<section><h2>{v["help." + q]}</h2><p>{v["help." + q + ".answer"]}</p></section>\n"))}
        <section id="terms"><h2>{v["help.terms"]}</h2><dl class="terms">{Glossary.All.Select(t => Html($"<dt id=\"{t.Key}\">{t.Name(v.English)} <small lang=\"{(v.English ? "zh" : "en")}\">{t.Name(!v.English)}</small></dt><dd>{t.Says(v.English)}</dd>\n"))}</dl></section>
        """));
}
