using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Estimates;

/// <summary>各年的支出标准：kept by those who keep rules, or by an officer of the whole ledger.</summary>
internal static class Standards
{
    /// <summary>一年的标准，按编码: a percentage counts what stands before it.</summary>
    public static IReadOnlyList<Standard> Of(Reading reading, int year) => [.. reading.All(Kinds.Standard, ("year", (long)year)).Select(Standard.Of).OrderBy(s => s.Code, StringComparer.Ordinal)];

    public static void Put(Writing writing, Library library, Standard standard)
    {
        if (!Organisation.Code.Sound(writing, standard.Code) || !May(writing))
        {
            return;
        }

        foreach (var fault in Faults(library, standard))
        {
            writing.Refuse(fault);
        }

        if (writing.Problems.Count == 0)
        {
            writing.Put(standard.Stored());
        }
    }

    public static void Remove(Writing writing, int year, string code)
    {
        var present = Of(writing, year).FirstOrDefault(s => s.Code == code);
        if (present is null)
        {
            writing.Refuse($"{year} 年没有支出标准 {Problem.Shown(code)}", $"there is no standard {Problem.Shown(code)} in {year}", "用 mingzhang standard list 查看", "see mingzhang standard list");
        }
        else if (May(writing))
        {
            writing.Remove(present.Stored());
        }
    }

    /// <summary>上年的标准带到今年：only what is not there yet.</summary>
    public static int Carry(Writing writing, Library library, int year)
    {
        var present = Of(writing, year).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var carried = Of(writing, year - 1).Where(s => !present.Contains(s.Code)).ToList();
        carried.ForEach(s => Put(writing, library, s with { Year = year, Version = 0 }));
        return carried.Count;
    }

    private static bool May(Writing writing)
    {
        if (Organisations.Roles(writing, writing.Who).Any(p => p.Scope == Person.Everywhere && (p.Role == Role.Rules || p.Role == Role.Department)))
        {
            return true;
        }

        writing.Refuse($"{writing.Who} 不能设定支出标准", $"{writing.Who} may not set standards", "需要的角色：全库的规则管理或部门汇总", "it takes the role of keeper of rules or department officer everywhere");
        return false;
    }

    private static IEnumerable<Problem> Faults(Library library, Standard standard)
    {
        if (!Standard.Pers.Contains(standard.Vehicles ? "vehicle" : standard.Per))
        {
            yield return Problem.Of($"计算单位“{Problem.Shown(standard.Per)}”不能识别", $"'{Problem.Shown(standard.Per)}' is nothing that is counted", "应为 " + string.Join('、', Standard.Pers) + " 或 vehicle:类型", "it is one of " + string.Join(", ", Standard.Pers) + " or vehicle:type");
        }

        var percent = decimal.TryParse(standard.Percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 100;
        if (standard.Per == "percent" ? !percent || standard.Base.Length == 0 || standard.Fen != 0 : standard.Fen <= 0 || standard.Percent.Length > 0 || standard.Base.Length > 0)
        {
            yield return Problem.Of("标准应有金额，或有比例（大于0、不超过100）和计提基数，二者取一", "a standard has an amount, or a percentage (above 0, at most 100) and what it is taken of", "写 yuan=，或 per=percent percent= base=\"30101 30102\"", "give yuan=, or per=percent percent= base=\"30101 30102\"");
        }

        var economics = library.Catalogues["economic-department"];
        foreach (var code in standard.Base.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(standard.Economic).Where(c => c.Length != 5 || economics.Find(c, standard.Year) is null))
        {
            yield return Problem.Of($"“{Problem.Shown(code)}”不是 {standard.Year} 年的部门预算经济分类款", $"'{Problem.Shown(code)}' is no departmental economic code of {standard.Year}", "请写五位编码", "give a code of five digits");
        }

        if (standard.Nature is not ("personnel" or "public"))
        {
            yield return Problem.Of("标准用于人员经费（personnel）或公用经费（public）", "a standard is for personnel or public costs", "请改正 nature=", "mend nature=");
        }

        foreach (var category in standard.Categories.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(c => !Staff.Categories.Contains(c)))
        {
            yield return Problem.Of($"“{Problem.Shown(category)}”不是人员类别", $"'{Problem.Shown(category)}' is no category of staff", "应为 " + string.Join('、', Staff.Categories), "the categories are " + string.Join(", ", Staff.Categories));
        }
    }
}
