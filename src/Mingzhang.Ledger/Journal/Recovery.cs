using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>恢复与撤销：a journal put into an empty ledger, and an entry reversed by another.</summary>
internal static class Recovery
{
    /// <summary>导入：entries as they were written, and the records that they leave; only into a ledger without entries.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="entries">The journal.</param>
    /// <param name="archive">File whose archive comes with it; null where there is none.</param>
    public static IReadOnlyList<Problem> Import(Store store, IReadOnlyList<JournalEntry> entries, string? archive = null) => store.Take(writing =>
    {
        if (JournalTable.Chains(writing.Statements).Count > 0)
        {
            writing.Refuse("账库里已有日志", "the ledger has entries already", "请导入到新建的账库", "import into a new ledger");
            return;
        }

        var replay = new Replay();
        foreach (var entry in entries)
        {
            JournalTable.Insert(writing.Statements, entry);
            replay.Add(entry);
        }

        foreach (var record in replay.Records)
        {
            // Stored as new, under the version that its entry gave it.
            writing.Statements.Store(record with { Version = 0 }, record.Version);
        }

        if (archive is not null)
        {
            using var own = writing.Archive();
            own?.Take(archive);
        }
    });

    /// <summary>撤销一笔：what it changed becomes what it was, by an entry of its own; refused where it was changed again since.</summary>
    public static void Undo(Writing writing, string chain, long seq, string why)
    {
        var entry = JournalTable.Chain(writing.Statements, chain).FirstOrDefault(e => e.Seq == seq);
        if (entry is null || Kinds.Find(entry.Kind) is not { } kind)
        {
            writing.Refuse($"没有可撤销的 {chain}#{seq}", $"there is no {chain}#{seq} that can be undone", "用 mingzhang ledger history 查看各笔", "see mingzhang ledger history");
            return;
        }

        var last = JournalTable.Of(writing.Statements, entry.Kind, entry.Id)[^1];
        if (last.Chain != chain || last.Seq != seq)
        {
            writing.Refuse($"{chain}#{seq} 之后 {kind.Chinese} {entry.Id} 又改过（#{last.Seq}，{last.Who}，{last.At}）", $"{kind.English} {entry.Id} was changed again after {chain}#{seq} (#{last.Seq}, {last.Who}, {last.At})", "先撤销后面的一笔", "undo the later entry first");
            return;
        }

        var reason = $"撤销 {chain}#{seq}" + (why.Length > 0 ? "：" + why : "");
        var present = writing.Find(kind, entry.Id);
        if (entry.Was is not null)
        {
            writing.Put(new StoredRecord(kind, entry.Id, chain, RecordText.Read(entry.Was), present?.Version ?? 0), reason);
        }
        else if (present is not null)
        {
            writing.Remove(present, reason);
        }
    }
}
