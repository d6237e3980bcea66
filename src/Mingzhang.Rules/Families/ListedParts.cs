using System.Text.RegularExpressions;

namespace Mingzhang.Rules.Families;

/// <summary>列举的分项：what a sentence lists behind 其中, each with a number in the same unit.</summary>
internal static partial class ListedParts
{
    /// <summary>分项: what follows 其中 to the end of the sentence or of the brackets, without the brackets inside.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="from">Where the list begins.</param>
    /// <param name="unit">The unit of the whole.</param>
    /// <param name="stop">Marks that end the list.</param>
    /// <param name="end">Where the list ends.</param>
    public static List<ListedPart> Of(string text, int from, string unit, ReadOnlySpan<char> stop, out int end)
    {
        var parts = new List<ListedPart>();
        var depth = 0;
        var label = from;
        end = from;
        for (var i = from; i < text.Length && !stop.Contains(text[i]); i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            if (depth > 0 || !char.IsAsciiDigit(text[i]))
            {
                label = depth == 0 && text[i] is ',' or '、' or ':' or ';' ? i + 1 : label;
                continue;
            }

            var match = Count().Match(text, i);
            if (!match.Success || match.Groups["unit"].Value != unit || Numerals.Number(match.Groups["number"].Value) is not { } number)
            {
                break;
            }

            // A part that has parts of its own ends what can be added.
            if (text.AsSpan(label, i - label).Contains("包括", StringComparison.Ordinal) || text.AsSpan(label, i - label).Contains("其中", StringComparison.Ordinal))
            {
                break;
            }

            parts.Add(new ListedPart(text[label..i].Trim(), number, Decimals(match.Groups["number"].Value)));
            i += match.Length - 1;
            end = i + 1;
        }

        return parts;
    }

    /// <summary>小数位数。</summary>
    public static int Decimals(string number) => number.IndexOf('.', StringComparison.Ordinal) is var at && at < 0 ? 0 : number.Length - at - 1;

    [GeneratedRegex(@"\G(?<number>\d[\d,]{0,14}(?:\.\d{1,6})?)\s?(?<unit>平方米|平方公里|公顷|亩|人次|批次|人|名|辆|台|套|个|家|件|起|户|座|所|万元|亿元|元)")]
    private static partial Regex Count();
}

/// <summary>一个分项：its label, its number and the decimals that are printed.</summary>
internal sealed record ListedPart(string Label, decimal Number, int Decimals);
