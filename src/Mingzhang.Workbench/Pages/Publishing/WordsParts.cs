using System.Security.Cryptography;
using System.Text;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>要写的一条文字：asked for by a book, in the sentence where it will stand; of the budget and of the final account.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What is asked for.</param>
/// <param name="Said">What is written; null where nothing is.</param>
/// <param name="Reviewed">Whether somebody has read it this year.</param>
/// <param name="Before">What was written the year before.</param>
/// <param name="Paragraph">The sentence that it stands in.</param>
internal record AskedWords(string Key, string Name, string? Said, bool Reviewed, string? Before, ComposedParagraph? Paragraph)
{
    /// <summary>是否还要人看。</summary>
    public virtual bool Open => Said is null || !Reviewed;
}

/// <summary>写文字的页的各部分，预算和决算一样。</summary>
internal static class WordsParts
{
    /// <summary>一条文字在页上的位置。</summary>
    public static string Anchor(string key) => "w" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];

    /// <summary>已保存的一句。</summary>
    public static Markup Saved(WorkVisit v, Markup said) => When(v.Visit.Ask("saved").Length > 0 && said.IsEmpty, () => Html($"<p class=\"done\" role=\"status\">{v["work.saved"]}</p>"));

    /// <summary>带来上年的文字，和不能写时的一句。</summary>
    public static Markup Head(WorkVisit v, IEnumerable<AskedWords> asked, bool may) => Html($"""
        {When(may && asked.Any(a => a.Said is null && a.Before is not null), () => Html($"<form method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"carry\"><button>{v["work.words.carry"]}</button></form>"))}
        {When(!may, () => Html($"<p class=\"notice\">{v["work.words.readonly"]}</p>"))}
        """);

    /// <summary>一条文字：what it is, what stands above its sentence, last year's, and the form.</summary>
    /// <param name="v">The visit.</param>
    /// <param name="a">The words.</param>
    /// <param name="may">Whether they can be written now.</param>
    /// <param name="look">How it looks, and the word for its state.</param>
    /// <param name="above">What stands above its sentence.</param>
    /// <param name="hidden">What else the form sends.</param>
    /// <param name="buttons">Its buttons.</param>
    public static Markup One(WorkVisit v, AskedWords a, bool may, WordsLook look, Markup above, Markup hidden, Markup buttons) => Html($"""
        <section class="{look.Class}" id="{Anchor(a.Key)}"><h3>{a.Name} <small>{v[look.State]}</small></h3>
        {above}
        {When(a.Paragraph is not null, () => Html($"<blockquote class=\"composed\" lang=\"zh-CN\">{new Markup(ComposedHtml.Runs(a.Paragraph!, r => PreviewPage.Bound(v, r)))}</blockquote>"))}
        {When(a.Before is not null && a.Before != a.Said, () => Html($"<p class=\"lastyear\"><small>{v["work.words.before"]}</small> {a.Before}</p>"))}
        {(may ? Html($"""
            <form class="entry" method="post">{v.Token}{hidden}<input type="hidden" name="key" value="{a.Key}"><label><span class="hidden">{a.Name}</span><textarea name="said" rows="3" maxlength="20000">{a.Said}</textarea></label><p>{buttons}</p></form>
            """) : Html($"<p>{a.Said}</p>"))}</section>

        """);
}

/// <summary>一条文字的样子。</summary>
internal sealed record WordsLook(string Class, string State);
