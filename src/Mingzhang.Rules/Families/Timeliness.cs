using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>时限：when a disclosure has to be published. The dates are not in the document: the settings give them.</summary>
internal static class Timeliness
{
    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ901", InTime)];

    private static IEnumerable<Verdict> InTime(LawContext c)
    {
        if ((c.Settings.ApprovedOn, c.Settings.PublishedOn) is not ({ } approved, { } published))
        {
            yield return c.Settings switch
            {
                { ApprovedOn: null, PublishedOn: null } => Verdict.NotChecked("没有给出批复日期和公开日期", "neither the date of approval nor that of publication is given"),
                { ApprovedOn: null } => Verdict.NotChecked("没有给出批复日期", "the date of approval is not given"),
                _ => Verdict.NotChecked("没有给出公开日期", "the date of publication is not given"),
            };
            yield break;
        }

        var (last, term) = (c.Settings.Term.Due(approved), c.Settings.Term);
        string[] dates = ["approved", Chinese(approved), "approved-en", English(approved), "published", Chinese(published), "published-en", English(published)];
        yield return published < approved ? Verdict.Broken("before", Completeness.Top(c), dates).As(Severity.Note)
            : published <= last ? Verdict.Held
            : term.IsStandard ? Verdict.Broken("late", Completeness.Top(c), [.. dates, "days", (published.DayNumber - approved.DayNumber).ToString(CultureInfo.InvariantCulture), "last", Chinese(last), "last-en", English(last)])
            : Verdict.Broken("late-set", Completeness.Top(c), [.. dates, "term", term.Said.Chinese, "term-en", term.Said.English, "last", Chinese(last), "last-en", English(last)]);
    }

    private static string Chinese(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static string English(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
