using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>由读懂的文本取数：every amount at its point, tables before sentences; last year's from what this year's is said to differ by.</summary>
internal static class StatedFigures
{
    public static IReadOnlyList<StatedTotal> Of(Disclosure disclosure, Space space)
    {
        // A table tells its codes and lines exactly; a sentence that says another amount of the same point contradicts it, and checking says so.
        var amounts = disclosure.Statements.OfType<AmountStatement>().Where(s => s is { Amount: not null, Blank: false, Approximate: false }).ToList();
        // A cell that a table leaves blank is nothing, and stays blank, also where a sentence says 0.
        var blanks = disclosure.Statements.OfType<AmountStatement>().Where(s => s.Blank).Select(s => new StatedTotal(s.Point, 0) { Blank = true });
        var totals = amounts.Where(s => s.Place.Table is not null).Select(Total).Concat(blanks).Concat(amounts.Where(s => s.Place.Table is null).Select(Total)).ToList();
        var now = new Cube(space, [], totals);
        foreach (var change in disclosure.Statements.OfType<ChangeStatement>().Where(c => !c.Approximate))
        {
            if (Before(change, now, space) is { } before)
            {
                totals.Add(before);
            }
        }

        return totals;
    }

    private static StatedTotal Total(AmountStatement stated) => new(stated.Point, stated.Amount!.Value.Yuan);

    private static StatedTotal? Before(ChangeStatement change, Cube now, Space space)
    {
        var by = change.Direction switch
        {
            Direction.Flat => 0,
            Direction.Increase => change.Amount?.Yuan,
            _ => -change.Amount?.Yuan,
        };
        var point = change.Point.With(space.Member("year", change.Base.Year.ToString(CultureInfo.InvariantCulture))!).With(change.Base.Phase);

        // Of a fund that is not printed because there is none of it, the change is all there is.
        return by is { } yuan && !point.Equals(change.Point) ? new StatedTotal(point, (now.At(change.Point) ?? 0) - yuan) : null;
    }
}
