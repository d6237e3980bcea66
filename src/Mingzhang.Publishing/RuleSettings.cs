using Mingzhang.Budget;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>现行规则集的用法：what the keepers of rules have decided, as the settings by which a document is checked.</summary>
internal static class RuleSettings
{
    /// <summary>可定的程度。</summary>
    public static readonly IReadOnlyList<string> Severities = ["error", "warning", "note", "off"];

    /// <summary>现行的。</summary>
    public static CheckSettings Of(Reading reading, string book) => Of(RuleSets.InForce(reading), book);

    /// <summary>一版的; what is said of a book goes before what is said of all.</summary>
    public static CheckSettings Of(RuleSet? set, string book)
    {
        var severities = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        foreach (var decided in (set?.Severities ?? []).Where(s => s.Book.Length == 0 || s.Book == book).OrderBy(s => s.Book.Length > 0))
        {
            severities[decided.Rule] = Enum.TryParse<Severity>(decided.Severity, ignoreCase: true, out var severity) ? severity : null;
        }

        return severities.Count == 0 ? CheckSettings.None : new CheckSettings { Severities = severities };
    }
}
