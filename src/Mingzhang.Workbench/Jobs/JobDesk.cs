using System.Globalization;
using System.Security.Cryptography;
using Mingzhang.Ledger;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs.Kinds;

namespace Mingzhang.Workbench.Jobs;

/// <summary>任务台：takes jobs, hands their pieces out in slices, and does them. Who does which slice when, here or on another node, is the scheduler's to say (decision 0034).</summary>
internal sealed class JobDesk
{
    /// <summary>一项任务最多几件。</summary>
    public const int MostPieces = 20_000;

    /// <summary>一人同时最多几项。</summary>
    public const int MostOfPerson = 5;

    private const int Slices = 48, LongestSlice = 20;

    private readonly WorkSite _site;

    /// <summary>建立。</summary>
    public JobDesk(WorkSite site, JobRows rows, Scheduling scheduling, IReadOnlyList<IJobKind>? kinds = null)
    {
        _site = site;
        Kinds = (kinds ?? [new ReportSteps(), new RuleTrials(), new DataFiles(), new BackupFiles(), new ArchiveUploads(), new LineImports()]).ToDictionary(k => k.Key, StringComparer.Ordinal);
        Rows = rows;
        Scheduling = scheduling;
        scheduling.Owner = this;
    }

    /// <summary>各种任务。</summary>
    public IReadOnlyDictionary<string, IJobKind> Kinds { get; }

    /// <summary>任务的存取。</summary>
    public JobRows Rows { get; }

    /// <summary>一件之内办到哪里。</summary>
    public JobProgress Progress { get; } = new();

    /// <summary>由谁排定。</summary>
    public Scheduling Scheduling { get; }

    /// <summary>求办; the problem where it cannot be taken.</summary>
    public Job? Ask(IJobKind kind, string who, int year, IReadOnlyDictionary<string, string> asked, IReadOnlyList<JobFile> files, out Problem? problem)
    {
        var job = new Job(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), kind.Key, year, asked, who, _site.Accounts.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), 1, "", "", new JobCount(0, 0, 0, 0, false));
        var pieces = kind.Pieces(_site, job);
        problem = pieces.Count == 0 ? Problem.Of("没有可办的", "there is nothing to be done", "请看各部门的进度", "look at how far the departments are")
            : pieces.Count > MostPieces ? Problem.Of($"一次最多 {MostPieces} 件，这里有 {pieces.Count} 件", $"at most {MostPieces} pieces at a time, and these are {pieces.Count}", "请分几次办", "ask for less at a time")
            : Rows.Open().Count(j => j.Who == who) >= MostOfPerson ? Problem.Of($"您已有 {MostOfPerson} 项任务还没有办完", $"{MostOfPerson} jobs of yours are not done yet", "请等一项办完，或取消一项", "wait for one of them to end, or cancel one") : null;
        if (problem is not null)
        {
            return null;
        }

        job = job with { Slice = Math.Clamp(pieces.Count / Slices, 1, LongestSlice) };
        Rows.Add(job, pieces, files);
        Scheduling.HandOut(job, Rows.Slices(job));
        return job;
    }

    /// <summary>开始：what was not done when the last server stopped goes on.</summary>
    public void Begin()
    {
        if (Scheduling.Shared || Rows.Open().Count > 0)
        {
            LookAfter();
        }
    }

    /// <summary>照看：what is not settled and stands in no schedule is handed out again; whoever took it may have stopped before he said so.</summary>
    public void LookAfter()
    {
        Scheduling.Start();
        foreach (var job in Rows.Open())
        {
            Scheduling.HandOut(job, Rows.Slices(job));
        }
    }

    /// <summary>办一段。</summary>
    public void Do(string id, int from, CancellationToken stop)
    {
        if (Rows.Find(id) is not { Open: true } job || !Kinds.TryGetValue(job.Kind, out var kind))
        {
            return;
        }

        foreach (var item in Rows.Waiting(id, from, job.Slice))
        {
            stop.ThrowIfCancellationRequested();
            if (item.Attempts >= JobRows.MostAttempts)
            {
                Rows.Settle(id, item, JobOutcome.Refused(Problem.Of($"办了 {item.Attempts} 次都中断了，不再试", $"it was interrupted {item.Attempts} times and is not tried again", "请看服务器的日志", "look into the log of the server")));
            }
            else if (Rows.Begin(id, item, Scheduling.Node))
            {
                Rows.Settle(id, item, One(kind, job, item, stop));
            }
        }
    }

    // One piece that fails is told and does not hold up the others; a server that stops, or its database, ends the slice, which is done again.
    private JobOutcome One(IJobKind kind, Job job, JobItem item, CancellationToken stop)
    {
        try
        {
            return kind.Do(_site, job, item, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException and not System.Data.Common.DbException and not OutOfMemoryException)
        {
            Scheduling.Tell(job, item, e);
            return JobOutcome.Refused(Problem.Of("程序出错，没有办成", "a fault of the program: it was not done", "请把任务的编号告诉管理员", "tell the administrator the number of the job"));
        }
    }
}
