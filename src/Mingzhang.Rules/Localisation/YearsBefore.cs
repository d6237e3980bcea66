using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Localisation;

/// <summary>上年数：the amount of the same point a year before, which is easily left standing when a table is filled in anew.</summary>
internal sealed class YearsBefore(FigureTable figures)
{
    private Dictionary<Point, List<Figure>>? _byPoint;

    /// <summary>某数字的上年数; null where none is printed.</summary>
    public Figure? Of(Figure figure)
    {
        if (figure.IsChange || Year(figure) is not { } year)
        {
            return null;
        }

        _byPoint ??= figures.All.Where(f => f is { IsChange: false, State: FigureState.Printed } && Year(f) is not null).GroupBy(Ageless).ToDictionary(g => g.Key, g => g.ToList());
        return _byPoint.GetValueOrDefault(Ageless(figure))?.Find(f => Year(f) == year - 1);
    }

    private static int? Year(Figure figure) => figure.Canonical.Key("year") is { } key ? int.Parse(key, CultureInfo.InvariantCulture) : null;

    private static Point Ageless(Figure figure) =>
        figure.Canonical.Members.Where(m => m.Dimension.Key is "year" or "phase").Aggregate(figure.Canonical, (p, m) => p.Without(m.Dimension));
}
