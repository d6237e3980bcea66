using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>“三公”经费各项的名称：a paragraph that divides the three public expenses gives each amount one of their names; an amount under other words,
/// while a name is missing, has lost words.</summary>
internal static class PublicExpenseNames
{
    private const string Whole = "三公";
    private static readonly string[] Kinds = ["三公/abroad", "三公/vehicles", "三公/reception"];

    // Other spellings of the names keep one of these; words that keep none are no spelling.
    private static readonly string[] Signs = ["车", "接待", "招待", "国", "境"];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ526", Named),
    ];

    private static IEnumerable<Verdict> Named(LawContext c)
    {
        foreach (var paragraph in c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is null && s.Point.Key("purpose")?.StartsWith(Whole, StringComparison.Ordinal) == true && c.IsOfThisYear(s.Point)).GroupBy(s => s.Place.Order))
        {
            var whole = paragraph.Any(s => s.Point.Key("purpose") == Whole && s.Point.Key("item") is null);
            var other = paragraph.Where(s => s.Point.Key("purpose") == Whole && s.Point.Key("item") is not null).ToList();
            var missing = Kinds.Where(k => !paragraph.Any(s => s.Point.Key("purpose") == k || (k.EndsWith("vehicles", StringComparison.Ordinal) && s.Point.Key("purpose") == k + "/running"))).ToList();
            if (!whole || other.Count == 0)
            {
                continue;
            }

            var lost = missing.Count > 0 && other.Exists(s => !Array.Exists(Signs, w => s.Point.Key("item")!.Contains(w, StringComparison.Ordinal)));
            yield return !lost ? Verdict.Held : Verdict.Broken("lost", [.. other.Select(s => s.Place)],
                "texts", string.Join("、", other.Select(s => "“" + s.Point.Key("item") + s.Raw + "”")), "names", string.Join("、", missing.Select(k => c.Library.Space.Member("purpose", k)!.Chinese)));
        }
    }
}
