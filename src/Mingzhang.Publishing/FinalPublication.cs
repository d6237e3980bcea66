using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>决算公开：nothing is missing, its words are reviewed, and our own checks find no error in what is printed.</summary>
internal static class FinalPublication
{
    public const string Book = "final-accounts";

    /// <summary>成稿; null after a refusal.</summary>
    public static Composed? Compose(Reading reading, Library library, int year, string code, Action<Problem> refuse)
    {
        if (FinalDraft.Of(reading, library, year, code) is { } draft)
        {
            return Composer.Compose(library, library.Book(Book)!, draft);
        }

        refuse(Problem.Of($"{year} 年没有单位或部门 {code}", $"there is no unit or department {code} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list"));
        return null;
    }

    /// <summary>公开; null after a refusal.</summary>
    public static Composed? Publish(Writing writing, Library library, int year, string code, DateOnly day)
    {
        var composed = Compose(writing, library, year, code, writing.Refuse);
        if (composed is null)
        {
            return null;
        }

        foreach (var gap in composed.Gaps)
        {
            writing.Refuse($"{code} 的决算还缺文字：{gap.Text}（{gap.Key}）", $"{code}: the words '{gap.Key}' of the final account are missing", "用 mingzhang close words 填写", "write them with mingzhang close words");
        }

        foreach (var words in AccountWords.All(writing, year, code).Where(w => !w.Is("reviewed")))
        {
            writing.Refuse($"{code} 的“{words["item"]}”是上年的文字，尚未复核", $"{code}: the words '{words["item"]}' are last year's and not reviewed yet", "改写或原样重写", "write them again");
        }

        if (writing.Problems.Count > 0)
        {
            return null;
        }

        foreach (var finding in Publication.Check(library, composed, RuleSettings.Of(writing, Book)).Findings.Where(f => f.Severity == Severity.Error))
        {
            writing.Refuse(new Problem(finding.Message, finding.Suggestion ?? new Reason("改正后再公开", "mend it before it is published")));
        }

        Accounts.Publish(writing, year, code, day);
        return composed;
    }
}
