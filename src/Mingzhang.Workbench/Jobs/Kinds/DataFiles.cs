using System.Globalization;
using Mingzhang.Ledger;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Settings;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>备好数据文件：those of the whole archive and of each year, which a large archive does not make while readers wait.</summary>
internal sealed class DataFiles : IJobKind
{
    private const string Everything = "";

    /// <inheritdoc/>
    public string Key => "files";

    /// <inheritdoc/>
    public bool May(WorkVisit v) => BackupPage.May(v);

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => site.Archive.Read(a => a.Years()).Select(y => y.Year).Distinct().Order().Select(y => y.ToString(CultureInfo.InvariantCulture)).Prepend(Everything)
        .Select((y, n) => new JobItem(n, y, y)).ToList();

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        int? year = item.Key == Everything ? null : int.Parse(item.Key, CultureInfo.InvariantCulture);
        try
        {
            var set = site.Portal!.Shelf.Make(year, stop);
            return JobOutcome.Fine("work.job.files.made", set.Documents, Megabytes.Of(set.Files.Sum(f => f.Bytes))) with { Link = "/data" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return JobOutcome.Refused(Problem.Of("文件夹写不进去", "the folder cannot be written to", "请检查 --files 的位置和磁盘", "check the place of --files and the disk"));
        }
    }
}
