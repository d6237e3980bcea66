using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Region;

/// <summary>断点：why the next figure is not the one before, by how much, and by which document.</summary>
internal sealed record ChainBreak(string Unit, Reason What, string Document, long Fen);

/// <summary>数字链的一环。</summary>
/// <param name="Name">What the figure is.</param>
/// <param name="Fen">The figure, in 分.</param>
/// <param name="Breaks">What makes it differ from the one before.</param>
internal sealed record ChainLink(Reason Name, long Fen, IReadOnlyList<ChainBreak> Breaks);

/// <summary>同一数字的链：from the first budget through adjustments to the final account and to what the next year calls last year's; and from the unit to its department and its region.</summary>
internal static class Chain
{
    /// <summary>年度链, of expenditure at a point; null where there is no unit or department of that code.</summary>
    public static IReadOnlyList<ChainLink>? OfYear(Reading reading, Library library, int year, string code, Point point)
    {
        if (LedgerView.Of(reading, library, year, code, published: false, executed: true) is not { } view)
        {
            return null;
        }

        long At(LedgerView from, string phase) => from.At(point.With(library.Space.Member("phase", phase)!).With(library.Space.Member("year", year.ToString(CultureInfo.InvariantCulture))!)) ?? 0;
        var (budget, revised, final) = (At(view, "budget"), At(view, "revised"), At(view, "final"));
        var links = new List<ChainLink>
        {
            new(new("年初预算", "budget"), budget, []),
            new(new("调整预算", "revised budget"), revised, Whole(Adjusted(reading, library, view, code, point), revised - budget)),
            new(new("决算", "final account"), final, Whole(Left(reading, library, view, code, point), final - revised)),
        };
        if (LedgerView.Of(reading, library, year + 1, code, published: false, executed: true) is { } next)
        {
            links.Add(new(new("下年所列上年决算数", "last year's final account in the next year"), At(next, "final"), Moved(view, next, At(next, "final") - final)));
            links.Add(new(new("下年所列上年预算数", "last year's budget in the next year"), At(next, "budget"), Moved(view, next, At(next, "budget") - budget)));
        }

        return links;
    }

    /// <summary>层级链: unit, department, region; a break is money that passes inside.</summary>
    public static IReadOnlyList<ChainLink> OfLevels(Reading reading, Library library, Unit unit, Department department, RollUp region, Point point)
    {
        var own = LedgerView.Of(reading, library, unit.Year, unit.Code, published: false, executed: true)!.At(point.Without(library.Space.Dimension("entity")!)) ?? 0;
        var units = Organisations.Units(reading, unit.Year, department.Code).Where(u => u.Code != unit.Code)
            .Select(u => new ChainBreak(u.Code, new("其他单位 " + u.Name, "another unit"), "", LedgerView.Of(reading, library, u.Year, u.Code, published: false, executed: true)!.At(point) ?? 0)).Where(b => b.Fen != 0).ToList();
        var rolled = region.At(point);
        var sum = rolled.Departments.First(d => d.Department.Code == department.Code).Fen;
        if (own + units.Sum(u => u.Fen) != sum)
        {
            units.Add(new ChainBreak("", new("单位之间的往来，只计一次", "money between units counts once"), "", sum - own - units.Sum(u => u.Fen)));
        }

        var others = rolled.Departments.Where(d => d.Department.Code != department.Code && d.Fen != 0).Select(d => new ChainBreak(d.Department.Code, new("其他部门 " + d.Department.Name, "another department"), "", d.Fen)).ToList();
        if (rolled.Between != 0)
        {
            others.Add(new ChainBreak("", new("部门之间的往来，只计一次", "money between departments counts once"), "", -rolled.Between));
        }

        return [new(new("单位 " + unit.Name, "unit"), own, []), new(new("部门 " + department.Name, "department"), sum, units), new(new("汇总", "region"), rolled.Total, others)];
    }

    private static IEnumerable<ChainBreak> Adjusted(Reading reading, Library library, LedgerView view, string code, Point point)
    {
        foreach (var unit in view.Units)
        {
            var book = new ExecutionBook(reading, unit);
            foreach (var adjustment in book.Adjustments)
            {
                var change = Side(adjustment.Given, 1) + Side(adjustment.Taken, -1);
                if (change != 0)
                {
                    yield return new ChainBreak(unit.Code, adjustment.Kind.Name, adjustment.Document, change);
                }

                long Side(string id, int sign) => book.Find(id) is { } a && Inside(reading, library, view, code, unit, a.Line, point) ? sign * adjustment.Fen : 0;
            }
        }
    }

    private static IEnumerable<ChainBreak> Left(Reading reading, Library library, LedgerView view, string code, Point point)
    {
        foreach (var unit in view.Units)
        {
            var book = new ExecutionBook(reading, unit);
            var sorts = reading.All(Kinds.Remainder, ("year", (long)unit.Year), ("unit", unit.Code)).ToDictionary(r => r["allotment"], r => r["sort"], StringComparer.Ordinal);
            var document = Organisations.Unit(reading, unit.Year + 1, unit.Code) is { } next ? new ExecutionBook(reading, next).Adjustments.FirstOrDefault(a => a.Sort == AdjustmentSort.Carry.Key)?.Document ?? "" : "";
            foreach (var group in book.All.Where(a => book.Left(a) != 0 && Inside(reading, library, view, code, unit, a.Line, point)).GroupBy(a => sorts.GetValueOrDefault(a.Id, "")))
            {
                var (what, by) = group.Key switch
                {
                    YearEnd.CarriedOut => (new Reason("结转下年", "carried over to the next year"), document),
                    YearEnd.TakenBack => (new Reason("收回", "taken back"), ""),
                    _ => (new Reason("未支付", "not paid"), ""),
                };
                yield return new ChainBreak(unit.Code, what, by, -group.Sum(book.Left));
            }
        }
    }

    // Reorganisation: a unit that left takes its last year with it.
    private static List<ChainBreak> Moved(LedgerView view, LedgerView next, long difference) => difference == 0 ? []
        : [new ChainBreak(string.Join('、', view.Units.Select(u => u.Code).Except(next.Units.Select(u => u.Code), StringComparer.Ordinal)), new("单位划转或口径调整", "units moved, or the scope changed"), "", difference)];

    // What no entry explains is shown as such, never left out.
    private static List<ChainBreak> Whole(IEnumerable<ChainBreak> breaks, long difference)
    {
        var known = breaks.ToList();
        var rest = difference - known.Sum(b => b.Fen);
        return rest == 0 ? known : [.. known, new ChainBreak("", new("没有单据说明", "explained by no document"), "", rest)];
    }

    private static bool Inside(Reading reading, Library library, LedgerView view, string code, Unit unit, Line line, Point point)
    {
        var together = Organisations.Unit(reading, view.Year, code) is null ? view.Units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal) : null;
        var project = Projects.Of(reading, unit).FirstOrDefault(p => p.Code == line.Project)?.Name;
        return ViewLines.Inside(library.Space, line, unit, project, together, point.With(library.Space.Member("phase", line.Phase)!));
    }
}
