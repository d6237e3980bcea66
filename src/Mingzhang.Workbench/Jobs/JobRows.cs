using System.Data.Common;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Workbench.Jobs;

/// <summary>任务的存取：the state of all jobs is on the database, so that every node sees it and a restart loses none of it.</summary>
internal sealed class JobRows(AccountRows rows)
{
    /// <summary>中断几次后不再试。</summary>
    public const int MostAttempts = 3;

    private const string Columns = """
        SELECT j.id, j.kind, j.year, j.asked, j.who, j.at, j.slice, j.ended, j.cancelled_by, COUNT(i.number), COALESCE(SUM(CASE WHEN i.state = 'done' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN i.state = 'failed' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN i.state = 'skipped' THEN 1 ELSE 0 END), 0), COALESCE(MAX(i.attempts), 0) FROM work_job j LEFT JOIN work_job_item i ON i.job = j.id
        """;

    private const string ItemColumns = "SELECT number, item, name, state, attempts, said, said_english, link, result, node, ended FROM work_job_item WHERE job = @job";

    private const string Grouped = " GROUP BY j.id, j.kind, j.year, j.asked, j.who, j.at, j.slice, j.ended, j.cancelled_by";

    /// <summary>收下一项任务，连同各件。</summary>
    public void Add(Job job, IReadOnlyList<JobItem> items, IReadOnlyList<JobFile> files) => rows.Write(s =>
    {
        s.Run("INSERT INTO work_job (id, kind, year, asked, who, at, slice, ended, cancelled_by) VALUES (@id, @kind, @year, @asked, @who, @at, @slice, '', '')",
            ("id", job.Id), ("kind", job.Kind), ("year", (long)job.Year), ("asked", JsonSerializer.Serialize(job.Asked)), ("who", job.Who), ("at", job.At), ("slice", (long)job.Slice));
        s.InsertRows("INSERT INTO work_job_item (job, number, item, name, state, attempts, said, said_english, link, result, node, began, ended)", items, i => [job.Id, (long)i.Number, i.Key, i.Name, "", 0L, "", "", "", "", "", "", ""]);
        for (var n = 0; n < files.Count; n++)
        {
            s.Run("INSERT INTO work_job_file (job, number, name, bytes) VALUES (@job, @number, @name, @bytes)", ("job", job.Id), ("number", (long)n), ("name", files[n].Name), ("bytes", files[n].Bytes));
        }

        rows.Log(s, job.Who, "job", job.Kind + " " + job.Id);
        return true;
    });

    /// <summary>最近的任务，新的在前。</summary>
    public IReadOnlyList<Job> Recent(int most) => rows.Read(s => s.Rows(Columns + Grouped + " ORDER BY j.at DESC, j.id LIMIT @most", Row, ("most", (long)most)));

    /// <summary>一种任务某年最近的，新的在前。</summary>
    public IReadOnlyList<Job> Recent(string kind, int year, int most) => rows.Read(s => s.Rows(Columns + " WHERE j.kind = @kind AND j.year = @year" + Grouped + " ORDER BY j.at DESC, j.id LIMIT @most", Row, ("kind", kind), ("year", (long)year), ("most", (long)most)));

    /// <summary>还没有办完的。</summary>
    public IReadOnlyList<Job> Open() => rows.Read(s => s.Rows(Columns + " WHERE j.ended = ''" + Grouped + " ORDER BY j.at, j.id", Row));

    /// <summary>一项; null where there is none.</summary>
    public Job? Find(string id) => rows.Read(s => s.Rows(Columns + " WHERE j.id = @id" + Grouped, Row, ("id", id)).FirstOrDefault());

    /// <summary>各件，按先后。</summary>
    public IReadOnlyList<JobItem> Items(string job) => rows.Read(s => s.Rows(ItemColumns + " ORDER BY number", Item, ("job", job)));

    /// <summary>一段中还没有结果的各件。</summary>
    public IReadOnlyList<JobItem> Waiting(string job, int from, int count) => rows.Read(s => s.Rows(ItemColumns + " AND number >= @from AND number < @to AND state = '' ORDER BY number",
        Item, ("job", job), ("from", (long)from), ("to", (long)from + count)));

