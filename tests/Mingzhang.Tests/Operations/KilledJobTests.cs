using System.Text;
using Mingzhang.Ledger.Archive;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.Tests.Operations;

/// <summary>任务办到一半断电：a server that is killed within a batch, alone and as one of two nodes; every piece is done once and the batch ends.</summary>
public class KilledJobTests
{
    private const int Pieces = 60;

    [Fact]
    public async Task A_server_that_is_killed_goes_on_with_the_batch_when_it_is_started_again()
    {
        var database = Databases.Fresh("sqlite");
        using var rows = Prepared(database, out var jobs);
        using (var first = await ServerProcess.Start(database, "--work", "--workers", "1"))
        {
            await Until(() => jobs.Find("batch")!.Pieces.Done >= 3);
            await first.Kill();
        }

        Assert.True(jobs.Find("batch")!.Open);
        using var second = await ServerProcess.Start(database, "--work", "--workers", "2");
        await Until(() => !jobs.Find("batch")!.Open);
        AllFiled(database, jobs);
    }

    [Fact]
    public async Task The_other_node_ends_the_batch_of_one_that_is_killed()
    {
        var database = Databases.Fresh("postgres");
        using var rows = Prepared(database, out var jobs);
        using var first = await ServerProcess.Start(database, "--work", "--cluster", "--node", "one", "--workers", "1");
        using var second = await ServerProcess.Start(database, "--work", "--cluster", "--node", "two", "--workers", "1");
        await Until(() => jobs.Find("batch")!.Pieces.Done >= 3);
        await first.Kill();
        await Until(() => !jobs.Find("batch")!.Open);
        AllFiled(database, jobs);
        Assert.Contains(jobs.Items("batch"), i => i.Node == "two");
    }

    // As a server leaves it that stops between taking a job and handing it out.
    private static AccountRows Prepared(string database, out JobRows jobs)
    {
        using (ArchiveStore.Open(database, TimeProvider.System, Documents.Library.Space, create: true, out _))
        {
            using var ledger = Hands.Department(database);
        }

        var rows = AccountRows.Open(database, TimeProvider.System);
        jobs = new JobRows(rows);
        var files = Enumerable.Range(0, Pieces).Select(i => new JobFile($"{i}.txt", Encoding.UTF8.GetBytes(Documents.Sample.Replace("2026", (2026 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))).ToList();
        var job = new Job("batch", "archive", 2026, new Dictionary<string, string>(), "李明", "2026-01-01T00:00:00.000Z", 2, "", "", new JobCount(0, 0, 0, 0, false));
        jobs.Add(job, [.. files.Select((f, i) => new JobItem(i, f.Name, ""))], files);
        return rows;
    }

    private static void AllFiled(string database, JobRows jobs)
    {
        Assert.All(jobs.Items("batch"), i => Assert.Equal(JobItem.Done, i.State));
        using var archive = ArchiveStore.Open(database, TimeProvider.System, Documents.Library.Space, create: false, out _)!;
        Assert.Equal(Pieces, archive.Read(a => a.Counts()).Documents);
    }

    private static async Task Until(Func<bool> so)
    {
        for (var n = 0; !so(); n++)
        {
            Assert.True(n < 1200, "the batch does not go on");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
