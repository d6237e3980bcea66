using System.Text.RegularExpressions;

namespace Mingzhang.Ledger.Archive;

/// <summary>所在区域：the place with which the name of a body begins; sums are made of bodies of one place only.</summary>
internal static partial class RegionName
{
    /// <summary>区域的名称; null where the name begins with none.</summary>
    public static string? Of(string body) => Place().Match(body) is { Success: true } found && found.Groups[1].Length > 1 ? found.Groups[1].Value : null;

    // 省、市、区县, one below the other, each as short as it can be.
    [GeneratedRegex("^(?:中共|中国|政协)?((?:[\u4e00-\u9fff-[省市区县]]{2,7}?(?:自治区|省))?(?:[\u4e00-\u9fff-[省市区县]]{2,6}?(?:自治州|地区|市))?(?:[\u4e00-\u9fff-[省市区县]]{1,6}?(?:实验区|新区|开发区|自治县|区|县|旗))?)(?=[\u4e00-\u9fff])", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
