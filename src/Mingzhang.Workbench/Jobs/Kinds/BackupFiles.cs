using System.Security.Cryptography;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Journal;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Settings;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>备份到文件夹：whole or not at all, with its checksum; the name is of the day and the job, so that one that was interrupted is written over.</summary>
internal sealed class BackupFiles : IJobKind
{
    /// <inheritdoc/>
    public string Key => "backup";

    /// <inheritdoc/>
    public bool May(WorkVisit v) => BackupPage.May(v) && v.Site.Backups is not null;

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => site.Backups is null ? [] : [new JobItem(0, $"mingzhang-{job.At[..10]}-{job.Id}{(site.With(s => s.Address).Contains("://", StringComparison.Ordinal) ? ".txt" : ".db")}", "")];

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        if (site.Backups is not { } folder)
        {
            return JobOutcome.Refused(Problem.Of("服务器没有指明备份的文件夹", "the server has no folder for backups", "启动时加 --backups 文件夹", "start it with --backups FOLDER"));
        }

        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, item.Key);
            site.With(s =>
            {
                Backup.Write(s, path);
                return true;
            });
            using var file = File.OpenRead(path);
            var sum = Convert.ToHexStringLower(SHA256.HashData(file));
            site.Accounts.Tell(job.Who, "backup", item.Key);
            return JobOutcome.Fine("work.job.backup.made", Megabytes.Of(file.Length), sum) with { Link = "/work/settings/backup" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return JobOutcome.Refused(Problem.Of($"写不进文件夹 {folder}", $"the folder {folder} cannot be written to", "请检查权限和磁盘", "check its rights and the disk"));
        }
    }
}
