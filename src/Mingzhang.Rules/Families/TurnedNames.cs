using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>颠倒的科目名称：words of a sentence before （类）, （款） or （项） that are the name of a code with its characters in another order.</summary>
internal static partial class TurnedNames
{
    public static IEnumerable<Verdict> Find(LawContext c)
    {
        var names = c.Library.Catalogues["functions"].Entries.Select(e => Catalogue.FoldName(e.Name)).ToHashSet(StringComparer.Ordinal);
        var sorted = names.ToLookup(Sorted, StringComparer.Ordinal);
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            foreach (Match match in Named().Matches(c.Folded(passage)))
            {
                var name = Catalogue.FoldName(match.Groups["name"].Value);
                if (names.Contains(name) || names.Contains(name + "支出"))
                {
                    yield return Verdict.Held;
                }
                else if (sorted[Sorted(name)].ToList() is [var right])
                {
                    yield return Verdict.Broken("turned", passage.Place with { Text = match.Value }, "printed", name, "right", right).As(Severity.Warning);
                }
            }
        }
    }

    private static string Sorted(string name) => string.Concat(name.Order());

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{4,30})(?=\((?:类|款|项)\))")]
    private static partial Regex Named();
}
