using System.Collections.Concurrent;
using System.Diagnostics;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>底稿的核对：what our checks find in the drafts of departments, kept until something in their journals changes.</summary>
internal sealed class DraftChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, DraftFindings> _kept = new(StringComparer.Ordinal);

    /// <summary>各主体的; who was not reached in time is absent, and is there when the page is asked for again.</summary>
    public IReadOnlyDictionary<string, DraftFindings> Of(WorkVisit v, IReadOnlyList<Unit> owners)
    {
        var found = new Dictionary<string, DraftFindings>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        foreach (var owner in owners)
        {
            var book = Books.Of(v).Key;
            var key = owner.Id + " " + book;
            var heads = v.Read(r => Heads(r, owner));
            if (_kept.TryGetValue(key, out var kept) && kept.Heads == heads)
            {
                found[owner.Code] = kept;
            }
            else if (watch.Elapsed < Patience && v.Read(r => PreviewPage.Compose(v, r, owner)) is { } composed)
            {
                found[owner.Code] = Keep(v, owner, composed, Publication.Check(v.Site.Library, composed, v.Read(r => RuleSettings.Of(r, book))));
            }
        }

        return found;
    }

    /// <summary>已知的一份; null where it was not checked since its journals changed. Nothing is composed for it.</summary>
    public DraftFindings? Kept(WorkVisit v, Unit owner) => _kept.TryGetValue(owner.Id + " " + Books.Of(v).Key, out var kept) && kept.Heads == v.Read(r => Heads(r, owner)) ? kept : null;

    /// <summary>记住一份刚核对过的。</summary>
    public DraftFindings Keep(WorkVisit v, Unit owner, Composed composed, Report report) => _kept[owner.Id + " " + Books.Of(v).Key] = new DraftFindings(v.Read(r => Heads(r, owner)), report.Findings.Count(f => f.Severity == Severity.Error),
        report.Findings.CountBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), composed.Gaps.Count, v.Read(r => WordFigures.Changed(r, v.Site.Library, owner.Year, owner.Code)).Count);

    /// <summary>底稿所据：where its journals are, with the version of the rules by which it is checked.</summary>
    // A department is the sum of its units, compared with the year before, which stands in the same chains.
    public static string Heads(Reading reading, Unit owner) => string.Join(' ', Organisations.Named(reading, owner.Year, owner.Code).Select(u => u.Code).Append(Sealing.DepartmentChain(owner.Department)).Select(c => JournalTable.Head(reading.Statements, c).Hash[..16]).Append(RuleSets.InForce(reading)?.Id ?? ""));
}

/// <summary>一份底稿的核对结果。</summary>
/// <param name="Heads">Where its journals were.</param>
/// <param name="Errors">How many errors.</param>
/// <param name="Rules">How many findings of each rule.</param>
/// <param name="Gaps">How many words are missing.</param>
/// <param name="Changed">How many words speak of figures that have changed since.</param>
internal sealed record DraftFindings(string Heads, int Errors, IReadOnlyDictionary<string, int> Rules, int Gaps, int Changed);
