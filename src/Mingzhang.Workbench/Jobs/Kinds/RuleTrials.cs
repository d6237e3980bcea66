using System.Text.Json;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Rules;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>规则集的试跑：what the set that is drafted would find in every draft of the year, beside what the set in force finds.</summary>
internal sealed class RuleTrials : IJobKind
{
    /// <summary>键。</summary>
    public const string Trial = "trial";

    /// <inheritdoc/>
    public string Key => Trial;

    /// <inheritdoc/>
    public bool May(WorkVisit v) => RulesPage.MayChange(v);

    /// <summary>试的是哪两套：another draft makes a trial out of date.</summary>
    public static string Of(Reading r) => Text(RuleSets.InForce(r)) + "\n" + Text(RuleSets.Draft(r));

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => site.With(s => s.Read(r => Organisations.Owners(r, job.Year)))
        .Select((o, n) => new JobItem(n, o.Code, o.Name)).ToList();

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        var book = Books.Of(site.Library, job["book"]);
        var (of, before, after, composed) = site.With(s => s.Read(r => (Of(r), RuleSets.InForce(r), RuleSets.Draft(r), Organisations.Owner(r, job.Year, item.Key) is { } owner ? PreviewPage.Compose(site.Library, book, r, owner) : null)));
        if (of != job["of"])
        {
            return JobOutcome.Refused(Problem.Of("规则集在试跑期间有改动", "the sets were changed meanwhile", "请再试一次", "try once more"));
        }

        if (composed is null)
        {
            return JobOutcome.Fine("work.job.trial.nothing");
        }

        var tried = new TriedDraft(Count(before), Count(after));
        return JobOutcome.Fine("work.job.trial.found", tried.Before.Values.Sum(), tried.After.Values.Sum()) with { Result = JsonSerializer.Serialize(tried) };

        Dictionary<string, int> Count(RuleSet? set) => Publication.Check(site.Library, composed, RuleSettings.Of(set, book.Key)).Findings.CountBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>各规则的前后条数。</summary>
    public static IReadOnlyList<TriedRule> Rules(IReadOnlyList<JobItem> items)
    {
        var tried = items.Where(i => i.Outcome.Result.Length > 0).Select(i => JsonSerializer.Deserialize<TriedDraft>(i.Outcome.Result)!).ToList();
        return [.. tried.SelectMany(t => t.Before.Keys.Concat(t.After.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(r => new TriedRule(r, tried.Sum(t => t.Before.GetValueOrDefault(r)), tried.Sum(t => t.After.GetValueOrDefault(r))))];
    }

    private static string Text(RuleSet? set) => string.Join(';', (set?.Severities ?? []).Select(s => s.Written));
}

/// <summary>一份底稿的试跑：findings by rule, before and after.</summary>
internal sealed record TriedDraft(Dictionary<string, int> Before, Dictionary<string, int> After);

/// <summary>一条规则前后的问题数。</summary>
internal sealed record TriedRule(string Rule, int Before, int After);
