using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>经济科目的列举：人员经费主要包括基本工资、津贴补贴… against the rows of the table that prints them.</summary>
internal static partial class Enumerations
{
    private const int LeastRows = 6;
    private const int LeastNamed = 4;

    // A list that names many empty rows is the text of the form, printed whole.
    private const int MostExtra = 3;

    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ513", Listed)];

    private static IEnumerable<Verdict> Listed(LawContext c)
    {
        // Without the table only the names themselves can be judged.
        var rows = Rows(c);
        var printed = rows.Values.Count(v => v) >= LeastRows;
        var catalogue = c.Library.Catalogues["economic-department"];
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            // What a term means is not what this department spends.
            var terms = passage.Place.Section?.Contains("名词", StringComparison.Ordinal) == true;
            foreach (Match match in List().Matches(c.Folded(passage)))
            {
                var names = match.Groups["list"].Value.Split('、').Select(n => n.Trim()).Where(n => n.Length > 0).ToList();
                names = [.. names.Select((n, i) => i == names.Count - 1 ? Tail().Replace(n, "") : n)];
                var codes = names.Select(n => Code(catalogue, n)).ToList();
                if (codes.Count(x => x is not null) < LeastNamed)
                {
                    continue;
                }

                var kind = match.Groups["kind"].Value;
                var classes = codes.OfType<string>().Select(x => x[..3]).Distinct().ToList();
                var left = (printed ? rows.Where(r => r.Value).Select(r => r.Key) : catalogue.Entries.Where(e => e.Code.Length == 5).Select(e => e.Code).Distinct())
                    .Where(x => classes.Contains(x[..3]) && !codes.Contains(x) && !x.EndsWith("99", StringComparison.Ordinal)).ToList();
                foreach (var verdict in Misspelt(names, codes, left, catalogue, kind, passage.Place).Concat(printed && !terms ? Empty(names, codes, rows, left, catalogue, kind, passage.Place) : []))
                {
                    yield return verdict;
                }
            }
        }
    }

    // A name that is none, and differs by one character from exactly one that is not listed.
    private static IEnumerable<Verdict> Misspelt(List<string> names, List<string?> codes, List<string> left, Catalogue catalogue, string kind, Place place)
    {
        foreach (var i in Enumerable.Range(0, names.Count).Where(i => codes[i] is null))
        {
            if (left.Select(x => catalogue.Names(x)[0]).Where(e => OneCharacter(Catalogue.FoldName(names[i]), Catalogue.FoldName(e.Name))).ToList() is [var meant])
            {
                yield return Verdict.Broken("meant", place, "kind", kind, "name", names[i], "before", i > 0 ? names[i - 1] + "、" : "", "right", meant.Name, "code", meant.Code);
                left.Remove(meant.Code);
            }
        }
    }

    private static IEnumerable<Verdict> Empty(List<string> names, List<string?> codes, Dictionary<string, bool> rows, List<string> left, Catalogue catalogue, string kind, Place place)
    {
        var empty = Enumerable.Range(0, names.Count).Where(i => codes[i] is { } code && !rows.GetValueOrDefault(code)).ToList();
        if (empty.Count > MostExtra)
        {
            yield return Verdict.Broken("many", place, "kind", kind, "count", empty.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "names", string.Join('、', empty.Take(MostExtra).Select(i => names[i]))).As(Severity.Note);
            yield break;
        }

        var missing = left.Select(x => catalogue.Names(x)[0].Name).Take(MostExtra).ToList();
        foreach (var i in empty)
        {
            yield return missing.Count is > 0 and <= MostExtra
                ? Verdict.Broken("empty-left", place, "kind", kind, "name", names[i], "code", codes[i]!, "missing", string.Join('、', missing))
                : Verdict.Broken("empty", place, "kind", kind, "name", names[i], "code", codes[i]!);
        }

        if (empty.Count == 0)
        {
            yield return Verdict.Held;
        }
    }

    // Codes of the basic expenditure that a table prints: whether any of their amounts is not nothing.
    private static Dictionary<string, bool> Rows(LawContext c)
    {
        var rows = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var amount in c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is not null))
        {
            if (amount.Point.Key("economic") is { Length: 5 } code && amount.Point.Key("project") is null && amount.Point.Key("function") is null)
            {
                rows[code] = rows.GetValueOrDefault(code) || amount.Amount is { Value: not 0 };
            }
        }

        return rows;
    }

    private static string? Code(Catalogue catalogue, string name)
    {
        foreach (var form in new[] { name, name + "支出", name + "费", name + "费用", name.EndsWith("费用", StringComparison.Ordinal) ? name[..^1] : name, name.Replace("运行费", "运行维护费", StringComparison.Ordinal) })
        {
            if (catalogue.ByName(form, 5).FirstOrDefault(e => !e.Code.StartsWith("309", StringComparison.Ordinal)) is { } entry)
            {
                return entry.Code;
            }
        }

        return null;
    }

    private static bool OneCharacter(string a, string b) => a.Length == b.Length && a.Length >= 2 && a.Zip(b).Count(p => p.First != p.Second) == 1;

    [GeneratedRegex(@"(?<kind>人员经费|公用经费|日常公用经费)[^;、]{0,30}?(?:主要)?(?:包括|用于)[::]?(?<list>[^。;:]{12,400}?)(?=[。;\n]|\([^维护]|$)")]
    private static partial Regex List();

    [GeneratedRegex(@"等(?:支出|费用|方面)?(?:支出)?$")]
    private static partial Regex Tail();
}
