using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>决算的流转：made when the year is closed, replied to by finance, published within twenty days after.</summary>
internal static class Accounts
{
    /// <summary>批复决算, of a unit or of all units of a department.</summary>
    public static void Reply(Writing writing, int year, string code, DateOnly day)
    {
        foreach (var unit in Named(writing, year, code))
        {
            var closing = Closing.Of(writing, unit);
            if (closing.State != Closing.Closed)
            {
                writing.Refuse($"{unit.Code} {unit.Name} 的 {year} 年决算{Word(closing.State)}，不能批复", $"the final account {year} of {unit.Code} is '{closing.State}': it cannot be replied to", "先年结", "close the year first");
            }
            else if (Permission.Check(writing, "account-reply", unit))
            {
                writing.Put((closing with { State = Closing.AccountReplied, Replied = Days.Write(day) }).Stored());
            }
        }
    }

    /// <summary>公开决算; what a unit has published itself stays published.</summary>
    public static void Publish(Writing writing, int year, string code, DateOnly day)
    {
        foreach (var unit in Named(writing, year, code))
        {
            var closing = Closing.Of(writing, unit);
            if (closing.State == Closing.AccountPublished)
            {
                continue;
            }

            if (closing.State != Closing.AccountReplied)
            {
                writing.Refuse($"{unit.Code} {unit.Name} 的 {year} 年决算{Word(closing.State)}，不能公开", $"the final account {year} of {unit.Code} is '{closing.State}': it cannot be published", "先年结并由财政批复", "close the year and have finance reply first");
            }
            else if (day < DateOnly.ParseExact(closing.Replied, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            {
                writing.Refuse($"公开日 {Days.Write(day)} 早于决算批复日 {closing.Replied}", $"the day of publication {Days.Write(day)} is before the reply of {closing.Replied}", "请检查日期", "check the date");
            }
            else if (Permission.Check(writing, "account", unit))
            {
                writing.Put((closing with { State = Closing.AccountPublished, Published = Days.Write(day) }).Stored());
            }
        }
    }

    /// <summary>决算状态的说法。</summary>
    public static string Word(string state) => state switch { Closing.Closed => "已编成", Closing.AccountReplied => "已批复", Closing.AccountPublished => "已公开", _ => "尚未年结" };

    private static IReadOnlyList<Unit> Named(Writing writing, int year, string code)
    {
        var units = Organisations.Named(writing, year, code);
        if (units.Count == 0)
        {
            writing.Refuse($"{year} 年没有单位或部门 {code}", $"there is no unit or department {code} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
        }

        return units;
    }
}
