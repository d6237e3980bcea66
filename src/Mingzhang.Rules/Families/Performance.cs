using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>绩效指标：weights, natures, values, units, number and repetition of indicators.</summary>
internal static class Performance
{
    private static readonly string[] Natures = ["≥", "≤", "=", ">", "<", "定性"];
    private static readonly string[] Vague = ["提升", "提高", "有效", "显著", "明显", "改善", "增强", "促进", "较好", "良好", "有所提升", "不断提高"];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ401", Weights),
        new("MZ402", ExecutionRate),
        new("MZ403", Natured),
        new("MZ404", Sensible),
        new("MZ405", Number),
        new("MZ406", Units),
        new("MZ407", Repeated),
        new("MZ409", Projects),
        new("MZ410", Measurable),
    ];

    private static IEnumerable<Verdict> Weights(LawContext c) => Objects(c).Where(o => o.Evaluation is null).Select(o =>
        o.Indicators.All(i => i.Weight is null) ? Verdict.NotApplicable("没有印出权重", "no weights are printed")
        : o.Unread ? SelfEvaluations.Lost
        : o.Indicators.Sum(i => i.Weight ?? 0) is 100 or 90 || SelfEvaluations.Rounded(o.Indicators.Select(i => i.WeightText), o.Indicators.Sum(i => i.Weight ?? 0), 100) ? Verdict.Held
        : Verdict.Broken("sum", At(o), "place", Name(o), "place-en", Name(o), "sum", Text(o.Indicators.Sum(i => i.Weight ?? 0))));

    private static IEnumerable<Verdict> ExecutionRate(LawContext c) => Objects(c).Where(o => o is { Whole: false, Tiered: false }).Select(o =>
    {
        var rate = o.Indicators.FirstOrDefault(i => i.Name.Contains("执行率", StringComparison.Ordinal));
        return rate is null ? Verdict.Broken("missing", At(o), "place", Name(o), "place-en", Name(o))
            : rate is { Number: 100, Weight: 10 } ? Verdict.Held
            : Verdict.Broken("different", rate.Place, "place", Name(o), "place-en", Name(o), "value", rate.Value, "weight", rate.WeightText);
    });

    private static IEnumerable<Verdict> Natured(LawContext c) => Indicators(c, tiered: false).Select(i =>
        !Natures.Contains(i.Nature) ? Verdict.Broken("nature", i.Place, "nature", i.Nature)
        : i.Nature == "定性" && i.Number is not null ? Verdict.Broken("number", i.Place, "value", i.Value)
        : i.Nature != "定性" && i.Number is null ? Verdict.Broken("value", i.Place, "nature", i.Nature, "value", i.Value)
        : i.Nature != "定性" && i.Unit.Length == 0 ? Verdict.Broken("unit", i.Place)
        : Verdict.Held);

    private static IEnumerable<Verdict> Sensible(LawContext c)
    {
        foreach (var indicator in Indicators(c))
        {
            yield return indicator is { Unit: "%", Number: > 100, Nature: "≥" or "=" or ">" } && indicator.Name.EndsWith('率') ? Verdict.Broken("rate", indicator.Place, "value", indicator.Value)
                : indicator.WeightText.Length > 0 && indicator.Weight is null or <= 0 ? Verdict.Broken("weight", indicator.Place, "weight", indicator.WeightText)
                : Verdict.Held;
        }

        foreach (var o in Objects(c).Where(o => o.Indicators.Any(i => i.Core is not null)))
        {
            var core = o.Indicators.Where(i => i.Core == true).Sum(i => i.Weight ?? 0);
            yield return core >= 50 ? Verdict.Held : Verdict.Broken("core", At(o), "place", Name(o), "place-en", Name(o), "sum", Text(core));
        }
    }

    private static IEnumerable<Verdict> Number(LawContext c) => Objects(c).Where(o => o is { Whole: false, Tiered: false }).Select(o => o.Indicators.Count is >= 3 and <= 8
        ? Verdict.Held : Verdict.Broken("count", At(o), "place", Name(o), "place-en", Name(o), "count", Text(o.Indicators.Count)));

    private static IEnumerable<Verdict> Units(LawContext c) => Indicators(c, tiered: false).Where(i => i.Unit.Length > 0)
        .Select(i => c.Library.Wording.Unit(i.Unit) is null ? Verdict.Broken("unknown", i.Place, "unit", i.Unit) : Verdict.Held);

    private static IEnumerable<Verdict> Repeated(LawContext c)
    {
        var whole = Objects(c).Where(o => o is { Whole: true, Tiered: false }).SelectMany(o => o.Indicators).Where(i => i.Number is not null).ToList();
        foreach (var part in Objects(c).Where(o => o is { Whole: false, Tiered: false }).SelectMany(o => o.Indicators).Where(i => i.Number is not null))
        {
            if (whole.Find(w => w.Name == part.Name) is { } same)
            {
                yield return Canonical(c, same) == Canonical(c, part) || c.Library.Wording.Unit(same.Unit)?.Unit != c.Library.Wording.Unit(part.Unit)?.Unit
                    ? Verdict.Held : Verdict.Broken("differ", [same.Place, part.Place], "name", part.Name, "value", same.Value + same.Unit, "second", part.Value + part.Unit);
            }
        }
    }

    // The sum of the projects may stay below project expenditure (that is a doubt of the law of sums), but not exceed it.
    private static IEnumerable<Verdict> Projects(LawContext c)
    {
        foreach (var group in Objects(c).Where(o => o.Money?.Amount is not null && o.Money.Point.Key("entity") is not null).GroupBy(o => o.Table))
        {
            var sum = group.Sum(o => o.Money!.Amount!.Value.Yuan);
            var slack = group.Sum(o => o.Money!.Amount!.Value.Half);
            var point = group.First().Money!.Point;
            var all = c.Library.Space.Parse("measure=expenditure nature=project", out _)!;
            foreach (var member in point.Members.Where(m => m.Dimension.Key is "year" or "phase" or "entity"))
            {
                all = all.With(member);
            }

            if (c.At(all).FirstOrDefault(f => f.State == FigureState.Printed) is not { } whole)
            {
                yield return Verdict.NotChecked("没有读到全部项目支出", "project expenditure was not read");
            }
            else
            {
                var amount = group.First().Money!.Amount!.Value;
                yield return sum <= whole.Value + slack + whole.Half ? Verdict.Held
                    : Verdict.Broken("larger", [group.First().Money!.Place, whole.Statement.Place], "table", group.Key, "sum", amount.Print(sum, 2) + amount.Unit, "whole", amount.Print(whole.Value, 2) + amount.Unit, "place", whole.Statement.Place.Chinese, "place-en", whole.Statement.Place.English)
                        .As(group.Any(o => o.Tiered) ? Severity.Warning : Severity.Error);
            }
        }
    }

    private static IEnumerable<Verdict> Measurable(LawContext c) => Indicators(c).Where(i => i.Nature == "定性")
        .Select(i => Vague.Contains(Fold.Label(i.Value)) || Fold.Label(i.Value) == i.Name ? Verdict.Broken("vague", i.Place, "value", i.Value) : Verdict.Held);

    internal static decimal Canonical(LawContext c, Indicator i) => (i.Number ?? 0) * (c.Library.Wording.Unit(i.Unit)?.Factor ?? 1);

    internal static IEnumerable<PerformanceObject> Objects(LawContext c) => c.Disclosure.Performance.Where(o => o.Indicators.Count > 0);

    internal static string Name(PerformanceObject o) => o.Table + " · " + (o.Name.Length > 0 ? o.Name : "部门整体");

    internal static Place At(PerformanceObject o) => o.Place with { Row = o.Name, Column = null, Text = null };

    // Sheets with tiers of indicators follow no fixed list of natures and units, and take as many indicators as they need.
    private static IEnumerable<Indicator> Indicators(LawContext c, bool tiered = true) => Objects(c).Where(o => tiered || !o.Tiered).SelectMany(o => o.Indicators);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
