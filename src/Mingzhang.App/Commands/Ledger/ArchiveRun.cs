using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>一次归档：documents are read and checked on all cores, each with those that belong to it, and written by one writer, a batch a transaction.</summary>
internal sealed class ArchiveRun(ArchiveStore store, IReadOnlyDictionary<string, Basis> bases)
{
    // A batch is as much as is lost when the machine fails, and as little as keeps the disk from being waited for.
    private const int BatchStatements = 20_000;

    private readonly List<Submission> _waiting = [];
    private readonly List<Refusal> _refused = [];
    private readonly List<string> _unnamed = [];
    private int _filed;
    private long _statements;

    /// <summary>上次不能归入的是否再试。</summary>
    public required bool Again { get; init; }

    /// <summary>进度。</summary>
    public required Func<string, string, int, Progress> Progress { get; init; }

    public ArchiveResult Run(string[] names)
    {
        var before = store.Read(a => a.Refusals()).Select(r => r.Path + " " + r.Hash).ToHashSet(StringComparer.Ordinal);
        var left = new List<string>();
        var known = 0;
        foreach (var name in names)
        {
            if (Sources.Id(name) is { } id && (store.Read(a => a.Knows(id)) || (!Again && before.Contains(name + " " + id))))
            {
                known++;
                continue;
            }

            left.Add(name);
        }

        if (left.Count > 0)
        {
            File([.. left]);
        }

        return new ArchiveResult(_filed, known, _statements, _refused, _unnamed);
    }

    private void File(string[] names)
    {
        var paired = PairedFiles.Of(names, bases, () => Progress("读入", "reading", names.Length));
        var files = paired.Files;
        using var bar = Progress("归档", "filing", files.Length);
        foreach (var (file, submission) in Batch.Run(files, f => Submit(f, paired)))
        {
            bar.Step(passed: false);
            if (submission is not null)
            {
                _waiting.Add(submission);
            }

            if (_waiting.Sum(w => w.Report.Disclosure.Statements.Count) >= BatchStatements)
            {
                Write();
            }
        }

        if (!Interruption.Asked)
        {
            var read = files.Concat(files.SelectMany(paired.TablesOf)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in names.Where(n => !read.Contains(n)))
            {
                var opened = Sources.Open(name);
                Refuse(name, opened.Problem is { } why && opened.Remedy is { } remedy ? new Reason(why.Chinese + "；" + remedy.Chinese, why.English + "; " + remedy.English) : new Reason("读不懂", "could not be understood"));
            }
        }

        Write();
    }

    private Submission? Submit(string file, PairedFiles paired)
    {
        if (paired.Check(file, bases[file]) is not { } examined || Sources.Bytes(file) is not { } bytes)
        {
            return null;
        }

        if (Batch.IsNothing(examined.Report.Disclosure))
        {
            Refuse(file, new Reason("没有读到标题、表册和任何金额，不像预决算公开文本", "no title, no book of forms and no amount was found: it does not look like a budget disclosure"));
            return null;
        }

        var attached = paired.TablesOf(file).Select(t => Sources.Bytes(t) is { } content ? new Attached(Sources.Id(t)!, Path.GetFileName(t), content) : null).OfType<Attached>();
        return new Submission(examined.Report, file, bytes, [.. attached]);
    }

    private void Refuse(string file, Reason why)
    {
        lock (_refused)
        {
            _refused.Add(new Refusal(file, Sources.Id(file) ?? "", "", why));
        }
    }

    private void Write()
    {
        List<Refusal> refused;
        lock (_refused)
        {
            refused = [.. _refused];
        }

        if (_waiting.Count == 0 && refused.Count == 0)
        {
            return;
        }

        store.File(filing =>
        {
            foreach (var submission in _waiting)
            {
                if (filing.Add(submission))
                {
                    _filed++;
                    _statements += submission.Report.Disclosure.Statements.Count;
                    if (NamedBody.Of(submission.Report.Disclosure.Facts.Entity) is null)
                    {
                        _unnamed.Add(submission.Path);
                    }
                }
            }

            refused.ForEach(r => filing.Refuse(r.Path, r.Hash, r.Why));
        });
        _waiting.Clear();
    }
}

/// <summary>归档的结果; what names no body is filed, but stands under no department.</summary>
internal sealed record ArchiveResult(int Filed, int Known, long Statements, IReadOnlyList<Refusal> Refused, IReadOnlyList<string> Unnamed);
