using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>数字词：a number with its unit in running text.</summary>
/// <param name="Kind">What the unit makes of it.</param>
/// <param name="Start">First character in the paragraph.</param>
/// <param name="End">Behind the unit.</param>
/// <param name="Value">The number; null where the words call for one and none is printed.</param>
/// <param name="Digits">Decimals printed.</param>
/// <param name="Unit">Unit as printed.</param>
internal sealed record NumberToken(NumberTokenKind Kind, int Start, int End, decimal? Value, int Digits, string Unit)
{
    public Amount? Amount => Value is { } value ? new Amount(value, MoneyUnit.Find(Unit)!, Digits) : null;
}

internal enum NumberTokenKind
{
    Money,
    Percent,
    Count,
}

/// <summary>一句中的小句：the text between two marks, with the mark before it.</summary>
internal sealed record Clause(int Start, int End, char Before, bool FirstOfSentence, IReadOnlyList<NumberToken> Numbers);

/// <summary>断句：numbers first, so that no mark inside a number ends a clause; then marks outside quotation.</summary>
internal static partial class SentenceTokens
{
    private static readonly string[] NoCounts = ["年", "月", "分", "元", "万元", "%", "无", "岁"];

    /// <summary>一段中的全部数字词。</summary>
    public static List<NumberToken> Numbers(string folded, Wording wording)
    {
        var tokens = new List<NumberToken>();
        var addresses = folded.Contains("://", StringComparison.Ordinal) ? Address().Matches(folded) : null;
        foreach (Match match in Number().Matches(folded))
        {
            // A browser prints the address of the page at its foot, where %E9 is a letter.
            if (addresses?.Any(a => a.Index <= match.Index && match.Index < a.Index + a.Length) == true)
            {
                continue;
            }

            var unit = match.Groups["unit"].Value;
            var digits = match.Groups["n"].Value;
            var kind = unit == "%" ? NumberTokenKind.Percent : NumberTokenKind.Money;
            if (unit.Length == 0)
            {
                if (CountUnit(folded, match.Index + match.Length, wording) is not { } count || digits.Contains(' ', StringComparison.Ordinal))
                {
                    continue;
                }

                (unit, kind) = (count, NumberTokenKind.Count);
            }

            if (digits == "零")
            {
                tokens.Add(new NumberToken(kind, match.Index, match.Index + match.Length, 0, 0, unit));
            }
            else if (NumberText.Parse(digits) is var (value, decimals))
            {
                var end = match.Index + match.Length + (kind == NumberTokenKind.Count ? folded.AsSpan(match.Index + match.Length).IndexOf(unit, StringComparison.Ordinal) + unit.Length : 0);
                tokens.Add(new NumberToken(kind, match.Index, end, value, decimals, unit));
            }
        }

        foreach (Match match in Missing().Matches(folded))
        {
            tokens.Add(new NumberToken(NumberTokenKind.Money, match.Groups["unit"].Index, match.Groups["unit"].Index + match.Groups["unit"].Length, null, 0, match.Groups["unit"].Value));
        }

        tokens.Sort((a, b) => a.Start.CompareTo(b.Start));
        return tokens;
    }

    /// <summary>一段中的小句。</summary>
    public static List<Clause> Clauses(string folded, int from, List<NumberToken> numbers)
    {
        var clauses = new List<Clause>();
        var start = from;
        var before = '。';
        var first = true;
        var next = 0;
        var taken = 0;
        for (var i = from; i <= folded.Length; i++)
        {
            while (next < numbers.Count && numbers[next].End <= i)
            {
                next++;
            }

            if (next < numbers.Count && numbers[next].Start <= i && i < numbers[next].End)
            {
                i = numbers[next].End - 1;
                continue;
            }

            var mark = i == folded.Length ? '。' : folded[i];
            if (mark is not (',' or '。' or ';' or ':' or '、' or '!' or '?'))
            {
                continue;
            }

            if (i > start)
            {
                var (low, high) = (start, i);
                while (taken < numbers.Count && numbers[taken].Start < low)
                {
                    taken++;
                }

                var own = numbers.Skip(taken).TakeWhile(n => n.End <= high).ToList();
                taken += own.Count;
                clauses.Add(new Clause(start, i, before, first, own));
                first = false;
            }

            if (mark is '。' or '!' or '?')
            {
                first = true;
            }

            // A mark directly after another one (。其中) keeps the stronger of the two.
            before = mark;
            start = i + 1;
        }

        return clauses;
    }

    private static string? CountUnit(string folded, int at, Wording wording)
    {
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }

        foreach (var unit in wording.CountUnits)
        {
            if (string.CompareOrdinal(folded, at, unit.Folded, 0, unit.Folded.Length) == 0)
            {
                return NoCounts.Contains(unit.Folded) ? null : unit.Folded;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\d.])(?<n>(?<!\d)(?:(?<![\d)])-)?\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d(?: \d){2,}(?: ?\. ?\d(?: ?\d)*)?|(?<!\d)(?:(?<![\d)])-)?\d+(?:\.\d+)?|零(?=[万亿]?元))\s*(?<unit>亿元|万元|元|%)?")]
    private static partial Regex Number();

    // "资金 万元": words of money with the number left out; not "单位：万元", "单位为万元" or "以万元".
    [GeneratedRegex(@"[a-zA-Z]{2,10}://[!-~…]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\d\s零一二三四五六七八九十百千万亿几数余多(:以计(])(?<!单位[^。,;]{0,8})\s*(?<unit>万元|亿元)(?!\s*[)以])")]
    private static partial Regex Missing();
}
