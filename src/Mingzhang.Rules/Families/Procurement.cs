using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>政府采购：what small firms won in reserved and in other projects is not more than all that was bought.</summary>
internal static partial class Procurement
{
    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ520", Won)];

    private static IEnumerable<Verdict> Won(LawContext c)
    {
        var paragraphs = c.Paragraphs.Select(p => new { Passage = p, Text = c.Folded(p) }).ToList();
        var total = paragraphs.Select(p => Total().Match(p.Text)).FirstOrDefault(m => m.Success);
        foreach (var paragraph in paragraphs)
        {
            if (total is not null && Reserved().Match(paragraph.Text) is { Success: true } reserved && Other().Match(paragraph.Text) is { Success: true } other)
            {
                var (all, one, two) = (Amount(total), Amount(reserved), Amount(other));
                yield return one.Yuan + two.Yuan - all.Yuan <= all.Half + one.Half + two.Half ? Verdict.Held
                    : Verdict.Broken("won", paragraph.Passage.Place with { Text = other.Value }, "reserved", one.ToString(), "other", two.ToString(),
                        "sum", all.Print(one.Yuan + two.Yuan, Math.Max(one.Digits, two.Digits)) + all.Unit.Name, "total", all.ToString());
            }
        }
    }

    private static Amount Amount(Match match)
    {
        var text = match.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return new Amount(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), MoneyUnit.TenThousand, point < 0 ? 0 : text.Length - point - 1);
    }

    [GeneratedRegex(@"政府采购(?:支出)?(?:金额|总额)(?:\([^()]{0,20}\))?(?:为|共)?\s?(?<amount>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?万元")]
    private static partial Regex Total();

    [GeneratedRegex(@"面向中小企业预留的?政府采购项目中,由中小企业供应商中标或成交的,?采购金额\s?(?<amount>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?万元")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"其他政府采购项目中,由中小企业供应商中标或成交的,?采购金额\s?(?<amount>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?万元")]
    private static partial Regex Other();
}
