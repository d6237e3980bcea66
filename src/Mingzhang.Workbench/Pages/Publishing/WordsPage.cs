using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>说明：the words and reasons that the book asks for, saved one by one; beside each change what drives it and how much of it the reason names; last year's words stand by, marked as not reviewed.</summary>
internal static class WordsPage
{
    private const int MostDrivers = 5;

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Owner(v) is { } owner ? Form(v, owner, Empty) : WorkAnswer.Missing;

    /// <summary>写下一条，复核一条，或带来上年的文字。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner)
        {
            return WorkAnswer.Missing;
        }

        var key = v.Field("key");
        var problems = v.Write(v["work.part.words"], w =>
        {
            switch (v.Field("do"))
            {
                case "carry":
                    Words.Carry(w, owner.Year, owner.Code);
                    break;
                case "review":
                    WordFigures.Review(w, v.Site.Library, owner.Year, owner.Code, key);
                    break;
                case "save" when key.Length > 0 && v.Field("said").Trim().Length > 0 && Words.Sorts.Contains(v.Field("sort")):
                    WordFigures.Put(w, v.Site.Library, owner.Year, owner.Code, v.Field("sort"), key, v.Field("said").ReplaceLineEndings("\n").Trim());
                    break;
                default:
                    w.Refuse(Problem.Of("还没有写文字", "nothing is written", "请写好再保存", "write it before it is saved"));
                    break;
            }
        });
        return problems.Count == 0 ? WorkAnswer.Go(Books.Address(v, owner, "words") + (v.Visit.Ask("missing").Length > 0 ? "&missing=1" : "") + "&saved=1#" + WordsParts.Anchor(key)) : Form(v, owner, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Unit owner, Markup said)
    {
        var asked = Asked(v, owner);
        var only = v.Visit.Ask("missing").Length > 0;
        var open = asked.Where(a => a.Open).ToList();
        var may = v.Read(r => ReportPage.May(v, r, owner, "write"));
        var here = Books.Address(v, owner, "words");
        return ReportPage.Page(v, owner, "words", said, Html($"""
            {WordsParts.Saved(v, said)}{Books.Choice(v, owner, "words")}
            <p>{v.Say("work.words.open", open.Count, asked.Count)} <a href="{v.To(here)}"{(only ? Empty : Html($" aria-current=\"page\""))}>{v["work.all"]}</a> <a href="{v.To(here + "&missing=1")}"{(only ? Html($" aria-current=\"page\"") : Empty)}>{v["work.words.missing"]}</a></p>
            {WordsParts.Head(v, asked, may)}
            {(only ? open : asked).Select(a => One(v, a, may))}
            """));
    }

    private static Markup One(WorkVisit v, AskedReason a, bool may) => WordsParts.One(v, a, may, new WordsLook("words" + (a.Changed is null ? "" : " amber"), a.Said is null ? "work.words.none" : !a.Reviewed ? "work.words.unreviewed" : a.Changed is null ? "work.words.written" : "work.words.amber"),
        Html($"{When(a.Changed is not null, () => Html($"<p class=\"notice\">{v.Say("work.words.changed", Wan(a.Changed!, 0), Wan(a.Changed!, 1))}</p>"))}{When(a.Change is not null, () => Change(v, a.Change!))}"),
        Html($"<input type=\"hidden\" name=\"sort\" value=\"{a.Sort}\">"),
        Html($"<button name=\"do\" value=\"save\">{v["work.save"]}</button> {When(a.Said is not null && a.Open, () => Html($"<button name=\"do\" value=\"review\">{v["work.words.review"]}</button>"))}"));

    private static Markup Change(WorkVisit v, ReasonedChange c) => Html($"""
        <p>{v.Say("work.words.change", Wan(c.Before), Wan(c.Now), (c.Now > c.Before ? "+" : "") + Wan(c.Now - c.Before))}{When(c.Named is not null && c.Reason is not null, () => Html($" <b>{v.Say("work.words.named", (c.Named!.Value * 100).ToString("0", CultureInfo.InvariantCulture))}</b>"))}</p>
        {When(c.Drivers.Count > 0, () => Html($"<ul class=\"drivers\">{c.Drivers.Take(MostDrivers).Select(d => Html($"<li>{d.Code} {d.Name} {(d.Amount > 0 ? "+" : "")}{Wan(d.Amount)}{When(d.Named, () => Html($" <small>{v["work.words.says"]}</small>"))}</li>"))}</ul>"))}
        """);

    private static List<AskedReason> Asked(WorkVisit v, Unit owner) => v.Read(r =>
    {
        if (LedgerDraft.Of(r, v.Site.Library, owner.Year, owner.Code) is not { } draft)
        {
            return new List<AskedReason>();
        }

        var (book, written) = (Books.Of(v), Words.All(r, owner.Year, owner.Code).Where(w => Words.Sorts.Contains(w["sort"])).ToList());
        var reasons = ReasonedChange.Of(v.Site.Library, book, draft);
        var changes = reasons.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var changed = WordFigures.Changed(written, v.Site.Library, draft, book, reasons).ToDictionary(w => w["item"], w => w["figures"], StringComparer.Ordinal);
        var composed = PreviewPage.Compose(v, r, owner);
        var paragraphs = composed?.Blocks.OfType<ComposedParagraph>().ToList() ?? [];
        var before = Words.All(r, owner.Year - 1, owner.Code).ToDictionary(w => w["sort"] + " " + w["item"], w => w["said"], StringComparer.Ordinal);
        return (composed?.Gaps ?? []).Select(g => new AskedReason("words", g.Key, Name(v, g.Key), null, false, before.GetValueOrDefault("words " + g.Key), changes.GetValueOrDefault(g.Key), null, paragraphs.Find(p => p.Runs.Any(x => x is GapRun gap && gap.Key == g.Key))))
            .Concat(written.Select(w => new AskedReason(w["sort"], w["item"], Name(v, w["item"]), w["said"], w.Is("reviewed"), before.GetValueOrDefault(w["sort"] + " " + w["item"]), changes.GetValueOrDefault(w["item"]), changed.GetValueOrDefault(w["item"]), paragraphs.Find(p => p.Runs.Any(x => x is NumberRun) && p.Runs.Any(x => x is WordsRun && x.Text.Contains(w["said"].TrimEnd('。'), StringComparison.Ordinal))))))
            .OrderBy(a => a.Said is null ? 0 : a.Open ? 1 : 2).ToList();
    });

    private static string Name(WorkVisit v, string key) => Documents.Writing.Composition.AskedName.Of(key, v.Site.Library, v.Year);

    private static string Wan(string figures, int which) => Wan(decimal.Parse(figures.Split(' ')[which], CultureInfo.InvariantCulture));

    private static string Wan(decimal yuan) => (yuan / 10_000m).ToString("N2", CultureInfo.InvariantCulture);

    private sealed record AskedReason(string Sort, string Key, string Name, string? Said, bool Reviewed, string? Before, ReasonedChange? Change, string? Changed, ComposedParagraph? Paragraph) : AskedWords(Key, Name, Said, Reviewed, Before, Paragraph)
    {
        public override bool Open => base.Open || Changed is not null;
    }
}
