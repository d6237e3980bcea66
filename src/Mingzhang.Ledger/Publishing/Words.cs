using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>文字：what an officer writes by point or key, and counts; carried over from last year they wait to be reviewed.</summary>
internal static class Words
{
    /// <summary>文字的类别：words, or a count.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["words", "count"];

    public static IReadOnlyList<StoredRecord> All(Reading reading, int year, string owner) => reading.All(Kinds.Text, ("year", (long)year), ("owner", owner));

    /// <summary>尚未复核的。</summary>
    public static IReadOnlyList<StoredRecord> Unreviewed(Reading reading, int year, string owner) => [.. All(reading, year, owner).Where(w => !w.Is("reviewed") && Sorts.Contains(w["sort"]))];

    /// <summary>写下; what is written now is reviewed.</summary>
    /// <param name="writing">The ledger.</param>
    /// <param name="year">The year.</param>
    /// <param name="owner">Code of a unit or a department.</param>
    /// <param name="sort">One of <see cref="Sorts"/>.</param>
    /// <param name="item">Its key.</param>
    /// <param name="said">What is said.</param>
    /// <param name="figures">The figures of which it speaks, as they are now; empty where it speaks of none.</param>
    public static void Put(Writing writing, int year, string owner, string sort, string item, string said, string figures = "")
    {
        if (May(writing, year, owner))
        {
            Store(writing, year, owner, sort, item, said, reviewed: true, figures);
        }
    }

    /// <summary>上年的文字带到今年：only what is not written yet.</summary>
    public static int Carry(Writing writing, int year, string owner)
    {
        if (!May(writing, year, owner))
        {
            return 0;
        }

        var present = All(writing, year, owner).Select(w => w["sort"] + " " + w["item"]).ToHashSet(StringComparer.Ordinal);
        var carried = All(writing, year - 1, owner).Where(w => !present.Contains(w["sort"] + " " + w["item"])).ToList();
        foreach (var words in carried)
        {
            Store(writing, year, owner, words["sort"], words["item"], words["said"], reviewed: false, "");
        }

        return carried.Count;
    }

    /// <summary>复核：the words stand as they are, for the figures as they are now; all of them where no item is named.</summary>
    public static void Review(Writing writing, int year, string owner, string? item, Func<string, string>? figures = null)
    {
        if (!May(writing, year, owner))
        {
            return;
        }

        var now = figures ?? (_ => "");
        foreach (var words in All(writing, year, owner).Where(w => (item is null || w["item"] == item) && (!w.Is("reviewed") || w["figures"] != now(w["item"]))))
        {
            Store(writing, year, owner, words["sort"], words["item"], words["said"], reviewed: true, now(words["item"]));
        }
    }

    private static bool May(Writing writing, int year, string owner)
    {
        if (Organisations.Owner(writing, year, owner) is { } named)
        {
            return Permission.Check(writing, "write", named);
        }

        writing.Refuse($"{year} 年没有单位或部门 {owner}", $"there is no unit or department {owner} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
        return false;
    }

    private static void Store(Writing writing, int year, string owner, string sort, string item, string said, bool reviewed, string figures)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{year}/{owner}/{sort}/{item}");
        var chain = Organisations.Unit(writing, year, owner) is null ? Journal.Sealing.DepartmentChain(owner) : owner;
        writing.Put(new RecordValues().Set("year", year).Set("owner", owner).Set("sort", sort).Set("item", item).Set("said", said).Set("reviewed", reviewed).Set("figures", figures)
            .As(Kinds.Text, id, chain, writing.Find(Kinds.Text, id)?.Version ?? 0));
    }
}
