using System.Diagnostics;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;

namespace Mingzhang.Workbench.Pages.Rules;

/// <summary>试跑：what a set of rules would find in all drafts of the year, beside what the set in force finds; as far as the time allows, and on from there when it is asked for again.</summary>
internal sealed class RuleTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TriedDraft> _kept = new(StringComparer.Ordinal);
    private string _of = "";

    /// <summary>试跑，返回各规则的前后条数。</summary>
    public TriedRules Of(WorkVisit v, RuleSet? before, RuleSet after)
    {
        var owners = v.Read(r => r.All(Kinds.Department, ("year", (long)v.Year)).Select(d => Organisations.Owner(r, v.Year, d["code"])!).OrderBy(o => o.Code, StringComparer.Ordinal).ToList());
        var book = Books.Of(v).Key;
        var of = v.Year + " " + book + "\n" + Text(before) + "\n" + Text(after);
        var watch = Stopwatch.StartNew();
        var (tried, empty) = (new List<TriedDraft>(), 0);
        foreach (var owner in owners)
        {
            var heads = v.Read(r => Review.DraftChecks.Heads(r, owner));
            if (Known(of, owner.Code) is { } known && known.Heads == heads)
            {
                tried.Add(known);
            }
            else if (watch.Elapsed > Patience)
            {
                break;
            }
            else if (v.Read(r => PreviewPage.Compose(v, r, owner)) is { } composed)
            {
                var draft = new TriedDraft(heads, Count(RuleSettings.Of(before, book)), Count(RuleSettings.Of(after, book)));
                Keep(of, owner.Code, draft);
                tried.Add(draft);

                Dictionary<string, int> Count(Budget.CheckSettings settings) => Publication.Check(v.Site.Library, composed, settings).Findings.CountBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            }
            else
            {
                empty++;
            }
        }

        var rules = tried.SelectMany(t => t.Before.Keys.Concat(t.After.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(r => new TriedRule(r, tried.Sum(t => t.Before.GetValueOrDefault(r)), tried.Sum(t => t.After.GetValueOrDefault(r)))).ToList();
        return new TriedRules(tried.Count, owners.Count - empty, rules);
    }

    private TriedDraft? Known(string of, string owner)
    {
        lock (_gate)
        {
            return _of == of ? _kept.GetValueOrDefault(owner) : null;
        }
    }

    // Of one pair of sets at a time: the next one makes the others of no use.
    private void Keep(string of, string owner, TriedDraft draft)
    {
        lock (_gate)
        {
            if (_of != of)
            {
                _kept.Clear();
                _of = of;
            }

            _kept[owner] = draft;
        }
    }

    private static string Text(RuleSet? set) => string.Join(';', (set?.Severities ?? []).Select(s => s.Written));

    private sealed record TriedDraft(string Heads, Dictionary<string, int> Before, Dictionary<string, int> After);
}

/// <summary>试跑的结果：how many drafts were tried of how many, and each rule's findings before and after.</summary>
internal sealed record TriedRules(int Tried, int Of, IReadOnlyList<TriedRule> Rules);

/// <summary>一条规则前后的问题数。</summary>
internal sealed record TriedRule(string Rule, int Before, int After);
