using Mingzhang.Budget;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Publishing.Archiving;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Settings;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>成批归档：files that were uploaded in greater number than a request waits for; a file is a piece, a zip with its members one piece, since tables and narrative that belong together come together.</summary>
internal sealed class ArchiveUploads : IJobKind
{
    /// <summary>一个压缩包内最多几份。</summary>
    public const int MostOfZip = 500;

    private const int MostTold = 5;

    /// <inheritdoc/>
    public string Key => "archive";

    /// <inheritdoc/>
    public bool May(WorkVisit v) => BackupPage.May(v);

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => [.. job["names"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((n, i) => new JobItem(i, n, ""))];

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        if (site.Jobs.Rows.File(job.Id, item.Number) is not { } file)
        {
            return JobOutcome.Refused(Problem.Of("上传的文件已不在", "the uploaded file is gone", "请再上传", "upload it again"));
        }

        var results = new ArchiveIntake(site.Archive, site.Library, MostOfZip).Run([new GivenFile(file.Name, file.Bytes)], null, stop);
        var filed = Filed(site, job.Who, results);
        var refused = results.Where(r => r.Outcome == IntakeOutcome.Refused).ToList();
        var known = results.Count(r => r.Outcome == IntakeOutcome.Known);
        var said = JobOutcome.Sentence("work.job.archive.said", filed.Count, known, refused.Count);
        return new JobOutcome(refused.Count == 0, new Reason(said.Chinese + Told(refused, r => r.Chinese), said.English + Told(refused, r => r.English)), filed.Count > 0 ? "/r/" + filed[0].Hash[..ArchivedDocument.KeyLength] : "");
    }

    /// <summary>告诉网站和账号的记录，归入了哪几份。</summary>
    public static IReadOnlyList<IntakeResult> Filed(WorkSite site, string who, IReadOnlyList<IntakeResult> results)
    {
        var filed = results.Where(r => r.Outcome == IntakeOutcome.Filed).ToList();
        site.Changed();
        site.Accounts.Write(s =>
        {
            filed.ForEach(r => site.Accounts.Log(s, who, "archive", r.Hash + " " + r.Name));
            return true;
        });
        return filed;
    }

    private static string Told(List<IntakeResult> refused, Func<Reason, string> said) => refused.Count == 0 ? ""
        : ": " + string.Join("; ", refused.Take(MostTold).Select(r => r.Name + " " + (r.Why is { } why ? said(why) : ""))) + (refused.Count > MostTold ? " ..." : "");
}
