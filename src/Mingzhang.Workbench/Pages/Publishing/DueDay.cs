using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Process;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Settings;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>公开的最后一日：when it is, how many days are left, and by which time it was reckoned; of budgets and final accounts alike.</summary>
internal static class DueDay
{
    /// <summary>还剩几日; null before the reply, and where it is public.</summary>
    public static int? Left(WorkVisit v, PublicationTerm term, string replied, string published) => published.Length == 0 && Terms.Due(term, replied) is { } last ? last.DayNumber - v.Today.DayNumber : null;

    /// <summary>剩下几日的说法。</summary>
    public static Markup Countdown(WorkVisit v, int left) => Html($"<small class=\"{(left < 0 ? "bad" : "soft")}\">{(left < 0 ? v.Say("work.todo.late", -left) : v.Say("work.todo.days", left))}</small>");

    /// <summary>最后一日，还剩几日。</summary>
    public static Markup Said(WorkVisit v, PublicationTerm term, string replied, string published) => Terms.Due(term, replied) is not { } last ? Html($"{v["work.not.yet"]}")
        : Html($"{Days.Write(last)} {(Left(v, term, replied, published) is { } left ? Countdown(v, left) : Empty)}");

    /// <summary>按什么算的，和还缺哪些年的放假安排。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="term">The time for publication.</param>
    /// <param name="replied">Days of replies that it is applied to; empty ones count for nothing.</param>
    public static Markup Rule(WorkVisit v, PublicationTerm term, params IEnumerable<string> replied)
    {
        var guessed = replied.Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).SelectMany(r => term.Guessed(Days.Read(r)!.Value)).Distinct().Order().ToList();
        return Html($"<p class=\"soft\">{v.Say("work.term.rule", Name(v, term))} <a href=\"{v.To(TermPage.Address(v.Year))}\">{v["work.settings.term"]}</a>{guessed.Select(y => Html($" <b>{v.Say("work.term.guessed", y)}</b>"))}</p>");
    }

    /// <summary>期限的说法。</summary>
    public static string Name(WorkVisit v, PublicationTerm term) => v.Say(term.Working ? "work.term.working" : "work.term.calendar", term.Days.ToString(CultureInfo.InvariantCulture));
}
