using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Damage;

/// <summary>损伤：one figure of a document made wrong in one way.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Figure">The statement as it was.</param>
/// <param name="NewRaw">What is printed instead.</param>
/// <param name="Before">The right value: yuan, or percent; signed where it is a change.</param>
/// <param name="After">The wrong value; null where nothing is printed.</param>
/// <param name="Paper">The paper with the damage.</param>
internal sealed partial record Injury(string Kind, Statement Figure, string NewRaw, decimal Before, decimal? After, PaperDocument Paper)
{
    public static readonly string[] Kinds =
    [
        "digit", "swap", "drop", "add", "point", "sign", "x10", "div10", "x10000", "neighbour-row", "neighbour-column", "last-year", "line-above", "delete", "direction", "percent-digit",
    ];

    private const int Tries = 60;

    /// <summary>Seeded injuries of the figures of a document, all kinds in turn.</summary>
    public static IEnumerable<Injury> Random(PaperDocument paper, Disclosure sound, Func<Statement, bool> may, int seed, int count)
    {
        var random = new Random(seed);
        var all = sound.Statements.Where(Wounds.Value).ToList();
        var figures = all.Where(may).ToList();
        if (figures.Count == 0)
        {
            yield break;
        }

        for (var i = 0; i < count; i++)
        {
            var kind = Kinds[i % Kinds.Length];
            for (var t = 0; t < Tries; t++)
            {
                if (Make(kind, figures[random.Next(figures.Count)], all, paper, random) is { } injury)
                {
                    yield return injury;
                    break;
                }
            }
        }
    }

    /// <summary>One figure with another number.</summary>
    public static Injury? Printed(string kind, Statement figure, string number, PaperDocument paper)
    {
        var match = Number().Match(figure.Raw);
        if (!match.Success || number == match.Value || PaperEdit.Replace(paper, figure, match.Index, match.Length, number) is not { } damaged)
        {
            return null;
        }

        var before = Wounds.Signed(figure);
        var after = number.Length == 0 ? (decimal?)null : decimal.Parse(number.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * Wounds.Unit(figure) * (before < 0 && !match.Value.StartsWith('-') ? -1 : 1);
        return after == before ? null : new Injury(kind, figure, figure.Raw[..match.Index] + number + figure.Raw[(match.Index + match.Length)..], before, after, damaged);
    }

    private static Injury? Make(string kind, Statement figure, List<Statement> all, PaperDocument paper, Random random)
    {
        var percent = Wounds.Percent(figure) is not null;
        if (kind == "percent-digit" != percent && kind != "direction")
        {
            return null;
        }

        if (kind == "direction")
        {
            return Flipped(figure, paper);
        }

        var printed = Number().Match(figure.Raw).Value;
        return printed.Length > 0 && Wounds.Changed(kind, figure, printed, all, random) is { } changed ? Printed(kind, figure, changed, paper) : null;
    }

    // The last word of direction before the figure, near enough to be its own.
    private static Injury? Flipped(Statement figure, PaperDocument paper)
    {
        const int Near = 8;
        if (figure is not ChangeStatement { Direction: not Direction.Flat } || Wounds.Signed(figure) == 0)
        {
            return null;
        }

        var before = PaperEdit.Before(paper, figure);
        var match = Directions().Matches(before).LastOrDefault();
        if (match is null || before.Length - match.Index > Near)
        {
            return null;
        }

        var other = match.Value switch { "增加" => "减少", "减少" => "增加", "增长" or "上升" => "下降", _ => "增长" };
        var signed = Wounds.Signed(figure);
        return PaperEdit.Replace(paper, figure, match.Index - before.Length, match.Length, other) is { } damaged
            ? new Injury("direction", figure, other + before[(match.Index + match.Length)..] + figure.Raw, signed, -signed, damaged) : null;
    }

    [GeneratedRegex(@"-?[0-9][0-9,]*(?:\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex("增加|减少|增长|下降|上升|降低")]
    private static partial Regex Directions();
}
