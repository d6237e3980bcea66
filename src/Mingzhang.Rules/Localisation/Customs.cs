using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Localisation;

/// <summary>通常的印法：in which unit and with how many decimals a table, or the text, prints its amounts; a wrong figure may print others.</summary>
internal sealed class Customs
{
    private static readonly Amount Usual = new(0, MoneyUnit.TenThousand, 2);
    private readonly Dictionary<string, Amount> _places = new(StringComparer.Ordinal);

    private Customs()
    {
    }

    /// <summary>由各数字得出。</summary>
    public static Customs Of(FigureTable figures)
    {
        var customs = new Customs();
        foreach (var place in figures.All.Where(f => f.Printed is not null).GroupBy(f => f.Statement.Place.Table ?? "", StringComparer.Ordinal))
        {
            // Zeros are printed as 0 in tables that have decimals elsewhere.
            var filled = place.Where(f => f.Value != 0).ToList();
            customs._places[place.Key] = (filled.Count > 0 ? filled : [.. place]).GroupBy(f => new Amount(0, f.Printed!.Value.Unit, f.Printed.Value.Digits)).MaxBy(g => g.Count())!.Key;
        }

        return customs;
    }

    /// <summary>某数字周围的; in the unit of the figure where it prints one.</summary>
    public Amount Around(Figure figure)
    {
        var custom = _places.GetValueOrDefault(figure.Statement.Place.Table ?? "", Usual);
        return figure.Printed is { } own && own.Unit != custom.Unit ? new Amount(0, own.Unit, own.Digits) : custom;
    }
}
