using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>联系人：the closing line that names whom to ask.</summary>
internal static partial class ContactWords
{
    /// <summary>一段中的联系人; null where there is none with a telephone number.</summary>
    public static Contact? Find(string folded) => Line().Match(folded) is { Success: true } match
        ? new Contact(match.Groups["name"].Value.Trim(), match.Groups["phone"].Value.Trim())
        : null;

    [GeneratedRegex(@"联系人\s*[::]\s*(?<name>[^\s,;:。]{1,20}(?:\s[^\s,;:。]{1,3})?)?\s*[,;]?\s*(?:联系方式|联系电话|电话)\s*[::]\s*(?<phone>[\d(][\d\-() ]{5,20}\d)")]
    private static partial Regex Line();
}