    /// <summary>还有没有结果的各段，以首件的号为名。</summary>
    public IReadOnlyList<int> Slices(Job job) => rows.Read(s => s.Rows("SELECT DISTINCT number / @slice FROM work_job_item WHERE job = @job AND state = '' ORDER BY 1", r => (int)r.GetInt64(0) * job.Slice, ("slice", (long)job.Slice), ("job", job.Id)));

    /// <summary>着手一件; false where it is settled already, or was cancelled.</summary>
    // Counted before it is begun, so that a piece that ends the process is not tried for ever.
    public bool Begin(string job, JobItem item, string node) => rows.Write(s => s.Run("UPDATE work_job_item SET attempts = attempts + 1, node = @node, began = @now WHERE job = @job AND number = @number AND state = ''",
        ("node", node), ("now", AccountRows.Text(rows.Now)), ("job", job), ("number", (long)item.Number)) == 1);

    /// <summary>记下一件的结果; what was done is said even where it was cancelled meanwhile.</summary>
    public void Settle(string job, JobItem item, JobOutcome outcome) => rows.Write(s =>
    {
        s.Run("UPDATE work_job_item SET state = @state, said = @said, said_english = @english, link = @link, result = @result, ended = @now WHERE job = @job AND number = @number AND state <> 'done'",
            ("state", outcome.Good ? JobItem.Done : JobItem.Failed), ("said", outcome.Said.Chinese), ("english", outcome.Said.English), ("link", outcome.Link), ("result", outcome.Result), ("now", AccountRows.Text(rows.Now)), ("job", job), ("number", (long)item.Number));
        return End(s, job);
    });

    /// <summary>取消：pieces that are not settled are passed over; one that is being done is done to its end.</summary>
    public bool Cancel(string job, string who) => rows.Write(s =>
    {
        if (s.Run("UPDATE work_job SET cancelled_by = @who WHERE id = @id AND ended = ''", ("who", who), ("id", job)) == 0)
        {
            return false;
        }

        s.Run("UPDATE work_job_item SET state = 'skipped' WHERE job = @id AND state = ''", ("id", job));
        rows.Log(s, who, "job-cancelled", job);
        return End(s, job);
    });

    /// <summary>给任务的一个文件; null where it is gone.</summary>
    public JobFile? File(string job, int number) => rows.Read(s => s.Rows("SELECT name, bytes FROM work_job_file WHERE job = @job AND number = @number", r => new JobFile(r.GetString(0), (byte[])r.GetValue(1)), ("job", job), ("number", (long)number)).FirstOrDefault());

    // The files are of no more use; their names stand in the pieces.
    private bool End(Statements s, string job)
    {
        if (s.Rows("SELECT number FROM work_job_item WHERE job = @id AND state = '' LIMIT 1", r => r.GetInt64(0), ("id", job)).Count > 0)
        {
            return false;
        }

        s.Run("DELETE FROM work_job_file WHERE job = @id", ("id", job));
        return s.Run("UPDATE work_job SET ended = @now WHERE id = @id AND ended = ''", ("now", AccountRows.Text(rows.Now)), ("id", job)) == 1;
    }

    private static Job Row(DbDataReader r) => new(r.GetString(0), r.GetString(1), (int)r.GetInt64(2), JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetString(3))!, r.GetString(4), r.GetString(5), (int)r.GetInt64(6), r.GetString(7), r.GetString(8),
        new JobCount(Number(r, 9), Number(r, 10), Number(r, 11), Number(r, 12), Number(r, 13) > 0));

    // The sums of a server are of another type than those of a file.
    private static int Number(DbDataReader r, int column) => Convert.ToInt32(r.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    private static JobItem Item(DbDataReader r) => new((int)r.GetInt64(0), r.GetString(1), r.GetString(2))
    {
        State = r.GetString(3),
        Attempts = (int)r.GetInt64(4),
        Outcome = new JobOutcome(r.GetString(3) != JobItem.Failed, new Reason(r.GetString(5), r.GetString(6)), r.GetString(7), r.GetString(8)),
        Node = r.GetString(9),
        Ended = r.GetString(10),
    };
}

/// <summary>给任务的文件。</summary>
internal sealed record JobFile(string Name, byte[] Bytes);
