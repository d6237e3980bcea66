using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>执行的要目：of a final account the budget and the result of one and the same scope, so that their quotient means something; read, never added up.</summary>
internal static class ExecutedFigures
{
    /// <summary>各要目的键，按阶段的次序。</summary>
    public static readonly IReadOnlyList<string> Items = ["planned", "revised", "spent"];

    // The widest scope of which both are printed.
    private static readonly string[] Scopes = ["measure=expenditure", "measure=expenditure fund=fiscal", "measure=expenditure fund=general"];

    /// <summary>一份决算的年初预算、调整预算和决算; nothing where no scope has both a plan and a result.</summary>
    public static IEnumerable<FoundHeadline> Of(Disclosure disclosure)
    {
        if (disclosure.Facts is not { Kind: DocumentKind.Final, Year: { } year })
        {
            yield break;
        }

        var found = new Dictionary<string, AmountStatement>(StringComparer.Ordinal);
        foreach (var statement in disclosure.Statements.OfType<AmountStatement>().Where(s => s is { Amount: not null, Blank: false } && PointText.Year(s.Point) == year))
        {
            if (statement.Point.Key("phase") is { } phase && Headlines.Key(statement.Point) is { } key)
            {
                var at = phase + " " + key;
                found[at] = found.TryGetValue(at, out var other) && other.Place.Table is not null ? other : statement;
            }
        }

        foreach (var scope in Scopes)
        {
            var (planned, revised, spent) = (found.GetValueOrDefault("budget " + scope), found.GetValueOrDefault("revised " + scope), found.GetValueOrDefault("final " + scope));
            if (spent is null || (planned is null && revised is null))
            {
                continue;
            }

            AmountStatement?[] all = [planned, revised, spent];
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i] is { } statement && StatementText.Fen(statement) is { } fen)
                {
                    yield return new FoundHeadline(Items[i], fen, statement.Id);
                }
            }

            yield break;
        }
    }
}
