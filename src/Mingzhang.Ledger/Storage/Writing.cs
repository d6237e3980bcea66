using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;

namespace Mingzhang.Ledger.Storage;

/// <summary>一次写入：what is put or removed is told in the journal in the same transaction.</summary>
/// <param name="statements">Its transaction.</param>
/// <param name="memory">What earlier writings of the store have found out.</param>
/// <param name="who">Who writes.</param>
/// <param name="why">Why.</param>
/// <param name="stamp">When, asked once the lock is held.</param>
/// <param name="only">The one chain that may be written to; null: all.</param>
internal sealed class Writing(Statements statements, Memory memory, string who, string why, Func<string> stamp, string? only) : Reading(statements, memory)
{
    private readonly Dictionary<string, ChainHead> _heads = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly List<Action> _whenKept = [];
    private string? _at;

    /// <summary>不能办的事：where there is one, nothing of this writing is kept.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>何时: taken when nobody else can write to the chain, so that no entry is older than the one before it.</summary>
    public string At => _at ??= Stamped();

    /// <summary>何人。</summary>
    public string Who => who;

    /// <summary>为何。</summary>
    public string Why => why;

    /// <summary>预算行以外记了几笔: what lines are asked about may have changed with them.</summary>
    public int OtherEntries { get; private set; }

    /// <summary>写成以后再做: not done where the writing is refused.</summary>
    public void WhenKept(Action action) => _whenKept.Add(action);

    /// <summary>已写成。</summary>
    public void Kept() => _whenKept.ForEach(a => a());

    /// <summary>同一事务中的档案, made where there is none; null where a newer program made it.</summary>
    public required Func<OwnArchive?> Archive { get; init; }

    public void Refuse(Problem problem) => _problems.Add(problem);

    public void Refuse(string chinese, string english, string remedy, string remedyEnglish) => _problems.Add(Problem.Of(chinese, english, remedy, remedyEnglish));

    /// <summary>存入，返回新的版本; what does not change the record is not told.</summary>
    public StoredRecord Put(StoredRecord record, string? reason = null)
    {
        // What is put as new is not looked for first: storing it finds out, and an import puts nothing else.
        var present = record.Version == 0 ? null : Find(record.Kind, record.Id);
        if ((present?.Version ?? 0) != record.Version)
        {
            Conflict(record, present);
            return record;
        }

        if (present is not null && present.Chain == record.Chain && present.Body == record.Body)
        {
            return record;
        }

        if (present is not null && record.Kind.Fixed)
        {
            Refuse($"{record.Kind.Chinese} {record.Id} 记下后不能修改", $"{record.Kind.English} {record.Id} is never changed once it is kept", "用冲回的一笔更正", "take it back by another entry");
            return record;
        }

        var entry = Append(record.Chain, record.Kind.Key, record.Id, present?.Body, record.Body, reason);
        if (!Statements.Store(record, entry.Seq))
        {
            Conflict(record, Find(record.Kind, record.Id));
        }

        return record with { Version = entry.Seq };
    }

    /// <summary>记入多条: new records of a kind that is only added to, named after their numbers on the chain; the database is asked once for many.</summary>
    public IReadOnlyList<StoredRecord> AddAll(string chain, IReadOnlyList<Func<long, StoredRecord>> records)
    {
        var entries = new List<JournalEntry>();
        var added = new List<StoredRecord>();
        foreach (var make in records)
        {
            var record = make(Next(chain));
            Open(chain, record.Kind.Key);
            var entry = JournalEntry.Next(chain, Head(chain), At, who, record.Kind.Key, record.Id, null, record.Body, why);
            _heads[chain] = new ChainHead(entry.Seq, entry.Hash);
            entries.Add(entry);
            added.Add(record with { Version = entry.Seq });
        }

        JournalTable.InsertAll(Statements, entries);
        Statements.Insert(added);
        return added;
    }

    /// <summary>删除。</summary>
    public void Remove(StoredRecord record, string? reason = null)
    {
        var present = Find(record.Kind, record.Id);
        if (present is null || present.Version != record.Version)
        {
            Conflict(record, present);
            return;
        }

        if (record.Kind.Fixed)
        {
            Refuse($"{record.Kind.Chinese} {record.Id} 记下后不能删除", $"{record.Kind.English} {record.Id} is never removed once it is kept", "用冲回的一笔更正", "take it back by another entry");
            return;
        }

        Append(record.Chain, record.Kind.Key, record.Id, present.Body, null, reason);
        Statements.Delete(present);
    }

    /// <summary>链上下一笔的号：no number is ever given twice, so that it can name what is new.</summary>
    public long Next(string chain) => Head(chain).Seq + 1;

    /// <summary>记一笔。</summary>
    public JournalEntry Append(string chain, string kind, string id, string? was, string? became, string? reason = null)
    {
        Open(chain, kind);
        var entry = JournalEntry.Next(chain, Head(chain), At, who, kind, id, was, became, reason ?? why);
        JournalTable.Insert(Statements, entry);
        _heads[chain] = new ChainHead(entry.Seq, entry.Hash);
        return entry;
    }

    private void Open(string chain, string kind)
    {
        if (only is not null && chain != only)
        {
            throw new OtherChainException();
        }

        OtherEntries += kind == Kinds.Line.Key ? 0 : 1;
    }

    private string Stamped()
    {
        Statements.Send();
        return stamp();
    }

    /// <summary>已知的链头, read in this writing by another question.</summary>
    public void Know(string chain, ChainHead head) => _heads.TryAdd(chain, head);

    /// <summary>链头，含本次所写。</summary>
    public ChainHead HeadOf(string chain) => Head(chain);

    private ChainHead Head(string chain)
    {
        if (!_heads.TryGetValue(chain, out var head))
        {
            _heads[chain] = head = JournalTable.Head(Statements, chain);
        }

        return head;
    }

    // Who was quicker, and when, so that the two can talk.
    private void Conflict(StoredRecord record, StoredRecord? present)
    {
        var last = JournalTable.Of(Statements, record.Kind.Key, record.Id) is [.., var entry] ? entry : null;
        var by = last is null ? "" : $"（{last.Who}，{last.At}）";
        var byEnglish = last is null ? "" : $" by {last.Who} at {last.At}";
        var (what, whatEnglish) = present is null ? ("已被删除", "was removed") : record.Version == 0 ? ("已经存在", "exists already, put") : ("已被他人修改", "was changed meanwhile");
        Refuse($"{record.Kind.Chinese} {record.Id} {what}{by}", $"{record.Kind.English} {record.Id} {whatEnglish}{byEnglish}", "请重新读取后再改，不会覆盖他人的修改", "read it again and repeat your change; nobody's work is overwritten");
    }
}
