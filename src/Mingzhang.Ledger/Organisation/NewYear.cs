using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>新年度：the departments and units of last year become those of a year that has none; people have their roles in every year, projects are entered anew.</summary>
internal static class NewYear
{
    /// <summary>由上年建立。</summary>
    public static void Carry(Writing writing, int year)
    {
        var last = writing.All(Kinds.Department, ("year", (long)year - 1)).Select(Department.Of).OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        if (last.Count == 0 || writing.All(Kinds.Department, ("year", (long)year)).Count > 0)
        {
            writing.Refuse($"{year - 1} 年没有机构，或 {year} 年已有机构", $"there is no organisation in {year - 1}, or there is one in {year} already", "请在机构页逐个添加", "add units one by one");
            return;
        }

        var ended = Succession.Until(writing, year).ToList();
        foreach (var department in last)
        {
            var staying = Organisations.Units(writing, year - 1, department.Code).Where(u => Succession.Ended(writing, year, u.Code) is null).ToList();
            if (staying.Count == 0 && ended.Exists(s => s.Department == department.Code))
            {
                // All of its units were ended or taken over, so it is no more.
                continue;
            }

            Organisations.Begin(writing, department with { Year = year, Version = 0 });
            staying.ForEach(u => Organisations.Put(writing, u with { Year = year, Version = 0 }));
        }
    }
}
