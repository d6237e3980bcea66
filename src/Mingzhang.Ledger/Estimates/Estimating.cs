using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Estimates;

/// <summary>测算的一步：what became of one estimate: 新增, 更新, 不变, 删除, or 保留 where a person entered something else.</summary>
internal sealed record EstimateStep(string Done, string DoneEnglish, Estimated? Estimate, Line Line);

/// <summary>一键测算：the lines that staff and standards give, put in place of those that were computed before. What a person entered stays; done twice it changes nothing.</summary>
internal static class Estimating
{
    public static IReadOnlyList<EstimateStep> Do(Writing writing, Library library, Unit unit)
    {
        var staff = Staff.Of(writing, unit);
        var standards = Standards.Of(writing, unit.Year);
        if (staff.Count == 0 || standards.Count == 0)
        {
            writing.Refuse(staff.Count == 0 ? $"{unit.Code} {unit.Name} 没有人员情况" : $"{unit.Year} 年没有支出标准", staff.Count == 0 ? $"{unit.Code} has no staff" : $"there are no standards for {unit.Year}",
                staff.Count == 0 ? "用 mingzhang unit staff 填报" : "用 mingzhang standard set 设定，或 standard carry 带来上年的", staff.Count == 0 ? "enter it with mingzhang unit staff" : "set them with mingzhang standard set, or carry last year's over");
            return [];
        }

        var book = new LineBook(writing, library, unit, loaded: true);
        var computed = book.Lines.Where(l => Estimated.KeyOf(l) is not null).ToDictionary(l => Estimated.KeyOf(l)!, StringComparer.Ordinal);
        var entered = book.Lines.Where(l => Estimated.KeyEntered(l) is not null).ToLookup(l => Estimated.KeyEntered(l)!, StringComparer.Ordinal);
        var steps = new List<EstimateStep>();
        foreach (var estimate in Estimated.Of(unit, staff, standards))
        {
            computed.Remove(estimate.Key, out var present);
            steps.Add(One(writing, book, estimate, present, entered[estimate.Key].FirstOrDefault()));
        }

        foreach (var gone in computed.Values)
        {
            book.Remove(gone);
            steps.Add(new EstimateStep("删除", "removed", null, gone));
        }

        book.Done();
        return steps;
    }

    private static EstimateStep One(Writing writing, LineBook book, Estimated estimate, Line? present, Line? entered)
    {
        if (entered is not null)
        {
            return new EstimateStep("保留", "kept as entered", estimate, entered);
        }

        // Anything but what the estimate says may have been added by hand to the same line, so only that is replaced.
        var wanted = present is null ? estimate.Line : present with { Fund = estimate.Line.Fund, Nature = estimate.Line.Nature, Function = estimate.Line.Function, Economic = estimate.Line.Economic, Government = "", Fen = estimate.Line.Fen, Details = estimate.Line.Details };
        var faults = new List<Problem>();
        wanted = book.Check(wanted, (_, p) => faults.Add(p));
        faults.ForEach(writing.Refuse);
        if (faults.Count > 0 || wanted == present)
        {
            return new EstimateStep("不变", "unchanged", estimate, wanted);
        }

        return new EstimateStep(present is null ? "新增" : "更新", present is null ? "added" : "changed", estimate, book.Store(wanted) ?? wanted);
    }
}
