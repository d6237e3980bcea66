using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;

namespace Mingzhang.Rules;

/// <summary>规律的问题：networks of broken laws to findings that name the figure, broken doubts to findings of their own.</summary>
internal sealed class LawFindings(LawContext context, IReadOnlyDictionary<Relation, string> checks)
{
    private const int MostLaws = 4;
    private const int MostCandidates = 5;

    public IEnumerable<Finding> Wrong(IReadOnlyList<Network> networks)
    {
        var rule = RuleTexts.Standard.Rules["MZ007"];
        foreach (var network in networks)
        {
            if (network.Unique is { } set)
            {
                foreach (var repair in set)
                {
                    var laws = network.Broken.Where(r => r.Figures.Contains(repair.Figure)).ToList();
                    yield return Make(rule, "wrong", laws, [repair], [repair.Figure], "place", repair.Figure.Statement.Place.Chinese, "place-en", repair.Figure.Statement.Place.English,
                        "printed", Said(repair.Figure), "value", Print(repair), "slip", SlipText(repair.Slip).Chinese, "slip-en", SlipText(repair.Slip).English);
                }
            }
            else
            {
                var candidates = network.Repairs.SelectMany(r => r).GroupBy(r => r.Figure).Select(g => g.First()).Take(MostCandidates).ToList();
                var figures = candidates.Select(r => r.Figure).Concat(network.Broken.SelectMany(r => r.Figures)).Distinct().ToList();
                yield return candidates.Count == 0
                    ? Make(rule, "unexplained", network.Broken, [], figures)
                    : Make(rule, "ambiguous", network.Broken, candidates, figures,
                        "candidates", string.Join("；", candidates.Select(r => $"{r.Figure.Statement.Place.Chinese} {Said(r.Figure)}（应为 {Print(r)}{SlipText(r.Slip).Chinese}）")),
                        "candidates-en", string.Join("; ", candidates.Select(r => $"{r.Figure.Statement.Place.English} {Said(r.Figure)} (should be {Print(r)}{SlipText(r.Slip).English})")));
            }
        }
    }

    // A doubt that the repair of a wrong figure removes is not a finding of its own.
    public IEnumerable<Finding> Doubts(IReadOnlyList<Relation> relations, IReadOnlyList<Network> networks)
    {
        var mended = networks.Select(n => n.Unique).OfType<IReadOnlyList<Repair>>().SelectMany(r => r).Aggregate(Values.Printed, (v, r) => v.With(r.Figure, r.Value));
        var broken = relations.OfType<LinearRelation>().Where(r => r.Severity != Severity.Error && r.Missing is null && !r.Evaluate().Holds && !r.Evaluate(mended).Holds).ToList();
        foreach (var group in broken.GroupBy(r => (r.Rule, Terms: string.Join('+', r.Terms.Select(t => t.Figure.Id)))))
        {
            var first = group.First();
            var rule = RuleTexts.Standard.Rules[first.Rule];
            var evaluation = first.Evaluate();
            var amount = first.Whole?.Printed ?? first.Terms[0].Figure.Printed ?? new Amount(0, MoneyUnit.TenThousand, 2);
            var parts = first.Terms[0].Figure.Statement.Place;
            List<Figure> figures = [.. group.Select(r => r.Whole).OfType<Figure>(), .. first.Terms.Select(t => t.Figure)];
            yield return Findings.Make(rule, "doubt", first.Severity, Arguments(
                "whole-place", string.Join("、", group.Select(r => r.Whole!.Statement.Place.Chinese)), "whole-place-en", string.Join(", ", group.Select(r => r.Whole!.Statement.Place.English)),
                "whole", Said(first.Whole!), "part-place", parts.Chinese, "part-place-en", parts.English, "label", first.Label.Chinese, "label-en", first.Label.English,
                "sum", Signed(amount, evaluation.Expected), "difference", amount.Print(Math.Abs(evaluation.Difference), Digits(amount)) + amount.Unit),
                [.. figures.Select(f => f.Statement.Place).Distinct().Take(12)], [.. group.Select(r => checks[r])], []);
        }
    }

    /// <summary>缺数, with the number that the laws give.</summary>
    public IEnumerable<Finding> Missing(IReadOnlyList<Relation> relations)
    {
        var rule = RuleTexts.Standard.Rules["MZ008"];
        foreach (var figure in context.Figures.All.Where(f => f.State == FigureState.Missing))
        {
            Interval? range = null;
            foreach (var relation in relations.Where(r => r.Severity == Severity.Error && r.Figures.Contains(figure) && r.Figures.Count(f => f.State == FigureState.Missing) == 1))
            {
                if (relation.Solve(figure, Values.Printed) is { Bounded: true } solved)
                {
                    range = range is null ? solved : range.Value.Meet(solved) ?? range;
                }
            }

            var unit = new Amount(0, MoneyUnit.TenThousand, 2);
            var value = range is { } r2 ? unit.Print(Math.Abs(r2.Centre), 2) + unit.Unit : null;
            Candidate[] candidates = value is null ? [] : [new Candidate(figure.Id, "", value, range!.Value.Centre, "left-out")];
            yield return Findings.Make(rule, "missing", Severity.Error,
                Arguments("place", figure.Statement.Place.Chinese, "place-en", figure.Statement.Place.English, "text", figure.Statement.Place.Text ?? figure.Statement.Raw,
                    "value", value is null ? "" : $"，按其他各数应为 {value}", "value-en", value is null ? "" : $"; by the other figures it is {value}"),
                [figure.Statement.Place], [], candidates);
        }
    }

