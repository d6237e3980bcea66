using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>重演：the records that a journal leaves when all its entries are done again.</summary>
internal sealed class Replay
{
    private readonly Dictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);

    /// <summary>所得的记录，按种类和键。</summary>
    public IEnumerable<StoredRecord> Records => Kinds.All.SelectMany(k => _records.Values.Where(r => r.Kind == k).OrderBy(r => r.Id, StringComparer.Ordinal));

    /// <summary>重演一笔。</summary>
    public void Add(JournalEntry entry)
    {
        if (Kinds.Find(entry.Kind) is not { } kind)
        {
            return;
        }

        var key = kind.Key + " " + entry.Id;
        if (entry.Became is null)
        {
            _records.Remove(key);
        }
        else
        {
            _records[key] = new StoredRecord(kind, entry.Id, entry.Chain, RecordText.Read(entry.Became), entry.Seq);
        }
    }

    public StoredRecord? Find(RecordKind kind, string id) => _records.GetValueOrDefault(kind.Key + " " + id);
}
