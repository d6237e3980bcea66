using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Figures;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>预览：what will be published, as it is written now: what is missing, what our checks find in it, and every amount in it that follows no figure of the ledger.</summary>
internal static class PreviewPage
{
    // A number with a unit of money behind it, or a share.
    private static readonly Regex Amounts = new($@"\d[\d,\uff0c]*(?:\.\d+)?\s*(?:{string.Join('|', MoneyUnit.All.Select(u => Regex.Escape(u.Name)).OrderByDescending(u => u.Length))}|%|\uff05)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Owner(v) is { } owner ? Form(v, owner, Empty) : WorkAnswer.Missing;

    /// <summary>对一段话提出意见。</summary>
    public static WorkAnswer Send(WorkVisit v) => ReportPage.Unit(v) is not { } unit ? WorkAnswer.Missing : v.Field("do") != "comment" ? WorkAnswer.Forbidden
        : SubmitPage.Do(v, unit) is { Count: > 0 } problems ? Form(v, unit, Refused.List(v, problems)) : WorkAnswer.Go(Books.Address(v, unit, "preview"));

    private static WorkAnswer Form(WorkVisit v, Unit owner, Markup said)
    {
        if (v.Read(r => Compose(v, r, owner)) is not { } composed)
        {
            return ReportPage.Page(v, owner, "preview", Empty, Html($"<p class=\"none\">{v["work.preview.none"]}</p>"));
        }

        var report = Publication.Check(v.Site.Library, composed, v.Read(r => RuleSettings.Of(r, Books.Of(v).Key)));
        v.Site.Drafts.Keep(v, owner, composed, report);
        var missing = v.Read(r => LedgerView.Of(r, v.Site.Library, owner.Year, owner.Code, published: true))!.Missing;
        var loose = composed.Blocks.OfType<ComposedParagraph>().SelectMany(p => p.Runs).OfType<WordsRun>().Sum(r => Amounts.Count(r.Text));
        return ReportPage.Page(v, owner, "preview", said, Html($"""
            {Books.Choice(v, owner, "preview")}
            {DraftParts.Downloads(v, Books.Address(v, owner, "draft"))}
            {When(missing.Count > 0, () => Html($"<p class=\"notice\">{v.Say("work.preview.units", string.Join(v.Visit.English ? ", " : "、", missing.Select(u => u.Code + " " + u.Name)))}</p>"))}
            {DraftParts.Gaps(v, composed, Books.Address(v, owner, "words"))}
            {When(loose > 0, () => Html($"<p class=\"notice\">{v.Say("work.preview.loose", loose)}</p>"))}
            {DraftParts.Findings(v, report, new BudgetPlaces(v, owner, composed, report))}
            <article class="sheet" lang="zh-CN"><h1>{composed.Title}</h1>{new Markup(ComposedHtml.Body(composed, r => Bound(v, r), new SentenceComments(v, owner).After))}</article>
            """));
    }

    /// <summary>下载底稿。</summary>
    public static WorkAnswer Draft(WorkVisit v) => ReportPage.Owner(v) is { } owner && DraftParts.File(v, () => v.Read(r => Compose(v, r, owner)), said => ReportPage.Page(v, owner, "preview", said, Empty)) is { } answer ? answer : WorkAnswer.Missing;

    /// <summary>成稿; null where the ledger has nothing of it.</summary>
    public static Composed? Compose(WorkVisit v, Reading r, Unit owner) => Compose(v.Site.Library, Books.Of(v), r, owner);

    /// <summary>按表册成稿; null where the ledger has nothing of it.</summary>
    public static Composed? Compose(Library library, FormBook book, Reading r, Unit owner) =>
        LedgerView.Of(r, library, owner.Year, owner.Code, published: true) is { Lines.Count: > 0 } ? Publication.Compose(r, library, book, owner.Year, owner.Code, _ => { }) : null;

    /// <summary>一节：a bound number says what it measures and what it is exactly; an amount that somebody typed is marked.</summary>
    public static string Bound(WorkVisit v, Run run) => run is NumberRun number
        ? Html($"<span class=\"chip\" title=\"{PointName.Of(v.Site.Library, number.Point, v.Visit.English)}{(number.Yuan is { } yuan ? v.Say("work.chip.yuan", yuan.ToString("N2", CultureInfo.InvariantCulture)) : "")}\">{number.Text}</span>").Value : Marked(run.Text);

    // It stays when the figures change.
    private static string Marked(string text)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (Match amount in Amounts.Matches(text))
        {
            marked.Append(Escape(text[at..amount.Index])).Append("<mark class=\"loose\">").Append(Escape(amount.Value)).Append("</mark>");
            at = amount.Index + amount.Length;
        }

        return marked.Append(Escape(text[at..])).ToString();
    }
}
