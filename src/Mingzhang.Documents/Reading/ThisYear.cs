using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>当年拨款：a budget that spends money carried over prints it in 财政拨款收支总表, while 一般公共预算支出表 and what is told of it hold this
/// year's appropriation only. The two are then different points.</summary>
internal static class ThisYear
{
    private const string Words = "当年拨款";
    private const string Both = "财政拨款收支";
    private const string Book = "national-budget";

    /// <summary>标明当年安排的资金; nothing where no appropriation is carried over, or where the document makes no such distinction.</summary>
    public static void Mark(ReadingContext context, IEnumerable<string> lines, IEnumerable<Table> tables)
    {
        if (context.Identity is not { Kind: DocumentKind.Budget } identity || !context.Statements.OfType<AmountStatement>().Any(Carried)
            || !(identity.Book?.Key == Book || lines.Any(l => l.Contains(Words, StringComparison.Ordinal))))
        {
            return;
        }

        // What the table of all appropriations prints in its column of the general budget keeps its point.
        var all = tables.Where(t => Fold.Label(t.Title).Contains(Both, StringComparison.Ordinal)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var own = context.Space.Member("origin", "this-year")!;
        foreach (var statement in context.Statements.Where(s => Spent(s.Point) && (s.Place.Table is null || !all.Contains(s.Place.Table))).ToList())
        {
            context.Amend<Statement>(statement.Id, s => s switch
            {
                ShareStatement share when Spent(share.Whole) => share with { Point = share.Point.With(own), Whole = share.Whole.With(own) },
                CompletionStatement done when Spent(done.Budget) => done with { Point = done.Point.With(own), Budget = done.Budget.With(own) },
                ShareStatement or CompletionStatement => s,
                _ => s with { Point = s.Point.With(own) },
            });
        }
    }

    private static bool Carried(AmountStatement statement) =>
        statement is { Amount.Value: not 0 } && statement.Point.Key("measure") == "carried-in" && statement.Point.Key("fund") is "fiscal" or "general" && statement.Point.Key("year") is not null;

    private static bool Spent(Point point) => point.Key("measure") == "expenditure" && point.Key("fund") == "general" && point.Key("origin") is null;
}
