using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Damage;

/// <summary>损伤：one figure of a document made wrong in one way.</summary>
internal sealed record Injury(string Kind, Statement Figure, string NewRaw, decimal? NewYuan)
{
    private static readonly string[] Kinds = ["digit", "swap", "drop", "add", "sign", "x10", "x10000", "neighbour-row", "neighbour-column", "delete"];

    /// <summary>Seeded injuries of the money figures of a document.</summary>
    public static IEnumerable<Injury> Random(Disclosure disclosure, int seed, int count)
    {
        var random = new Random(seed);
        var figures = disclosure.Statements.Where(s => s is AmountStatement { Amount: not null, Blank: false } or ChangeStatement { Amount: not null }).ToList();
        for (var made = 0; made < count;)
        {
            var figure = figures[random.Next(figures.Count)];
            if (Make(Kinds[random.Next(Kinds.Length)], figure, figures, random) is { } injury && injury.NewRaw != figure.Raw)
            {
                made++;
                yield return injury;
            }
        }
    }

    /// <summary>The text with the figure replaced.</summary>
    public string Apply(string text)
    {
        var lines = text.Split('\n');
        var line = lines[Figure.Place.Line!.Value - 1];
        var at = Figure.Place.Start!.Value;
        Assert.Equal(Figure.Raw, line.Substring(at, Figure.Raw.Length));
        lines[Figure.Place.Line.Value - 1] = line[..at] + NewRaw + line[(at + Figure.Raw.Length)..];
        return string.Join('\n', lines);
    }

    private static Injury? Make(string kind, Statement figure, List<Statement> all, Random random)
    {
        var amount = AmountOf(figure);
        var number = new string([.. figure.Raw.TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')]);
        var tail = figure.Raw[number.Length..];
        var plain = number.Replace(",", "", StringComparison.Ordinal);
        var grouped = number.Contains(',', StringComparison.Ordinal);
        var digits = Enumerable.Range(0, plain.Length).Where(i => plain[i] != '.').ToList();
        var at = digits[random.Next(digits.Count)];
        string? changed = kind switch
        {
            "digit" => plain[..at] + (char)('0' + ((plain[at] - '0' + random.Next(1, 10)) % 10)) + plain[(at + 1)..],
            "swap" => at + 1 < plain.Length && plain[at + 1] != '.' ? plain[..at] + plain[at + 1] + plain[at] + plain[(at + 2)..] : null,
            "drop" => plain.Length > 1 ? plain.Remove(at, 1) : null,
            "add" => plain.Insert(at, random.Next(1, 10).ToString(CultureInfo.InvariantCulture)),
            "sign" => amount.Value == 0 ? null : "-" + plain,
            "x10" => Scaled(amount, 10),
            "x10000" => Scaled(amount, 10_000),
            "neighbour-row" => Neighbour(figure, all, (a, b) => a.Column == b.Column && a.Row != b.Row),
            "neighbour-column" => Neighbour(figure, all, (a, b) => a.Row == b.Row && a.Line == b.Line && a.Column != b.Column),
            _ => "",
        };
        if (changed is null || changed is "." || changed.StartsWith('.') || changed.EndsWith('.'))
        {
            return null;
        }

        var value = changed.Length == 0 ? (decimal?)null : decimal.Parse(changed, CultureInfo.InvariantCulture);
        var raw = changed.Length == 0 ? figure.Place.Table is null ? tail : "" : (grouped ? Grouped(changed) : changed) + tail;
        return new Injury(kind, figure, raw, value is null ? null : value * amount.Unit.Factor);
    }

    public static Amount AmountOf(Statement figure) => figure is AmountStatement a ? a.Amount!.Value : ((ChangeStatement)figure).Amount!.Value;

    private static string? Scaled(Amount amount, decimal factor) => amount.Value == 0 ? null : (amount.Value * factor).ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Neighbour(Statement figure, List<Statement> all, Func<Place, Place, bool> beside)
    {
        var place = figure.Place;
        var near = all.Where(o => o.Place.Table is not null && o.Place.Table == place.Table && beside(o.Place, place))
            .OrderBy(o => Math.Abs(o.Place.Line!.Value - place.Line!.Value)).FirstOrDefault();
        return near is null || near.Raw == figure.Raw ? null : AmountOf(near).Value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Grouped(string plain)
    {
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return decimal.Parse(plain, CultureInfo.InvariantCulture).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
