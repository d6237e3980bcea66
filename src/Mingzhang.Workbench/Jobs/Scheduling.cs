using System.Globalization;
using Mingzhang.Ledger.Storage;
using Quartz;

namespace Mingzhang.Workbench.Jobs;

/// <summary>排定：Quartz over the database of the ledger, alone on a file or together with other nodes on a server; slices of jobs are its work, and what a node has begun and not ended is recovered by it.</summary>
/// <param name="database">The database, its connection string among others.</param>
/// <param name="settings">How many at a time, and whether others do the same work.</param>
internal sealed class Scheduling(IDatabase database, JobSettings settings) : IAsyncDisposable
{
    private const string Desk = "desk", Number = "job", From = "from", Watch = "watch";

    private readonly Lock _gate = new();
    private IScheduler? _scheduler;
    private bool _ended;

    /// <summary>本节点的名称。</summary>
    public string Node => settings.Node;

    /// <summary>是否与别的节点共办。</summary>
    public bool Shared => settings.Cluster;

    /// <summary>办事的台子; set once, before anything is handed out.</summary>
    public JobDesk? Owner { get; set; }

    /// <summary>记下程序的错误。</summary>
    public Action<string, Exception> Log { get; set; } = (_, _) => { };

    /// <summary>开始; nothing where it has begun. Not before there is something to do, since most small places never have it.</summary>
    public void Start()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            _scheduler ??= Begin().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>把没有排定的各段排上，段以首件的号为名。</summary>
    public void HandOut(Job job, IEnumerable<int> slices)
    {
        Start();
        foreach (var from in slices)
        {
            HandOut(job.Id, from).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>各节点最近报到的时间。</summary>
    public async Task<IReadOnlyList<NodeSeen>> Nodes(CancellationToken stop)
    {
        if (_scheduler is not { } scheduler)
        {
            return [];
        }

        return [.. (await scheduler.QueryClusterNodes(stop)).Select(n => new NodeSeen(n.InstanceId, n.LastCheckInUtc))];
    }

    /// <summary>记下一件里程序的错误。</summary>
    public void Tell(Job job, JobItem item, Exception e) => Log(string.Create(CultureInfo.InvariantCulture, $"job {job.Kind} {job.Id}, piece {item.Number} ({item.Key})"), e);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _ended = true;
        }

        if (_scheduler is { } scheduler)
        {
            // Whoever is at work is told to stop, and what he had begun is done again by another or after the restart.
            await scheduler.Shutdown(waitForJobsToComplete: true);
        }
    }

    private ValueTask HandOut(string job, int from) => Once(_scheduler!,
        JobBuilder.Create<Slice>().WithIdentity(new JobKey(from.ToString(CultureInfo.InvariantCulture), job)).UsingJobData(Number, job).UsingJobData(From, from).RequestRecovery().Build(), TriggerBuilder.Create().StartNow().Build());

    private static async ValueTask Once(IScheduler scheduler, IJobDetail job, ITrigger trigger)
    {
        if (await scheduler.Exists(job.Key))
        {
            return;
        }

        try
        {
            await scheduler.ScheduleJob(job, trigger);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was quicker.
        }
    }

    private async ValueTask<IScheduler> Begin()
    {
        var scheduler = await QuartzSchedulerBuilder.Create(q =>
        {
            q.ConfigureScheduler(o =>
            {
                o.InstanceName = "mingzhang";
                o.InstanceId = settings.Node;
                o.ShutdownJobInterruption = ShutdownJobInterruption.Always;

                // What another node hands out is found by looking; alone, one is told.
                o.IdleWaitTime = settings.Cluster ? JobSettings.Looking : JobSettings.Idle;
            });
            q.UseDefaultThreadPool(settings.Workers);
            q.UsePersistentStore(store =>
            {
                if (database is PostgresDatabase)
                {
                    store.UsePostgres(database.Driver, database.Connecting);
                }
                else
                {
                    store.UseSqlite(database.Driver, database.Connecting);
                }

                store.ProvisionSchema();
                if (settings.Cluster)
                {
                    store.UseClustering(c =>
                    {
                        c.CheckinInterval = JobSettings.Checkin;
                        c.CheckinMisfireThreshold = JobSettings.Checkin;
                    });
                }
            });
        }).BuildScheduler();
        scheduler.Context[Desk] = this;
        await scheduler.Start();
        await Once(scheduler, JobBuilder.Create<Watching>().WithIdentity(new JobKey(Watch)).Build(),
            TriggerBuilder.Create().StartAt(DateTimeOffset.UtcNow + JobSettings.Watch).WithSimpleSchedule(s => s.WithInterval(JobSettings.Watch).RepeatForever()).Build());
        return scheduler;
    }

    /// <summary>一段的办理。</summary>
    internal sealed class Slice : IJob
    {
        /// <inheritdoc/>
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var data = context.MergedJobDataMap;
            ((Scheduling)context.Scheduler.Context[Desk]!).Owner!.Do(data.GetString(Number)!, data.GetInt(From), cancellationToken);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>照看，隔一会儿一次。</summary>
    [DisallowConcurrentExecution]
    internal sealed class Watching : IJob
    {
        /// <inheritdoc/>
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            ((Scheduling)context.Scheduler.Context[Desk]!).Owner!.LookAfter();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>怎样办任务。</summary>
/// <param name="Workers">How many slices at a time on this node.</param>
/// <param name="Cluster">Whether other nodes share the work; on a server only.</param>
/// <param name="Node">Name of this node, another one for each.</param>
internal sealed record JobSettings(int Workers, bool Cluster, string Node)
{
    /// <summary>多久报到一次; whoever has been silent for twice as long is taken to be gone.</summary>
    public static TimeSpan Checkin { get; } = TimeSpan.FromSeconds(5);

    /// <summary>多久看一次有没有别的节点交出的活。</summary>
    public static TimeSpan Looking { get; } = TimeSpan.FromSeconds(2);

    /// <summary>多久照看一次没有办完的任务。</summary>
    public static TimeSpan Watch { get; } = TimeSpan.FromSeconds(20);

    /// <summary>单机时多久看一次。</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromSeconds(30);

    /// <summary>单机：one processor is left for whoever looks at pages.</summary>
    public static JobSettings Alone { get; } = new(Math.Max(1, Environment.ProcessorCount - 1), false, "alone");
}

/// <summary>一个节点。</summary>
internal sealed record NodeSeen(string Name, DateTimeOffset? At);
