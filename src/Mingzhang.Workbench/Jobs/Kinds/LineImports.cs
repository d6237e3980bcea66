using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>导入预算行：a file with more rows than a request waits for; one piece, since all of it is stored or nothing, with how far it is told meanwhile.</summary>
internal sealed class LineImports : IJobKind
{
    /// <summary>键。</summary>
    public const string Import = "import";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Key => Import;

    /// <summary>不在任务页求办：the page of imports asks for it, with the file.</summary>
    public bool May(WorkVisit v) => false;

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => ImportAsked.Of(job) is { } asked ? [new JobItem(0, asked.Unit, job["file"])] : [];

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        if (ImportAsked.Of(job) is not { } asked || site.Jobs.Rows.File(job.Id, item.Number) is not { } file)
        {
            return JobOutcome.Refused(Problem.Of("上传的文件已不在", "the uploaded file is gone", "请再上传", "upload it again"));
        }

        var link = ImportPage.Of(Unit.Coded(asked.Year, asked.Unit), job.Id);
        var sheets = UploadedSheets.Again(file.Name, file.Bytes, Patience, stop);
        if (sheets.Problem is { } unread)
        {
            return JobOutcome.Refused([unread], link);
        }

        // Every row is looked at, and every sound one stored.
        var (seen, total) = (0, 2 * sheets.Grids.Sum(g => g.Grid.Rows.Count));
        using var progress = site.Jobs.Progress.Begin(job.Id);
        var outcome = ImportOutcome.Run(site, job.Who, asked, file.Name, sheets, () =>
        {
            stop.ThrowIfCancellationRequested();
            progress.Tell(Math.Min(++seen, total), total);
        });

        // Whoever was interrupted had stored it already.
        return item.Attempts > 0 && outcome is { Stored: false, There: true, Only: false } ? new JobOutcome(true, JobOutcome.Sentence("work.import.there", outcome.Same), link, (outcome with { Stored = true, Rows = outcome.Same, Faults = 0, Listed = [] }).Text())
            : new JobOutcome(outcome.Stored, outcome.Said(), link, outcome.Text());
    }
}
