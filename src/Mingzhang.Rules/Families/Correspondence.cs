using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>功能科目与经济科目的对应：a contribution stands once by what it is for and once by what it is paid as; rows by column of 人员 or 公用.</summary>
internal static class Correspondence
{
    // Held exactly in every sound budget looked at, of several places.
    private static readonly Pair[] Pairs = [new("2080505", "30108"), new("2080506", "30109"), new("2210201", "30113")];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ309", Contributions),
        new("MZ310", Columns),
    ];

    private static IEnumerable<Verdict> Contributions(LawContext c)
    {
        foreach (var pair in Pairs)
        {
            var function = Printed(c, "function", pair.Function);
            var economic = Printed(c, "economic", pair.Economic);
            if (function is null || economic is null)
            {
                continue;
            }

            var (one, two) = (function.Amount!.Value, economic.Amount!.Value);
            yield return Math.Abs(one.Yuan - two.Yuan) <= one.Half + two.Half ? Verdict.Held
                : Verdict.Broken("differ", [function.Place, economic.Place], "function", pair.Function, "function-name", Name(c, "functions", pair.Function), "one", one.ToString(),
                    "economic", pair.Economic, "economic-name", Name(c, "economic-department", pair.Economic), "two", two.ToString());
        }
    }

    // 302 in the column of personnel, 301 in that of operating costs.
    private static IEnumerable<Verdict> Columns(LawContext c)
    {
        foreach (var amount in c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is not null && s.Amount is { Value: not 0 }))
        {
            if (amount.Point.Key("economic") is { Length: >= 3 } code && amount.Point.Key("nature") is { } nature && nature is "personnel" or "public")
            {
                var wrong = nature == "personnel" ? code[..3] is "302" or "310" : code[..3] is "301" or "303";
                yield return wrong ? Verdict.Broken("column", amount.Place, "code", code, "name", Name(c, "economic-department", code), "column", nature == "personnel" ? "人员经费" : "公用经费", "column-en", nature == "personnel" ? "personnel" : "operating costs", "amount", amount.Amount.ToString()!)
                    : Verdict.Held;
            }
        }
    }

    // The figure of basic expenditure where the table tells it apart, else the whole.
    private static AmountStatement? Printed(LawContext c, string dimension, string code)
    {
        var all = c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is not null && s.Amount is not null && s.Point.Key(dimension) == code
            && s.Point.Key("measure") == "expenditure" && s.Point.Key("fund") is "general" or "fiscal" && s.Point.Key("project") is null && c.IsOfThisYear(s.Point)).ToList();
        return all.Find(s => s.Point.Key("nature") is "basic" or "personnel") ?? (dimension == "function" ? all.Find(s => s.Point.Key("nature") is null) : null);
    }

    private static string Name(LawContext c, string catalogue, string code) => c.Library.Catalogues[catalogue].Names(code) is [var entry, ..] ? entry.Name : "";

    private sealed record Pair(string Function, string Economic);
}
