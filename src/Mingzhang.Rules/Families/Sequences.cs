using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>序号：parts and numbered lines follow one another without a gap.</summary>
internal static partial class Sequences
{
    private const string Digits = "一二三四五六七八九十";

    /// <summary>第一部分、第二部分…: none of them is left out.</summary>
    public static IEnumerable<Verdict> Parts(LawContext c)
    {
        var found = c.Disclosure.Passages.Where(p => p.Kind != PassageKind.Contents)
            .Select(p => new { Passage = p, Match = Part().Match(c.Folded(p)) }).Where(f => f.Match.Success)
            .Select(f => new { f.Passage, Number = Digits.IndexOf(f.Match.Groups[1].Value, StringComparison.Ordinal) + 1 }).ToList();
        for (var i = 1; i < found.Count; i++)
        {
            var (before, now) = (found[i - 1].Number, found[i].Number);
            var missing = Enumerable.Range(1, Math.Max(0, now - 1)).FirstOrDefault(n => n > before && !found.Exists(f => f.Number == n));
            yield return missing == 0 ? Verdict.Held
                : Verdict.Broken("part", found[i].Passage.Place, "missing", Digits[missing - 1].ToString(), "before", Digits[before - 1].ToString(), "after", Digits[now - 1].ToString());
        }
    }

    /// <summary>逐项编号 1、2、3: within one run no number is left out.</summary>
    public static IEnumerable<Verdict> Numbers(LawContext c)
    {
        var last = 0;
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            if (passage.Kind == PassageKind.Heading && !Number().IsMatch(c.Folded(passage)))
            {
                last = 0;
            }

            foreach (Match match in Number().Matches(c.Folded(passage)))
            {
                var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                if (last > 1 && number > last + 1 && number <= last + 2)
                {
                    yield return Verdict.Broken("gap", passage.Place with { Text = passage.Text[match.Index..Math.Min(passage.Text.Length, match.Index + 16)] },
                        "before", Text(last), "after", Text(number), "missing", Text(last + 1), "text", passage.Text[match.Index..Math.Min(passage.Text.Length, match.Index + 12)].Trim());
                }
                else
                {
                    yield return Verdict.Held;
                }

                last = number;
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*第([一二三四五六七八九])部分")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<=^\s*|[。;]\s*|\s)(\d{1,2})[、.](?!\d)")]
    private static partial Regex Number();
}
