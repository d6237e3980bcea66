using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>个人信息：what must not be published.</summary>
internal static partial class Privacy
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ617", Personal),
    ];

    private static IEnumerable<Verdict> Personal(LawContext c)
    {
        foreach (var passage in c.Disclosure.Passages)
        {
            var text = c.Folded(passage);
            var number = Identity().Matches(text).FirstOrDefault(m => Valid(m.Value));
            var mobile = passage.Kind == PassageKind.Closing || text.Contains("联系", StringComparison.Ordinal) || text.Contains("电话", StringComparison.Ordinal) ? null : Mobile().Match(text) is { Success: true } found ? found : null;
            yield return number is not null ? Verdict.Broken("identity", passage.Place, "text", number.Value[..6] + "********" + number.Value[14..])
                : mobile is not null ? Verdict.Broken("mobile", passage.Place, "text", mobile.Value[..3] + "****" + mobile.Value[7..])
                : Verdict.Held;
        }
    }

    // GB 11643: the last digit is made from the others, so that an account number is not taken for one.
    private static bool Valid(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        return char.ToUpperInvariant(number[17]) == "10X98765432"[sum % 11];
    }

    [GeneratedRegex(@"(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![\d.,])1[3-9]\d{9}(?![\d.,]|\s?(?:元|万元))")]
    private static partial Regex Mobile();
}
