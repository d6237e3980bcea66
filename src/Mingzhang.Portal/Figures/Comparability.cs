using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Figures;

/// <summary>能否相比：figures may be compared where unit, scope, phase and year are the same; what differs is the reason why they may not.</summary>
internal static class Comparability
{
    /// <summary>不同之处; empty where they may be compared.</summary>
    public static IReadOnlyList<Reason> Differences(IReadOnlyList<ArchivedStatement> figures)
    {
        var reasons = new List<Reason>();
        if (figures.Any(f => FigureFacts.ValueOf(f.Statement) is null))
        {
            reasons.Add(Say("comparable.blank", ""));
        }

        Differ("comparable.unit", f => FigureFacts.UnitOf(f.Statement));
        Differ("comparable.kind", f => f.Statement.Kind is "nil" ? "amount" : f.Statement.Kind);
        Differ("comparable.scope", f => f.Document.Scope.ToLowerInvariant());
        Differ("comparable.phase", f => f.Statement.Point.Key("phase"));
        Differ("comparable.year", f => f.Statement.Point.Key("year"));
        Differ("comparable.point", f => PointText.Write(f.Statement.Point.Completed()).Replace("entity=unit", "entity=department", StringComparison.Ordinal));
        return reasons;

        void Differ(string word, Func<ArchivedStatement, string?> of)
        {
            var values = figures.Select(f => of(f)?.Replace('\t', ' ') ?? "?").Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 1)
            {
                reasons.Add(Say(word, string.Join(" ≠ ", values)));
            }
        }
    }

    private static Reason Say(string word, string values) => new(Words.Standard.Say(false, word, values), Words.Standard.Say(true, word, values));
}
