using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Figures;

/// <summary>一项的执行：its first budget, its revised one and what came of it, all printed in one final account and of one scope.</summary>
internal sealed record Executed(Point Point, ArchivedStatement? Planned, ArchivedStatement? Revised, ArchivedStatement? Spent, string? Reason)
{
    private const int CodeLength = 7;

    /// <summary>执行率: of the revised budget where one is printed; null where nothing was planned.</summary>
    public decimal? Rate => Spent?.Fen is { } spent && (Revised ?? Planned)?.Fen is > 0 and var planned ? (decimal)spent / planned : null;

    /// <summary>年中增加：revised less first; where no revision is printed, what was spent beyond the first budget.</summary>
    public long? Added => Planned?.Fen is { } planned && (Revised ?? Spent)?.Fen is { } later ? later - planned : null;

    /// <summary>是否按调整预算说增加。</summary>
    public bool ByRevision => Revised is not null;

    /// <summary>全部支出的; null where the document prints no plan beside it.</summary>
    public static Executed? Whole(FigureBook book) => Scopes.Select(s => At(book, "measure=expenditure" + s)).FirstOrDefault(e => e is not null);

    /// <summary>按功能科目的各项，从大到小。</summary>
    public static IReadOnlyList<Executed> Functions(FigureBook book)
    {
        foreach (var scope in Scopes)
        {
            var codes = book.All.Where(s => s.Statement.Point.Key("phase") is "budget" or "revised").Select(s => s.Statement.Point.Key("function")).OfType<string>().Where(c => c.Length == CodeLength).Distinct(StringComparer.Ordinal);
            var found = codes.Select(c => At(book, $"measure=expenditure{scope} function={c}")).OfType<Executed>().OrderByDescending(e => (e.Spent ?? e.Planned)?.Fen ?? 0).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>各项目的，从大到小。</summary>
    public static IReadOnlyList<Executed> Projects(FigureBook book) =>
        [.. book.All.Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } } && s.Statement.Point.Key("project") is not null && PointText.Year(s.Statement.Point) == book.Year)
            .GroupBy(s => s.Statement.Point.Key("project")!, StringComparer.Ordinal).Select(g => Project([.. g])).OfType<Executed>().OrderByDescending(e => (e.Revised ?? e.Planned)?.Fen ?? 0)];

    private static readonly string[] Scopes = ["", " fund=fiscal", " fund=general"];

    private static Executed? At(FigureBook book, string coordinates)
    {
        var (planned, revised) = (book.Amount(coordinates, phase: "budget"), book.Amount(coordinates, phase: "revised"));
        return book.Phase != "final" || book.Amount(coordinates) is not { } spent || (planned is null && revised is null) ? null : new Executed(spent.Statement.Point, planned, revised, spent, book.ReasonAgainst(coordinates, "budget"));
    }

    // The year's total of a project is narrowed by no fund; a form prints it first.
    private static Executed? Project(List<ArchivedStatement> all)
    {
        var (planned, revised, spent) = (Of("budget"), Of("revised"), Of("executed") ?? Of("final"));
        return spent is null || (planned is null && revised is null) ? null : new Executed(spent.Statement.Point, planned, revised, spent, null);

        ArchivedStatement? Of(string phase) => all.Where(s => s.Statement.Point.Key("phase") == phase).OrderBy(s => s.Statement.Point.Key("fund") is not null).FirstOrDefault();
    }
}
