using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>分段写出的划分：a whole in one paragraph and its parts in the paragraphs below it (基本支出 with 人员经费 and 公用经费, “三公”经费 with
/// its three) are a list like any other.</summary>
internal static class Divisions
{
    private static readonly string[] Basic = ["basic", "personnel", "public"];
    private static readonly string[] Expenses = ["三公", "三公/abroad", "三公/vehicles", "三公/reception"];
    private static readonly string[] Costs = ["三公", "三公/abroad", "三公/vehicles/purchase", "三公/vehicles/running", "三公/reception"];

    /// <summary>列出分段写出的划分。</summary>
    public static void List(ReadingContext context)
    {
        var told = context.Statements.Where(s => s.Place.Table is null && s.Point.Key("item") is null).ToList();
        List(context, told.OfType<AmountStatement>().Where(a => a.Amount is not null), "nature", Basic, a => a.Amount!.Value.Yuan, bySection: true);
        foreach (var parts in new[] { Expenses, Costs })
        {
            List(context, told.OfType<AmountStatement>().Where(a => a.Amount is not null), "purpose", parts, a => a.Amount!.Value.Yuan, bySection: false);
            List(context, told.OfType<ChangeStatement>().Where(x => x is { Percent: null, Approximate: false } && (x.Amount is not null || x.Direction == Direction.Flat)), "purpose", parts, x => x.Direction == Direction.Decrease ? -x.Amount!.Value.Yuan : x.Amount?.Yuan ?? 0, bySection: false);
        }
    }

    // Where one of them is told in two ways, another law says so, and no sum can.
    private static void List<T>(ReadingContext context, IEnumerable<T> statements, string key, string[] parts, Func<T, decimal> value, bool bySection)
        where T : Statement
    {
        var dimension = context.Space.Dimension(key)!;
        foreach (var group in statements.Where(s => parts.Contains(s.Point.Key(key))).GroupBy(s => new { Section = bySection ? s.Place.Section ?? "" : "", Around = s.Point.Without(dimension), Base = (s as ChangeStatement)?.Base.Year }).ToList())
        {
            var each = parts.Select(p => group.Where(s => s.Point.Key(key) == p).ToList()).ToList();
            if (each.TrueForAll(e => e.Count > 0 && e.TrueForAll(s => value(s) == value(e[0]))) && each.Select(e => e[0].Place.Line ?? e[0].Place.Order).Distinct().Count() > 1)
            {
                context.Listings.Add(new Listing(ListingKind.List, each[0][0].Place.Section ?? "", [.. each.Select(e => e[0])], Open: false));
            }
        }
    }
}
