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

    /// <summary>失去名称的金额 of one paragraph, with the names that are missing in it.</summary>
    public static IEnumerable<Lost> Nameless(LawContext c)
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
            yield return new Lost(lost ? other : [], missing);
        }
    }

    // Each amount is one place to mend.
    private static IEnumerable<Verdict> Named(LawContext c)
    {
        foreach (var lost in Nameless(c))
        {
            if (lost.Amounts.Count == 0)
            {
                yield return Verdict.Held;
            }

            foreach (var amount in lost.Amounts)
            {
                yield return Verdict.Broken("lost", amount.Place, "texts", "“" + amount.Point.Key("item") + amount.Raw + "”", "names", string.Join("、", lost.Missing.Select(k => c.Library.Space.Member("purpose", k)!.Chinese)));
            }
        }
    }

    /// <summary>一段里失去名称的金额。</summary>
    internal sealed record Lost(IReadOnlyList<AmountStatement> Amounts, IReadOnlyList<string> Missing);
}
