using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Paper;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Publishing.Archiving;

/// <summary>归档交来的文件：what mingzhang archive does with a folder, for a bounded number of files in memory: known ones are passed over, tables are joined with their narrative, each is checked with those that belong
/// to it, and all are filed in one transaction. It may run in a request or as a job: it tells how far it is and stops when asked to, with nothing filed.</summary>
/// <param name="archive">Where they are filed.</param>
/// <param name="library">Forms and words.</param>
/// <param name="most">How many files, those in zip files counted.</param>
internal sealed class ArchiveIntake(ArchiveStore archive, Library library, int most = ArchiveIntake.MostFiles)
{
    /// <summary>一次请求最多几份，压缩包内的也计入。</summary>
    public const int MostFiles = 20;

    // Reading is bounded in itself; what starts a program of others may take that program's time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);

    private readonly List<IntakeResult> _results = [];

    /// <summary>读入、检查、归档。</summary>
    /// <param name="given">The files, zip files among them.</param>
    /// <param name="progress">Is told before each file; null where nobody asks.</param>
    /// <param name="stop">Stops between files.</param>
    public IReadOnlyList<IntakeResult> Run(IReadOnlyList<GivenFile> given, Action<IntakeProgress>? progress, CancellationToken stop) => Run(Listed(given), progress, stop);

    /// <summary>归档已列出的。</summary>
    public IReadOnlyList<IntakeResult> Run(ListedFiles listed, Action<IntakeProgress>? progress, CancellationToken stop)
    {
        var (given, files) = (listed.Given, listed.Files);
        _results.AddRange(listed.Aside);
        if (files.Count > most)
        {
            var (why, remedy) = (new Reason($"一次至多 {most} 份，这里有 {files.Count} 份（含压缩包内的）", $"at most {most} files at once; here are {files.Count}, those in zip files counted"), new Reason("请分批上传，或在服务器上用 mingzhang archive 归档整个文件夹", "upload them in portions, or file a whole folder on the server with mingzhang archive"));
            return [.. given.Select(g => new IntakeResult(g.Name, IntakeOutcome.Refused, "") { Why = why, Remedy = remedy })];
        }

        var read = new List<ReadFile>();
        foreach (var (done, file) in files.Index())
        {
            stop.ThrowIfCancellationRequested();
            progress?.Invoke(new IntakeProgress(done, files.Count, file.Name));
            if (Read(file, read, stop) is { } known)
            {
                read.Add(known);
            }
        }

        var submissions = Checked(read, stop);
        stop.ThrowIfCancellationRequested();
        if (submissions.Count > 0)
        {
            archive.File(filing =>
            {
                foreach (var submission in submissions)
                {
                    Tell(submission, filing.Add(submission));
                }
            });
        }

        progress?.Invoke(new IntakeProgress(files.Count, files.Count, ""));
        var order = files.Select(f => f.Name).ToList();
        return [.. _results.OrderBy(r => order.IndexOf(r.Name) is var at and >= 0 ? at : order.Count)];
    }

    /// <summary>列出各份：a zip is its documents; what is of no readable format is told and left aside.</summary>
    public static ListedFiles Listed(IReadOnlyList<GivenFile> given)
    {
        var (files, aside) = (new List<IntakeFile>(), new List<IntakeResult>());
        foreach (var one in given)
        {
            if (ArchiveSet.Of(one.Name, one.Bytes) is not { Members.Count: > 0 } set)
            {
                files.Add(new IntakeFile(one.Name, () => one.Bytes));
                continue;
            }

            files.AddRange(set.Members.Select(m => IntakeFile.Of(set, m)));
            aside.AddRange(set.Aside.Select(a => new IntakeResult(a, IntakeOutcome.Refused, "") { Why = new Reason("不是可读的格式", "is of no readable format"), Remedy = new Reason("请另存为 PDF、Word、Excel、OFD 或文本", "save it as PDF, Word, Excel, OFD or text") }));
        }

        return new ListedFiles(given, files, aside);
    }

    private ReadFile? Read(IntakeFile file, List<ReadFile> read, CancellationToken stop)
    {
        if (file.Problem is { } packed)
        {
            return Refuse(file, packed.Problem, packed.Remedy);
        }

        if (file.Bytes is null)
        {
            return Refuse(file, new Reason("不能解压", "cannot be unpacked"), new Reason("请解压后单独上传", "unpack it and upload it by itself"));
        }

        if (archive.Read(a => a.Knows(file.Hash)) || read.Exists(r => r.File.Hash == file.Hash))
        {
            _results.Add(new IntakeResult(file.Name, IntakeOutcome.Known, file.Hash));
            return null;
        }

        // Who waits no longer leaves the work to end by itself; it touches nothing.
        var work = Task.Run(() => Understand(file), CancellationToken.None);
        if (!work.Wait((int)Patience.TotalMilliseconds, stop))
        {
            return Refuse(file, new Reason("读的时间太长，已停止", "takes too long to read and was given up"), new Reason("请检查是否选错了文件，或另存后再试", "check that it is the right file, or save it anew"));
        }

        var (paper, disclosure, problem, remedy) = work.Result;
        return disclosure is null ? Refuse(file, problem, remedy) : new ReadFile(file, paper!, disclosure);
    }

