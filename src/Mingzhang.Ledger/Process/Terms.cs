using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>公开期限的设定：which one holds from a year on, and the holidays of each year by which working days are reckoned; both in the journal.</summary>
internal static class Terms
{
    private const string Working = "working";

    /// <summary>某年度的：the newest that was set for it or an earlier year; twenty calendar days where none was.</summary>
    public static PublicationTerm Of(Reading reading, int year) => reading.All(Kinds.Term).Where(t => t.Whole("year") <= year).MaxBy(t => t.Whole("year")) is { } set
        ? new PublicationTerm((int)set.Whole("days"), set["counting"] == Working, set["counting"] == Working ? Calendar(reading) : WorkCalendar.None) : PublicationTerm.Standard;

    /// <summary>从哪一年度起; null where none was set.</summary>
    public static int? Since(Reading reading, int year) => reading.All(Kinds.Term).Select(t => (int)t.Whole("year")).Where(y => y <= year).Select(y => (int?)y).Max();

    /// <summary>某年的放假安排; null where it was not given.</summary>
    public static StoredRecord? Holidays(Reading reading, int year) => reading.Find(Kinds.Holidays, Id(year));

    /// <summary>公开的最后一日; null before the reply.</summary>
    public static DateOnly? Due(PublicationTerm term, string replied) => replied.Length == 0 ? null : term.Due(DateOnly.ParseExact(replied, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>可否设定：whoever speaks for all departments.</summary>
    public static bool May(IEnumerable<Person> roles) => roles.Any(p => p.Scope == Person.Everywhere && (p.Role == Role.Department || p.Role == Role.Finance));

    /// <summary>设定从某年度起的期限。</summary>
    public static void Put(Writing writing, int year, int days, bool working)
    {
        if (!Permitted(writing))
        {
            return;
        }

        if (days is < 1 or > PublicationTerm.Most)
        {
            writing.Refuse($"公开期限 {days} 日不能用", $"a time of {days} days cannot be used", $"请写 1 到 {PublicationTerm.Most}", $"write 1 to {PublicationTerm.Most}");
            return;
        }

        writing.Put(new RecordValues().Set("year", year).Set("days", days).Set("counting", working ? Working : "calendar").As(Kinds.Term, Id(year), Organisations.CommonChain, writing.Find(Kinds.Term, Id(year))?.Version ?? 0));
    }

    /// <summary>填写某年的放假安排。</summary>
    /// <param name="writing">The ledger.</param>
    /// <param name="year">The year of the notice.</param>
    /// <param name="document">Its number.</param>
    /// <param name="free">Days off, one day or range a line.</param>
    /// <param name="worked">Weekend days that are worked.</param>
    public static void PutHolidays(Writing writing, int year, string document, string free, string worked)
    {
        if (!Permitted(writing) || Read(writing, year, free) is not { } off || Read(writing, year, worked) is not { } on)
        {
            return;
        }

        var days = off.SelectMany(r => r.Days).ToHashSet();
        foreach (var day in on.SelectMany(r => r.Days).Where(d => days.Contains(d) || !WorkCalendar.IsWeekend(d)))
        {
            var said = new DayRange(day, day).Written;
            writing.Refuse(days.Contains(day) ? $"{said} 既放假又上班" : $"{said} 不是周末，不必写作调休上班", days.Contains(day) ? $"{said} is both off and worked" : $"{said} is no weekend and is worked anyway", "请对照通知核对日期", "check the date in the notice");
        }

        if (writing.Problems.Count == 0)
        {
            writing.Put(new RecordValues().Set("year", year).Set("document", document).Set("free", Text(off)).Set("worked", Text(on)).As(Kinds.Holidays, Id(year), Organisations.CommonChain, writing.Find(Kinds.Holidays, Id(year))?.Version ?? 0));
        }
    }

    private static WorkCalendar Calendar(Reading reading)
    {
        var all = reading.All(Kinds.Holidays);
        return new WorkCalendar(all.SelectMany(h => Ranges(h["free"])), all.SelectMany(h => Ranges(h["worked"])), all.Select(h => (int)h.Whole("year")));
    }

    private static IEnumerable<DayRange> Ranges(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => DayRange.Read(line)!);

    private static string Text(IEnumerable<DayRange> ranges) => string.Join('\n', ranges.OrderBy(r => r.First).Select(r => r.Written));

    // A holiday that begins in December belongs to the notice of the next year.
    private static List<DayRange>? Read(Writing writing, int year, string text)
    {
        var all = new List<DayRange>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (DayRange.Read(line) is not { } range)
            {
                writing.Refuse($"“{Problem.Shown(line)}”不是日期", $"'{Problem.Shown(line)}' is no date", "一行写一日如 2026-02-14，或起止两日如 2026-02-15 至 2026-02-23", "write a day a line such as 2026-02-14, or the first and last such as 2026-02-15/2026-02-23");
            }
            else if (Math.Abs(range.First.Year - year) > 1 || (range.First.Year != year && range.Last.Year != year && range.First.Month is not (12 or 1)))
            {
                writing.Refuse($"{range.Written} 不在 {year} 年", $"{range.Written} is not in {year}", "请检查年份", "check the year");
            }
            else
            {
                all.Add(range);
            }
        }

        return writing.Problems.Count == 0 ? all : null;
    }

    private static bool Permitted(Writing writing)
    {
        if (May(Organisations.Roles(writing, writing.Who)))
        {
            return true;
        }

        writing.Refuse($"{writing.Who} 不能设定公开期限", $"{writing.Who} may not set the time for publication", "需要的角色：全库的部门汇总或财政审核", "it takes a role of department or finance everywhere");
        return false;
    }

    private static string Id(int year) => year.ToString(CultureInfo.InvariantCulture);
}
