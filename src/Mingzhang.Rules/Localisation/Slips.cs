using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Localisation;

/// <summary>常见笔误：how a right figure becomes a wrong one: digits swapped, changed, dropped or added, decimal point or unit shifted, sign,
/// a neighbour's figure, last year's.</summary>
public sealed class Slips
{
    private readonly List<Held> _held = [];
    private readonly YearsBefore _years;
    private Customs? _customs;
    private Dictionary<string, List<Neighbour>>? _neighbours;

    /// <summary>记下要在其中寻找的数字; nothing is computed before the first wrong figure asks.</summary>
    public Slips(FigureTable figures, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(figures);
        _years = new YearsBefore(figures);
        Add(figures, disclosure);
    }

    private Customs Usual => _customs ??= Customs.Of(_held[0].Figures);

    /// <summary>再记下另一份文件的数字。</summary>
    public void Add(FigureTable figures, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(disclosure);
        _held.Add(new Held(figures, disclosure));
        _neighbours = null;
    }

    private static void Neighbours(Dictionary<string, List<Neighbour>> near, FigureTable figures, Disclosure disclosure)
    {
        foreach (var listing in disclosure.Listings.Where(l => l.Kind != ListingKind.List))
        {
            for (var i = 1; i < listing.Items.Count; i++)
            {
                var (a, b) = (figures.Find(listing.Items[i - 1].Id), figures.Find(listing.Items[i].Id));
                if (a is not null && b is not null)
                {
                    var slip = listing.Kind == ListingKind.Row ? "neighbour-column" : "neighbour-row";
                    Add(a, new Neighbour(slip, b));
                    Add(b, new Neighbour(slip, a));
                }
            }
        }

        void Add(Figure figure, Neighbour neighbour)
        {
            if (!near.TryGetValue(figure.Id, out var own))
            {
                near[figure.Id] = own = [];
            }

            own.Add(neighbour);
        }
    }

    /// <summary>该处通常的印法: an amount of 0 in the unit and with the digits that are usual around the figure.</summary>
    public Amount Custom(Figure figure) => Usual.Around(figure);

