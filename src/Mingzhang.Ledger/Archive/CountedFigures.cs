using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>数量的要目：what amounts are divided by, as the document counts it: vehicles, posts, people. They are kept in hundredths.</summary>
internal static class CountedFigures
{
    /// <summary>一个数量在要目中的倍数。</summary>
    public const int Hundredths = 100;

    private static readonly Sort[] Sorts =
    [
        new("fleet", ["保有量", "共有车辆", "实有车辆", "车辆"], ["辆"], ["购置", "更新", "报废"]),
        new("posts", ["核定编制", "编制"], ["名", "人", "个"], ["设备", "项目"]),
        new("staff", ["实有人数", "年末实有", "实有", "在职"], ["名", "人"], ["车辆", "离休", "退休"]),
    ];

    /// <summary>各要目的键。</summary>
    public static IEnumerable<string> Keys => Sorts.Select(s => s.Key);

    /// <summary>一份文件所数的; the surest wording counts, and the first of it.</summary>
    public static IEnumerable<FoundHeadline> Of(Disclosure disclosure)
    {
        var counts = disclosure.Statements.OfType<CountStatement>().ToList();
        foreach (var sort in Sorts)
        {
            var own = counts.Where(c => sort.Units.Contains(c.Unit) && !sort.Not.Any(n => c.What.Contains(n, StringComparison.Ordinal))).ToList();
            if (sort.Words.Select(w => own.FirstOrDefault(c => c.What.Contains(w, StringComparison.Ordinal))).FirstOrDefault(c => c is not null) is { Number: >= 0 and < 10_000_000 } found)
            {
                yield return new FoundHeadline(sort.Key, (long)(found.Number * Hundredths), found.Id);
            }
        }
    }

    private sealed record Sort(string Key, string[] Words, string[] Units, string[] Not);
}