    private Understood Understand(IntakeFile file)
    {
        try
        {
            var opened = Opening.Bytes(file.Name, file.Bytes);
            if (opened.Paper is not { } paper)
            {
                return new Understood(null, null, opened.Problem, opened.Remedy);
            }

            var disclosure = Reader.Read(paper, library);
            return FileCard.IsNothing(disclosure)
                ? new Understood(null, null, new Reason("没有读到标题、表册和任何金额，不像预决算公开文本", "no title, no book of forms and no amount was found: it does not look like a budget disclosure"), new Reason("请检查是否选错了文件；扫描件请先识别文字", "check that it is the right file; a scan needs its text recognised first"))
                : new Understood(paper, disclosure, null, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Understood(null, null, new Reason("读的时候出错，没有归入", "reading it failed; it was not filed"), new Reason("请另存后再试，并请反馈", "save it anew and try again, and please report this"));
        }
    }

    private List<Submission> Checked(List<ReadFile> read, CancellationToken stop)
    {
        var byName = read.ToDictionary(r => r.File.Name, StringComparer.Ordinal);
        var joined = FileCard.Joined([.. read.Select(r => FileCard.Of(r.File.Name, r.Disclosure))]);
        var all = joined.Select(j => Whole(byName[j.Card.File], [.. j.Tables.Select(t => byName[t])])).ToList();
        var submissions = new List<Submission>();
        foreach (var one in all)
        {
            stop.ThrowIfCancellationRequested();
            var report = Inspector.Check(one.Disclosure, library, companions: [.. one.Beside, .. Matching.Of(one.Disclosure, [.. all.Select(a => a.Disclosure)])]);
            submissions.Add(new Submission(report, one.File.Name, one.File.Bytes!, [.. one.Tables.Select(t => t.File.Attached)]));
            _results.AddRange(one.Tables.Select(t => new IntakeResult(t.File.Name, IntakeOutcome.Joined, t.File.Hash) { Facts = one.Disclosure.Facts }));
        }

        return submissions;
    }

    private WholeFile Whole(ReadFile file, IReadOnlyList<ReadFile> tables)
    {
        if (tables.Count == 0)
        {
            return new WholeFile(file.File, file.Disclosure, [], []);
        }

        var disclosure = JoinedReader.Read(file.Paper, [.. tables.Select(t => t.Paper)], library, ReadingChoice.None);
        return new WholeFile(file.File, disclosure, tables, [.. tables.Select((t, i) => new Companion(new PairedFile(PairRole.Tables, t.Disclosure.Facts.Name, t.Disclosure.Facts, Fitting.Of(PairRole.Tables, disclosure, t.Disclosure).Why,
            "tables" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "."), null))]);
    }

    private void Tell(Submission submission, bool added)
    {
        var (facts, findings) = (submission.Report.Disclosure.Facts, submission.Report.Findings);
        _results.Add(new IntakeResult(submission.Path, added ? IntakeOutcome.Filed : IntakeOutcome.Known, facts.Id)
        {
            Facts = facts,
            Unnamed = NamedBody.Of(facts.Entity) is null,
            Errors = findings.Count(f => f.Severity == Severity.Error),
            Warnings = findings.Count(f => f.Severity == Severity.Warning),
        });
    }

    private ReadFile? Refuse(IntakeFile file, Reason? why, Reason? remedy)
    {
        _results.Add(new IntakeResult(file.Name, IntakeOutcome.Refused, file.Hash) { Why = why, Remedy = remedy });
        return null;
    }

    private sealed record ReadFile(IntakeFile File, PaperDocument Paper, Disclosure Disclosure);

    private sealed record WholeFile(IntakeFile File, Disclosure Disclosure, IReadOnlyList<ReadFile> Tables, IReadOnlyList<Companion> Beside);

    private sealed record Understood(PaperDocument? Paper, Disclosure? Disclosure, Reason? Problem, Reason? Remedy);
}

/// <summary>列出的各份。</summary>
/// <param name="Given">The files as they came.</param>
/// <param name="Files">Each document, those in zip files among them.</param>
/// <param name="Aside">What is of no readable format.</param>
internal sealed record ListedFiles(IReadOnlyList<GivenFile> Given, IReadOnlyList<IntakeFile> Files, IReadOnlyList<IntakeResult> Aside);
