using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>底稿的核对：what our checks find in the drafts of departments, kept until something in their journals changes. A page waits for a few; the others are checked behind it, so that whoever looks again finds them.</summary>
internal sealed class DraftChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, DraftFindings> _kept = new(StringComparer.Ordinal);
    private volatile bool _stopped;
    private int _walking;

    /// <summary>各主体的; who was not reached in time is absent, and is there when the page is asked for again.</summary>
    public IReadOnlyDictionary<string, DraftFindings> Of(WorkVisit v, IReadOnlyList<Unit> owners)
    {
        var found = new Dictionary<string, DraftFindings>(StringComparer.Ordinal);
        var (watch, book, left) = (Stopwatch.StartNew(), Books.Of(v), new List<Unit>());
        foreach (var owner in owners)
        {
            if (Kept(v, owner) is { } kept)
            {
                found[owner.Code] = kept;
            }
            else if (watch.Elapsed >= Patience)
            {
                left.Add(owner);
            }
            else if (Check(v.Site, book, owner) is { } now)
            {
                found[owner.Code] = now;
            }
        }

        Walk(v.Site, book, left);
        return found;
    }

    /// <summary>已知的一份; null where it was not checked since its journals changed. Nothing is composed for it.</summary>
    public DraftFindings? Kept(WorkVisit v, Unit owner) => Kept(v.Site, Books.Of(v), owner);

    /// <summary>记住一份刚核对过的。</summary>
    public DraftFindings Keep(WorkVisit v, Unit owner, Composed composed, Report report) => Keep(v.Site, Books.Of(v), owner, v.Read(r => Heads(r, owner)), composed, report);

    /// <summary>不再核对：the server stops.</summary>
    public void Stop() => _stopped = true;

    private DraftFindings? Kept(WorkSite site, FormBook book, Unit owner) => _kept.TryGetValue(owner.Id + " " + book.Key, out var kept) && kept.Heads == site.With(s => s.Read(r => Heads(r, owner))) ? kept : null;

    // One walk at a time, over what nobody has checked meanwhile.
    private void Walk(WorkSite site, FormBook book, List<Unit> owners)
    {
        if (owners.Count == 0 || Interlocked.Exchange(ref _walking, 1) == 1)
        {
            return;
        }

        _ = Task.Run(
            () =>
            {
                try
                {
                    foreach (var owner in owners.TakeWhile(_ => !_stopped).Where(o => Kept(site, book, o) is null))
                    {
                        Check(site, book, owner);
                    }
                }
                catch (Exception e) when (e is DbException or InvalidOperationException)
                {
                    // The database is away, or the server stops: whoever looks again begins again.
                }
                finally
                {
                    Volatile.Write(ref _walking, 0);
                }
            },
            CancellationToken.None);
    }

    // The heads are read with what is composed, so that what changes meanwhile makes it out of date.
    private DraftFindings? Check(WorkSite site, FormBook book, Unit owner)
    {
        var (heads, composed, settings) = site.With(s => s.Read(r => (Heads(r, owner), PreviewPage.Compose(site.Library, book, r, owner), RuleSettings.Of(r, book.Key))));
        return composed is null ? null : Keep(site, book, owner, heads, composed, Publication.Check(site.Library, composed, settings));
    }

    private DraftFindings Keep(WorkSite site, FormBook book, Unit owner, string heads, Composed composed, Report report) => _kept[owner.Id + " " + book.Key] = new DraftFindings(heads, report.Findings.Count(f => f.Severity == Severity.Error),
        report.Findings.CountBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), composed.Gaps.Count, site.With(s => s.Read(r => WordFigures.Changed(r, site.Library, owner.Year, owner.Code))).Count);

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
