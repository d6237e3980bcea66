using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;

namespace Mingzhang.Publishing;

/// <summary>公开：what has to hold before a document of the ledger is published: nothing is missing, its words are reviewed, and our own checks find no error in what is printed.</summary>
internal static class Publication
{
    /// <summary>成稿; null after a refusal.</summary>
    public static Composed? Compose(Reading reading, Library library, FormBook book, int year, string code, Action<Problem> refuse)
    {
        if (LedgerDraft.Of(reading, library, year, code) is { } draft)
        {
            return Composer.Compose(library, book, draft);
        }

        refuse(Problem.Of($"{year} 年没有单位或部门 {code}", $"there is no unit or department {code} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list"));
        return null;
    }

    /// <summary>生成草稿: shown at any time, the state of the report only follows where it is not under review or public.</summary>
    public static Composed? Draft(Writing writing, Library library, FormBook book, int year, string code, DateOnly date)
    {
        var composed = Compose(writing, library, book, year, code, writing.Refuse);
        if (composed is not null && Stage.Of(writing, Organisations.Owner(writing, year, code)!).Report is "none" or "draft" or "checked" or "returned")
        {
            Movement.Report(writing, "draft", year, code, date);
        }

        return composed;
    }

    /// <summary>校验: written and found without errors, and nothing in it is missing or last year's.</summary>
    public static Composed? Verify(Writing writing, Library library, FormBook book, int year, string code, DateOnly date)
    {
        var composed = Sound(writing, library, book, year, code);
        foreach (var action in composed is null ? [] : new[] { "draft", "check" }.TakeWhile(_ => writing.Problems.Count == 0))
        {
            Movement.Report(writing, action, year, code, date);
        }

        return composed;
    }

    /// <summary>公开: what was reviewed, found sound once more; a second time it is the corrected version.</summary>
    public static Composed? Publish(Writing writing, Library library, FormBook book, int year, string code, DateOnly date)
    {
        var composed = Sound(writing, library, book, year, code);
        if (composed is not null && writing.Problems.Count == 0)
        {
            Movement.Report(writing, Stage.Of(writing, Organisations.Owner(writing, year, code)!).Published.Length > 0 ? "reissue" : "publish", year, code, date);
        }

        return composed;
    }

    private static Composed? Sound(Writing writing, Library library, FormBook book, int year, string code)
    {
        var composed = Compose(writing, library, book, year, code, writing.Refuse);
        if (composed is null)
        {
            return null;
        }

        foreach (var gap in composed.Gaps)
        {
            writing.Refuse($"{code} 还缺文字：{gap.Text}（{gap.Key}）", $"{code}: the words '{gap.Key}' are missing", "用 mingzhang words set 填写", "write them with mingzhang words set");
        }

        foreach (var words in Words.Unreviewed(writing, year, code))
        {
            writing.Refuse($"{code} 的“{words["item"]}”是上年的文字，尚未复核", $"{code}: the words '{words["item"]}' are last year's and not reviewed yet", "改写，或用 mingzhang words review 复核", "rewrite them, or review them with mingzhang words review");
        }

        foreach (var words in WordFigures.Changed(writing, library, year, code))
        {
            writing.Refuse($"{code} 的“{words["item"]}”写下以后，所说的数字变了", $"{code}: the figures of which the words '{words["item"]}' speak have changed since they were written", "看一遍，改写，或用 mingzhang words review 复核", "read them again, and rewrite them or review them with mingzhang words review");
        }

        Missing(writing, library, year, code);
        foreach (var finding in writing.Problems.Count > 0 ? [] : Check(library, composed, RuleSettings.Of(writing, book.Key)).Findings.Where(f => f.Severity == Severity.Error))
        {
            writing.Refuse(new Problem(finding.Message, finding.Suggestion ?? new Reason("改正后再公开", "mend it before it is published")));
        }

        return composed;
    }

    /// <summary>对所印文本的检查。</summary>
    public static Report Check(Library library, Composed composed, CheckSettings? settings = null) =>
        Inspector.Check(Reader.Read(Opening.Bytes(composed.Title + ".txt", Encoding.UTF8.GetBytes(ComposedText.Write(composed))).Paper!, library), library, settings);

    private static void Missing(Writing writing, Library library, int year, string code)
    {
        foreach (var unit in LedgerView.Of(writing, library, year, code, published: true)!.Missing)
        {
            writing.Refuse($"部门还缺单位 {unit.Code} {unit.Name} 的预算", $"the unit {unit.Code} has no budget yet", "先补齐该单位", "complete that unit first");
        }
    }
}
