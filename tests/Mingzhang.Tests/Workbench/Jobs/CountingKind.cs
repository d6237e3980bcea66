using System.Collections.Concurrent;
using Mingzhang.Budget;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.Tests.Workbench.Jobs;

/// <summary>数数的任务：as many pieces as are asked for, each told when it is begun; the test says how long one takes and which fails.</summary>
internal sealed class CountingKind : IJobKind
{
    /// <summary>每件做过几次。</summary>
    public ConcurrentDictionary<string, int> Times { get; } = new(StringComparer.Ordinal);

    /// <summary>办一件的时候。</summary>
    public Action<JobItem, CancellationToken> While { get; set; } = (_, _) => { };

    public string Key => "counting";

    public bool May(WorkVisit v) => true;

    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => [.. Enumerable.Range(0, int.Parse(job["pieces"], System.Globalization.CultureInfo.InvariantCulture)).Select(n => new JobItem(n, "k" + n, ""))];

    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        While(item, stop);
        Times.AddOrUpdate(item.Key, 1, (_, n) => n + 1);
        return new JobOutcome(true, new Reason("办成", "done"));
    }
}
