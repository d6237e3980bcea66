using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>逐项说明：what is said of a 项 (use, reason) is said of it and not of the one above it in the template.</summary>
internal static partial class Items
{
    // 医疗 is what 事业单位医疗 becomes with 保险 behind it; more than that is another thing.
    private const int MostBehind = 2;
    private const int ShortestName = 4;

    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ512", OfAnother)];

    private static IEnumerable<Verdict> OfAnother(LawContext c)
    {
        var names = c.Library.Catalogues["functions"].Entries.Where(e => e.Code.Length == 7).Select(e => Catalogue.FoldName(e.Name))
            .Where(n => n.Length >= ShortestName && !n.StartsWith("其他", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ToList();
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            var text = c.Folded(passage);
            var items = Item().Matches(text).ToList();
            for (var i = 0; i < items.Count; i++)
            {
                var own = Catalogue.FoldName(items[i].Groups["item"].Value);
                var end = i + 1 < items.Count ? items[i + 1].Index : text.Length;
                if (own.StartsWith("其他", StringComparison.Ordinal))
                {
                    continue;
                }

                var said = Said().Matches(text[items[i].Index..end]).Select(m => m.Groups["said"].Value.Trim()).ToList();
                var alien = said.Select(s => new { Said = s, Other = Another(Catalogue.FoldName(s), own, names) }).FirstOrDefault(s => s.Other is not null);
                yield return alien is null ? Verdict.Held : Verdict.Broken("other", passage.Place with { Text = items[i].Value + " … " + alien.Said }, "item", own, "said", alien.Said, "other", alien.Other!);
            }
        }
    }

    private static string? Another(string words, string own, List<string> names) =>
        words.Contains(Core(own), StringComparison.Ordinal) ? null : names.Find(n => Means(words, n) && !own.Contains(n, StringComparison.Ordinal));

    // The words are the name of the other, with a level above before it and what money is called behind it.
    private static bool Means(string words, string name)
    {
        var at = words.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && Kind().Replace(words[(at + name.Length)..], "").Length <= MostBehind && (at == 0 || Level().IsMatch(words[..at]));
    }

    private static string Core(string name) => Kind().Replace(name, "");

    [GeneratedRegex(@"\(款\)(?<item>[^()。;""]{2,40})\(项\)")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?:主要用于|原因是|原因为|原因)[::]?\s*(?<said>[^。;:,]{4,40}?)(?=[。;,]|$)")]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:等)?(?:经费|支出|费用|预算|资金|项目)*(?:有所)?(?:增加|减少|增长|下降|调整|变动)?$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?:事务|支出|服务|单位|管理|保障|养老)$")]
    private static partial Regex Level();
}