    private Finding Make(Rule rule, string message, IReadOnlyList<Relation> laws, IReadOnlyList<Repair> repairs, IReadOnlyList<Figure> figures, params string[] arguments)
    {
        string[] all = [.. arguments, "laws", string.Join("；", laws.Take(MostLaws).Select(r => Explain(r).Chinese)), "laws-en", string.Join("; ", laws.Take(MostLaws).Select(r => Explain(r).English))];
        return Findings.Make(rule, message, Severity.Error, Arguments(all), [.. figures.Select(f => f.Statement.Place).Distinct().Take(12)], [.. laws.Select(r => checks[r])],
            [.. repairs.Select(r => new Candidate(r.Figure.Id, Said(r.Figure), Print(r), r.Value, r.Slip))]);
    }

    // Both sides and the difference, as a reviewer writes them.
    private static Reason Explain(Relation relation)
    {
        var found = relation.Evaluate();
        if (relation is RatioRelation ratio)
        {
            var (printed, computed) = (ratio.Percent.Value.ToString(CultureInfo.InvariantCulture), Math.Round(found.Expected, 2).ToString(CultureInfo.InvariantCulture));
            return new Reason($"{relation.Label.Chinese}：印为 {printed}%，算得 {computed}%", $"{relation.Label.English}: printed {printed} %, computed {computed} %");
        }

        var linear = (LinearRelation)relation;
        var amount = linear.Whole?.Printed ?? linear.Terms.Select(t => t.Figure.Printed).FirstOrDefault(p => p is not null) ?? new Amount(0, MoneyUnit.TenThousand, 2);
        var left = linear.Whole is null ? "0" : $"{linear.Whole.Statement.Place.Chinese} {Said(linear.Whole)}";
        var leftEnglish = linear.Whole is null ? "0" : $"{linear.Whole.Statement.Place.English} {Said(linear.Whole)}";
        var one = linear.Terms.Count == 1;
        var right = one ? $"{linear.Terms[0].Figure.Statement.Place.Chinese} {Said(linear.Terms[0].Figure)}" : Signed(amount, found.Expected);
        var rightEnglish = one ? $"{linear.Terms[0].Figure.Statement.Place.English} {Said(linear.Terms[0].Figure)}" : Signed(amount, found.Expected);
        var difference = amount.Print(Math.Abs(found.Difference), Digits(amount)) + amount.Unit;
        return linear.AtMost
            ? new Reason($"{left} 小于其中的 {right}，差 {difference}", $"{leftEnglish} is less than {rightEnglish} inside it, by {difference}")
            : one ? new Reason($"{left} 与 {right} 相差 {difference}", $"{leftEnglish} and {rightEnglish} differ by {difference}")
            : new Reason($"{left} 与{relation.Label.Chinese} {right} 相差 {difference}", $"{leftEnglish} and {relation.Label.English} {rightEnglish} differ by {difference}");
    }

    private static string Said(Figure figure) => figure.State switch
    {
        FigureState.Blank => "（空白）",
        _ when figure.Statement is ChangeStatement change => (change.Direction switch
        {
            Direction.Increase => "增加",
            Direction.Decrease => "减少",
            _ => "",
        }) + figure.Statement.Raw,
        _ => figure.Statement.Raw,
    };

    private static string Print(Repair repair)
    {
        var amount = repair.Figure.Printed ?? new Amount(0, MoneyUnit.TenThousand, 2);
        var digits = Digits(amount);
        while (digits < 6 && Math.Round(repair.Value / amount.Unit.Factor, digits) * amount.Unit.Factor != repair.Value)
        {
            digits++;
        }

        var words = repair.Value > 0 ? "增加" : repair.Value < 0 ? "减少" : "";
        return repair.Figure.IsChange ? words + amount.Print(Math.Abs(repair.Value), digits) + amount.Unit : amount.Print(repair.Value, digits) + (repair.Figure.Statement.Place.Table is null ? amount.Unit.Name : "");
    }

    private static string Signed(Amount amount, decimal yuan) => amount.Print(yuan, Digits(amount)) + amount.Unit;

    private static int Digits(Amount amount) => Math.Max(amount.Precision, amount.Digits);

    private static Dictionary<string, string> Arguments(params string[] pairs)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            all[pairs[i]] = pairs[i + 1];
        }

        return all;
    }

    internal static Reason SlipText(string? slip) => slip switch
    {
        "digits-swapped" => new Reason("（两位数字颠倒）", " (two digits swapped)"),
        "digit-changed" => new Reason("（一位数字有误）", " (one digit wrong)"),
        "digit-dropped" => new Reason("（漏了一位数字）", " (one digit left out)"),
        "digit-added" => new Reason("（多了一位数字）", " (one digit too many)"),
        "decimal-point" => new Reason("（小数点错位）", " (decimal point shifted)"),
        "unit" => new Reason("（元与万元混淆）", " (元 taken for 万元)"),
        "sign" => new Reason("（正负号相反）", " (sign reversed)"),
        "neighbour-row" => new Reason("（误抄邻行）", " (copied from the next row)"),
        "neighbour-column" => new Reason("（误抄邻栏）", " (copied from the next column)"),
        "left-out" => new Reason("（漏填）", " (left out)"),
        _ => new Reason("", ""),
    };
}
