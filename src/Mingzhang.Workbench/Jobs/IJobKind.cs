using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Jobs;

/// <summary>任务的种类：what its pieces are, and how one of them is done.</summary>
internal interface IJobKind
{
    /// <summary>键。</summary>
    string Key { get; }

    /// <summary>谁可以求办，也就可以看、可以取消。</summary>
    bool May(WorkVisit v);

    /// <summary>分成几件。</summary>
    /// <param name="site">The workbench.</param>
    /// <param name="job">The job that is asked for.</param>
    IReadOnlyList<JobItem> Pieces(WorkSite site, Job job);

    /// <summary>办一件; where it was done before, by whoever was interrupted before he could say so, that is an outcome, too.</summary>
    /// <param name="site">The workbench.</param>
    /// <param name="job">The job.</param>
    /// <param name="item">The piece.</param>
    /// <param name="stop">Whether the server stops: what is not done by then is begun anew elsewhere.</param>
    JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop);
}
