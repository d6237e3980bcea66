using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>审核意见：said about a unit's budget; open until it is settled, or waived with a reason.</summary>
internal static class Comments
{
    public static IReadOnlyList<StoredRecord> All(Reading reading, int year, string unit) => [.. reading.All(Kinds.Comment, ("year", (long)year), ("unit", unit)).OrderBy(c => c.Whole("number"))];

    public static IEnumerable<StoredRecord> Open(Reading reading, int year, string unit) => All(reading, year, unit).Where(c => c["state"] == "open");

    public static void Add(Writing writing, Unit unit, string about, string said)
    {
        if (said.Trim().Length == 0)
        {
            writing.Refuse("意见是空的", "the comment is empty", "请写明意见", "say what is meant");
            return;
        }

        if (Permission.Check(writing, "comment", unit))
        {
            Put(writing, unit, All(writing, unit.Year, unit.Code).Count + 1, about, said, "open", "", 0);
        }
    }

    /// <summary>处理意见：settled, or waived with its reason.</summary>
    public static void Close(Writing writing, Unit unit, int number, bool waive, string reason)
    {
        var comment = All(writing, unit.Year, unit.Code).FirstOrDefault(c => c.Whole("number") == number);
        if (comment is null || comment["state"] != "open")
        {
            writing.Refuse($"{unit.Code} 没有未处理的第 {number} 条意见", $"{unit.Code} has no open comment {number}", "用 mingzhang status 查看", "see mingzhang status");
            return;
        }

        if (waive && reason.Trim().Length == 0)
        {
            writing.Refuse("放行要说明理由", "a waiver needs a reason", "用 --why 写明", "give it with --why");
            return;
        }

        if (Permission.Check(writing, waive ? "waive" : "settle", unit))
        {
            Put(writing, unit, number, comment["about"], comment["said"], waive ? "waived" : "settled", reason, comment.Version);
        }
    }

    private static void Put(Writing writing, Unit unit, int number, string about, string said, string state, string reason, long version) =>
        writing.Put(new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("number", number).Set("about", about).Set("said", said).Set("state", state).Set("reason", reason)
            .As(Kinds.Comment, string.Create(CultureInfo.InvariantCulture, $"{unit.Year}/{unit.Code}/{number}"), unit.Code, version));
}
