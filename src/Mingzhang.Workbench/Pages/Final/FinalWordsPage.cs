using Mingzhang.Charts;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算的文字：what the final account asks for, in the sentence where it will stand; saved one by one, last year's to be reviewed.</summary>
internal static class FinalWordsPage
{
    public static WorkAnswer Show(WorkVisit v) => ReportPage.Owner(v) is { } owner ? Form(v, owner, Empty) : WorkAnswer.Missing;

    /// <summary>写下或复核一条，或带来上年的文字。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner)
        {
            return WorkAnswer.Missing;
        }

        var key = v.Field("key");
        var problems = v.Write(v["work.part.final"], w =>
        {
            var said = v.Field("said").ReplaceLineEndings("\n").Trim();
            switch (v.Field("do"))
            {
                case "carry":
                    AccountWords.Carry(w, owner.Year, owner.Code);
                    break;
                case "save" when said.Length > 0 && Asked(v, w, owner).Exists(a => a.Key == key):
                    AccountWords.Put(w, owner.Year, owner.Code, key, said);
                    break;
                default:
                    w.Refuse(Problem.Of("还没有写文字", "nothing is written", "请写好再保存", "write it before it is saved"));
                    break;
            }
        });
        return problems.Count == 0 ? WorkAnswer.Go(FinalParts.Address(owner, FinalParts.Words) + "&saved=1" + (key.Length > 0 ? "#" + WordsParts.Anchor(key) : "")) : Form(v, owner, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Unit owner, Markup said) => v.Read(r =>
    {
        var asked = Asked(v, r, owner);
        var may = FinalParts.Units(r, owner).Any(u => Closing.Of(r, u).State != Closing.AccountPublished && ReportPage.May(v, r, u, "account"));
        return FinalParts.Page(v, owner, FinalParts.Words, said, asked.Count == 0 ? Html($"<p class=\"none\">{v["work.execution.none"]}</p>") : Html($"""
            {WordsParts.Saved(v, said)}
            <p>{v.Say("work.words.open", asked.Count(a => a.Open), asked.Count)}</p>
            {WordsParts.Head(v, asked, may)}
            {asked.Select(a => One(v, a, may))}
            """));
    });

    private static Markup One(WorkVisit v, AskedWords a, bool may) => WordsParts.One(v, a, may, new WordsLook("words", a.Said is null ? "work.words.none" : a.Reviewed ? "work.words.written" : "work.words.unreviewed"), Empty, Empty,
        Html($"<button name=\"do\" value=\"save\">{v[a.Said is not null && !a.Reviewed ? "work.words.review" : "work.save"]}</button>"));

    // What wants words first, then last year's, then what is done.
    private static List<AskedWords> Asked(WorkVisit v, Reading r, Unit owner)
    {
        if (FinalParts.Compose(v, r, owner) is not { } composed)
        {
            return [];
        }

        var paragraphs = composed.Blocks.OfType<ComposedParagraph>().ToList();
        var before = AccountWords.All(r, owner.Year - 1, owner.Code).ToDictionary(w => w["item"], w => w["said"], StringComparer.Ordinal);
        string Name(string key) => AskedName.Of(key, v.Site.Library, owner.Year);
        return [.. composed.Gaps.DistinctBy(g => g.Key).Select(g => new AskedWords(g.Key, Name(g.Key), null, false, before.GetValueOrDefault(g.Key), paragraphs.Find(p => p.Runs.Any(x => x is GapRun gap && gap.Key == g.Key))))
            .Concat(AccountWords.All(r, owner.Year, owner.Code).Select(w => new AskedWords(w["item"], Name(w["item"]), w["said"], w.Is("reviewed"), before.GetValueOrDefault(w["item"]), null))).OrderBy(a => a.Said is null ? 0 : a.Open ? 1 : 2)];
    }
}
