using System.Globalization;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Ledger.Execution;

/// <summary>日期：of what happens in a year, as people and exports write it.</summary>
internal static class Days
{
    private static readonly string[] Written = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss"];

    /// <summary>读取; null where it is no day.</summary>
    public static DateOnly? Read(string text) => DateTime.TryParseExact(text.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>检查日期：of the unit's year, in a month that is not closed; null after a fault.</summary>
    public static DateOnly? Check(Unit unit, int closed, string text, Action<string, Problem> fault)
    {
        if (Read(text) is not { } day)
        {
            fault("day", text.Trim().Length == 0 ? Problem.Of("没有日期", "the day is missing", "请写如 2026-03-05", "write it like 2026-03-05")
                : Problem.Of($"“{Problem.Shown(text)}”不是日期", $"'{Problem.Shown(text)}' is no day", "请写如 2026-03-05", "write it like 2026-03-05"));
            return null;
        }

        if (day.Year != unit.Year)
        {
            fault("day", Problem.Of($"日期 {Write(day)} 不在 {unit.Year} 年", $"the day {Write(day)} is not in {unit.Year}", "用 --year 写明年度，或改正日期", "give the year with --year, or mend the day"));
            return null;
        }

        if (day.Month <= closed)
        {
            fault("day", Problem.Of($"{unit.Code} 的 {unit.Year} 年 {day.Month} 月已结账", $"month {day.Month} of {unit.Year} is closed in {unit.Code}", "记入未结账的月份，或请财政反结账", "enter it in a month that is open, or ask finance to open it again"));
            return null;
        }

        return day;
    }
}