    /// <summary>最可能的数值: the value that most of its laws give, the tightest law first; among equals one that a known slip explains.</summary>
    public decimal Likeliest(Figure figure, Interval range, IReadOnlyList<Relation> relations, Values values, out string? slip)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(relations);
        var votes = relations.Select(r => new { Solved = r.Solve(figure, values), Relation = r }).Where(s => s.Solved is { Bounded: true })
            .Select(s => new { Value = Rounded(figure, s.Solved!.Value.Centre, Finest(s.Relation), range), Width = s.Solved.Value.High - s.Solved.Value.Low })
            .Where(v => range.Contains(v.Value)).GroupBy(v => v.Value)
            .Select(g => new { Value = g.Key, Width = g.Min(v => v.Width), Count = g.Count(), Slip = Explain(figure, g.Key) })
            .OrderBy(v => v.Width).ThenByDescending(v => v.Count).ThenByDescending(v => v.Slip is not null).ToList();
        var value = votes.Count > 0 ? votes[0].Value : Rounded(figure, range.Centre, 0, range);
        slip = Explain(figure, value);
        return slip is null && value != 0 && Undone(figure, range) is { } undone && (slip = Explain(figure, undone)) is not null ? undone : value;
    }

    // Rounding leaves the value open by some last digits: among what the laws accept, what a slip explains is likelier than the middle.
    private decimal? Undone(Figure figure, Interval range)
    {
        if (figure.State == FigureState.Blank || figure.Printed is not { } printed)
        {
            return null;
        }

        var (sign, custom) = (Math.Sign(figure.Value), Usual.Around(figure).Digits);
        // A digit changed falls into a range as wide as the change by chance.
        const int Narrow = 10;
        var unit = printed.Unit.Factor;
        var narrow = (range.High - range.Low) * Narrow <= Math.Abs(figure.Value - range.Centre);
        var values = Reversal.Values(printed.Value, printed.Digits, custom, narrow).Select(v => v * unit * (figure.IsChange && sign < 0 ? -1 : 1));
        return values.Where(range.Contains).Cast<decimal?>().FirstOrDefault();
    }

    // As it would usually be printed there, if the laws accept that.
    private decimal Rounded(Figure figure, decimal yuan, int finest, Interval range)
    {
        var custom = Usual.Around(figure);
        var usual = Math.Round(yuan / custom.Unit.Factor, custom.Digits, MidpointRounding.AwayFromZero) * custom.Unit.Factor;
        return range.Contains(usual) ? usual : Round(figure, yuan, finest);
    }

    /// <summary>取整: to the digits that the figure prints, or to finer ones where its law has them (a slip may have cost the figure its decimals).</summary>
    public static decimal Round(Figure figure, decimal yuan, int finest)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (unit, digits) = Print(figure);
        return Math.Round(yuan / unit, Math.Max(digits, finest), MidpointRounding.AwayFromZero) * unit;
    }

    /// <summary>关系中印得最细的位数。</summary>
    public static int Finest(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Figures.Max(f => f.Printed?.Precision ?? 0);
    }

    /// <summary>由正确的数变成印出的数，是哪一种笔误; null where it is none of the known ones.</summary>
    public string? Explain(Figure figure, decimal right)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var wrong = figure.Value;
        if (figure.State == FigureState.Blank)
        {
            return "left-out";
        }

        if (wrong != 0 && right == -wrong)
        {
            return "sign";
        }

        var (unit, digits) = Print(figure);
        var custom = Usual.Around(figure).Digits;
        return Shift(wrong, right)
            ?? Near(figure).Find(n => n.Figure.Value == wrong && wrong != 0)?.Slip
            ?? (_years.Of(figure)?.Value == wrong && wrong != 0 ? "last-year" : null)
            ?? InDigits(Digits(wrong / unit, digits), Digits(right / unit, digits))
            ?? (custom == digits ? null : InDigits(Digits(wrong / unit, Printed(figure)), Digits(right / unit, custom)));
    }

    /// <summary>由正确的百分比变成印出的: the slip of its digits; null where it is none of the known ones.</summary>
    public static string? Explain(Percentage wrong, decimal right)
    {
        var exact = Math.Round(right, Math.Max(wrong.Digits, 2), MidpointRounding.AwayFromZero);
        return wrong.Value == -exact ? "sign" : Shift(wrong.Value, exact) ?? InDigits(Digits(wrong.Value, wrong.Digits), Digits(right, wrong.Digits)) ?? InDigits(Digits(wrong.Value, wrong.Digits), Digits(right, Math.Max(wrong.Digits, 2)));
    }

    private static string? InDigits(string a, string b) =>
        Swapped(a, b) ? "digits-swapped" : OneDigit(a, b) ? "digit-changed" : Without(b, a) ? "digit-dropped" : Without(a, b) ? "digit-added" : null;

    private static int Printed(Figure figure) => figure.Printed?.Digits ?? 2;

    private static string? Shift(decimal wrong, decimal right)
    {
        if (wrong == 0 || right == 0)
        {
            return null;
        }

        foreach (var (factor, slip) in new[] { (10_000m, "unit"), (10m, "decimal-point"), (100m, "decimal-point"), (1000m, "decimal-point") })
        {
            if (wrong == right * factor || right == wrong * factor)
            {
                return slip;
            }
        }

        return null;
    }

    private static bool Swapped(string a, string b)
    {
        var differ = a.Length == b.Length ? Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList() : [];
        return differ.Count == 2 && differ[1] == differ[0] + 1 && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]];
    }

    private static bool OneDigit(string a, string b) => a.Length == b.Length && a.Zip(b).Count(p => p.First != p.Second) == 1;

    // The shorter is the longer with one digit left out.
    private static bool Without(string longer, string shorter) =>
        longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);

    private static string Digits(decimal value, int digits) =>
        Math.Round(Math.Abs(value), digits, MidpointRounding.AwayFromZero).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace(".", "", StringComparison.Ordinal).TrimStart('0');

    private static (decimal Unit, int Digits) Print(Figure figure) =>
        figure.Printed is { } amount ? (amount.Unit.Factor, amount.Precision) : (10_000m, 2);

    private List<Neighbour> Near(Figure figure)
    {
        if (_neighbours is null)
        {
            _neighbours = new(StringComparer.Ordinal);
            foreach (var held in _held)
            {
                Neighbours(_neighbours, held.Figures, held.Disclosure);
            }
        }

        return _neighbours.GetValueOrDefault(figure.Id) ?? [];
    }

    private sealed record Neighbour(string Slip, Figure Figure);

    private sealed record Held(FigureTable Figures, Disclosure Disclosure);
}
