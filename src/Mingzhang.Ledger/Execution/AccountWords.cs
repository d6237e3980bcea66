using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>决算的文字：kept apart from those of the budget, which are done when the budget is published.</summary>
internal static class AccountWords
{
    /// <summary>文字的类别。</summary>
    public const string Sort = "final";

    public static IReadOnlyList<StoredRecord> All(Reading reading, int year, string owner) => reading.All(Kinds.Text, ("year", (long)year), ("owner", owner), ("sort", Sort));

    public static void Put(Writing writing, int year, string owner, string item, string said, bool reviewed = true)
    {
        var units = Organisations.Named(writing, year, owner).Where(u => Closing.Of(writing, u).State != Closing.AccountPublished).ToList();
        if (units.Count == 0)
        {
            writing.Refuse($"{year} 年没有可以写决算文字的单位或部门 {owner}", $"there is no unit or department {owner} whose final account {year} can be written", "公开以后文字不再修改", "what is published is not changed");
            return;
        }

        if (units.All(u => Permission.Check(writing, "account", u)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{year}/{owner}/{Sort}/{item}");
            var chain = Organisations.Unit(writing, year, owner) is null ? Sealing.DepartmentChain(owner) : owner;
            writing.Put(new RecordValues().Set("year", year).Set("owner", owner).Set("sort", Sort).Set("item", item).Set("said", said).Set("reviewed", reviewed).Set("figures", "").As(Kinds.Text, id, chain, writing.Find(Kinds.Text, id)?.Version ?? 0));
        }
    }

    /// <summary>带来上年的文字，待复核。</summary>
    public static int Carry(Writing writing, int year, string owner)
    {
        var present = All(writing, year, owner).Select(w => w["item"]).ToHashSet(StringComparer.Ordinal);
        var carried = All(writing, year - 1, owner).Where(w => !present.Contains(w["item"])).ToList();
        carried.ForEach(w => Put(writing, year, owner, w["item"], w["said"], reviewed: false));
        return carried.Count;
    }
}
