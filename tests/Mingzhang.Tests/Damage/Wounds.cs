using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Damage;

/// <summary>改坏的办法：how a printed number becomes a wrong one, and what a statement's number is worth.</summary>
internal static class Wounds
{
    /// <summary>Whether a statement prints a number that can be made wrong.</summary>
    public static bool Value(Statement s) =>
        s is AmountStatement { Amount: not null, Blank: false } or ChangeStatement { Amount: not null } || Percent(s) is not null;

    /// <summary>The percentage of a statement; null where it prints none.</summary>
    public static Percentage? Percent(Statement s) => s switch
    {
        ShareStatement share => share.Percent,
        CompletionStatement completion => completion.Percent,
        ChangeStatement { Percent: { } percent } => percent,
        _ => null,
    };

    /// <summary>Its value in yuan or percent, a decrease negative.</summary>
    public static decimal Signed(Statement s)
    {
        var value = Percent(s)?.Value ?? Amount(s).Yuan;
        return s is ChangeStatement { Direction: Direction.Decrease } ? -value : value;
    }

    /// <summary>What one unit of the printed number is worth.</summary>
    public static decimal Unit(Statement s) => Percent(s) is null ? Amount(s).Unit.Factor : 1;

    /// <summary>The amount of a statement.</summary>
    public static Amount Amount(Statement s) => s is AmountStatement a ? a.Amount!.Value : ((ChangeStatement)s).Amount!.Value;

    /// <summary>The printed number in another form; null where the kind does not suit it.</summary>
    public static string? Changed(string kind, Statement figure, string printed, List<Statement> all, Random random)
    {
        var negative = printed.StartsWith('-');
        var plain = printed.TrimStart('-').Replace(",", "", StringComparison.Ordinal);
        var digits = Enumerable.Range(0, plain.Length).Where(i => plain[i] != '.').ToList();
        var at = digits[random.Next(digits.Count)];
        var value = decimal.Parse(plain, CultureInfo.InvariantCulture);
        var changed = kind switch
        {
            "digit" or "percent-digit" => plain[..at] + (char)('0' + ((plain[at] - '0' + random.Next(1, 10)) % 10)) + plain[(at + 1)..],
            "swap" => at + 1 < plain.Length && plain[at + 1] != '.' && plain[at] != plain[at + 1] ? plain[..at] + plain[at + 1] + plain[at] + plain[(at + 2)..] : null,
            "drop" => plain.Length > 1 ? plain.Remove(at, 1) : null,
            "add" => plain.Insert(at, random.Next(1, 10).ToString(CultureInfo.InvariantCulture)),
            "point" => Moved(plain, random.Next(2) == 0),
            "sign" => value == 0 ? null : plain,
            "x10" => value == 0 ? null : Text(value * 10),
            "div10" => value == 0 ? null : Text(value / 10),
            "x10000" => value == 0 ? null : Text(value * 10_000),
            "neighbour-row" => Neighbour(figure, all, (a, b) => a.Column == b.Column && a.Row != b.Row && a.Order > b.Order),
            "line-above" => Above(figure, all),
            "neighbour-column" => Neighbour(figure, all, (a, b) => a.Row == b.Row && a.Order == b.Order && a.Column != b.Column),
            "last-year" => LastYear(figure, all),
            _ => "",
        };
        if (changed is null || changed.StartsWith('.') || changed.EndsWith('.') || changed == plain)
        {
            return kind == "sign" && changed is not null ? negative ? printed[1..] : "-" + printed : null;
        }

        var grouped = printed.Contains(',', StringComparison.Ordinal) && changed.Length > 0 ? Grouped(changed) : changed;
        return negative && changed.Length > 0 && !changed.StartsWith('-') ? "-" + grouped : grouped;
    }

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Moved(string plain, bool left)
    {
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return null;
        }

        var to = left ? point - 1 : point + 1;
        var bare = plain.Remove(point, 1);
        return to < 1 || to >= bare.Length ? null : bare.Insert(to, ".");
    }

    private static string? Neighbour(Statement figure, List<Statement> all, Func<Place, Place, bool> beside)
    {
        var place = figure.Place;
        return place.Table is null ? null : Copied(figure, all.Where(o => o.Place.Table == place.Table && o.Id.StartsWith('t') && beside(o.Place, place)).MinBy(o => Math.Abs(o.Place.Order!.Value - place.Order!.Value)));
    }

    // In a table the row above, in the text the figure before.
    private static string? Above(Statement figure, List<Statement> all)
    {
        var place = figure.Place;
        return Copied(figure, place.Table is not null
            ? all.Where(o => o.Place.Table == place.Table && o.Place.Column == place.Column && o.Place.Order < place.Order).MaxBy(o => o.Place.Order)
            : all.TakeWhile(o => !ReferenceEquals(o, figure)).LastOrDefault(o => o.Place.Table is null && Percent(o) is null));
    }

    private static string? LastYear(Statement figure, List<Statement> all)
    {
        if (figure is not AmountStatement || figure.Point.Key("year") is not { } year)
        {
            return null;
        }

        var last = (int.Parse(year, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
        var same = all.Find(o => o is AmountStatement && o.Point.Key("year") == last && Alike(o.Point, figure.Point));
        if (same is not null)
        {
            return Copied(figure, same);
        }

        var change = all.Find(o => o is ChangeStatement { Amount: not null } && o.Point.Equals(figure.Point));
        var before = change is null ? 0 : Signed(figure) - Signed(change);
        return before <= 0 || before == Signed(figure) ? null : Text(before / Unit(figure));
    }

    private static bool Alike(Point a, Point b) =>
        a.Members.Count == b.Members.Count && a.Members.All(m => m.Dimension.Key is "year" or "phase" || Equals(m, b[m.Dimension]));

    private static string? Copied(Statement figure, Statement? other) =>
        other is null || Percent(other) is not null || Amount(other).Value < 0 ? null : Amount(other).Unit.Factor != Unit(figure) ? null
            : Amount(other).Value.ToString("F" + Amount(other).Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Grouped(string plain)
    {
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return decimal.Parse(plain, CultureInfo.InvariantCulture).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
