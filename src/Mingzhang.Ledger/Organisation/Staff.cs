using System.Globalization;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>人员情况：how many people of one category a unit has in one year, and under which function they are paid.</summary>
internal sealed record Staff(int Year, string Unit, string Category, int Posts, int Actual, int Retired, string Function, long Version = 0)
{
    /// <summary>人员类别。</summary>
    public static readonly IReadOnlyList<string> Categories = ["行政", "参公", "事业", "工勤", "离休"];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Year}/{Unit}/{Category}");

    public static Staff Of(StoredRecord r) => new((int)r.Whole("year"), r["unit"], r["category"], (int)r.Whole("posts"), (int)r.Whole("actual"), (int)r.Whole("retired"), r["function"], r.Version);

    /// <summary>一个单位的各类人员，按类别的次序。</summary>
    public static IReadOnlyList<Staff> Of(Reading reading, Unit unit) =>
        [.. reading.All(Kinds.Staff, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Of).OrderBy(s => Categories.ToList().IndexOf(s.Category))];

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("category", Category).Set("posts", Posts).Set("actual", Actual).Set("retired", Retired).Set("function", Function)
        .As(Kinds.Staff, Id, Unit, Version);

    /// <summary>填报：as lines are, by those who may and while they may.</summary>
    public static void Put(Writing writing, Unit unit, Staff staff)
    {
        if (!Categories.Contains(staff.Category))
        {
            writing.Refuse($"“{Problem.Shown(staff.Category)}”不是人员类别", $"'{Problem.Shown(staff.Category)}' is no category of staff", "应为 " + string.Join('、', Categories), "the categories are " + string.Join(", ", Categories));
            return;
        }

        if (staff.Posts > 0 && staff.Actual > staff.Posts && staff.Category != "离休")
        {
            writing.Refuse($"{unit.Code} {staff.Category}实有 {staff.Actual} 人，超过编制 {staff.Posts} 人", $"{unit.Code} has {staff.Actual} of {staff.Category}, more than its {staff.Posts} posts", "超编人员不按标准测算，请核对人数或编制", "those above the posts are not paid by the standards; check both numbers");
            return;
        }

        if (Permission.Check(writing, "edit", unit))
        {
            writing.Put(staff.Stored());
        }
    }
}
