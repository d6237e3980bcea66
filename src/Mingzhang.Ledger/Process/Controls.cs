using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>控制数：what finance allows a unit, by fund and nature.</summary>
internal sealed record Control(string Fund, string Nature, long Fen);

/// <summary>一部分支出之和: of a fund, basic or project.</summary>
internal sealed record Spent(string Fund, string Group, long Fen);

/// <summary>一下控制数：set, and compared with the lines.</summary>
internal static class Controls
{
    public static IReadOnlyList<Control> Of(Reading reading, Unit unit) =>
        [.. reading.All(Kinds.Control, ("year", (long)unit.Year), ("unit", unit.Code)).Select(r => new Control(r["fund"], r["nature"], r.Whole("fen")))];

    public static void Put(Writing writing, Unit unit, Control control)
    {
        if (control.Fen < 0 || control.Nature is not ("basic" or "project"))
        {
            writing.Refuse("控制数应按资金性质和基本支出（basic）、项目支出（project）给出，且不为负", "a control figure is for a fund and for basic or project, and not negative", "请改正", "mend it");
            return;
        }

        if (!Permission.Check(writing, "control", unit))
        {
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{unit.Year}/{unit.Code}/{control.Fund}/{control.Nature}");
        writing.Put(new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("fund", control.Fund).Set("nature", control.Nature).Set("fen", control.Fen)
            .As(Kinds.Control, id, unit.Code, writing.Find(Kinds.Control, id)?.Version ?? 0));
    }

    /// <summary>超出控制数之处，带数字。Once finance has given figures, fiscal money without a figure has none to spend; own funds need no figure.</summary>
    public static IEnumerable<Problem> Exceeded(IReadOnlyList<Control> controls, IEnumerable<Line> lines, Unit unit) =>
        Exceeded(controls, lines.Where(l => l is { Spending: true, Phase: "budget" }).Select(l => new Spent(l.Fund, l.Group, l.Fen)), unit);

    /// <summary>超出控制数之处，由各部分之和。</summary>
    public static IEnumerable<Problem> Exceeded(IReadOnlyList<Control> controls, IEnumerable<Spent> spent, Unit unit)
    {
        if (controls.Count == 0)
        {
            yield break;
        }

        foreach (var group in spent.Where(s => s.Group is "basic" or "project").GroupBy(s => new { s.Fund, s.Group }))
        {
            var control = controls.FirstOrDefault(c => c.Fund == group.Key.Fund && c.Nature == group.Key.Group);
            if (control is null && group.Key.Fund is not ("general" or "government-funds" or "state-capital"))
            {
                continue;
            }

            var (allowed, asked) = (control?.Fen ?? 0, group.Sum(s => s.Fen));
            if (asked > allowed)
            {
                var nature = group.Key.Group == "basic" ? "基本支出" : "项目支出";
                yield return Problem.Of($"{unit.Code} {unit.Name} 的{Names.Fund(group.Key.Fund)}{nature} {Fen.Yuan(asked)} 元，超出控制数 {Fen.Yuan(allowed)} 元，多 {Fen.Yuan(asked - allowed)} 元",
                    $"{unit.Code}: {Names.FundEnglish(group.Key.Fund)}, {group.Key.Group} {Fen.Yuan(asked)} yuan is above the control figure of {Fen.Yuan(allowed)} by {Fen.Yuan(asked - allowed)}", "压减到控制数以内，或请财政调整控制数", "keep within the figure, or ask finance to change it");
            }
        }
    }
}
