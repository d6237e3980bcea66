using System.Text.RegularExpressions;
using Mingzhang.Rules;

namespace Mingzhang.Ledger.Archive;

/// <summary>主体的名称：what an unfilled template or a torn heading left in the place of a name is none, and makes no department.</summary>
internal static partial class NamedBody
{
    private const int Shortest = 2, Longest = 60;

    /// <summary>可作部门的名称; null where the document names nobody.</summary>
    public static string? Of(string? entity) =>
        entity?.Trim() is { Length: >= Shortest and <= Longest } name && !RuleTexts.Standard.Patterns["placeholder"].IsMatch(name) && !Blank().IsMatch(name) ? name : null;

    // 【单位名称】 and its halves; a name that is only the word for one.
    [GeneratedRegex(@"[【】〔〕\[\]{}＊*○]|(?:单位|部门|机构)(?:名称|全称)|^(?:本|我|各)?(?:单位|部门|机关)$|^[XxＸ×Oo〇\s]+(?:局|委|办|单位|部门)?$|(?<![A-Za-z])[XxＸ×]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
