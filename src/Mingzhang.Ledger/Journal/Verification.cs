using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>查账的结果。</summary>
/// <param name="Entries">How many entries were recomputed.</param>
/// <param name="Chains">How many chains there are.</param>
/// <param name="Sealed">How many of the entries a seal covers.</param>
/// <param name="Faults">What does not agree; empty for a sound ledger.</param>
internal sealed record Verified(long Entries, int Chains, long Sealed, IReadOnlyList<Reason> Faults);

/// <summary>查账：every hash again, every seal against the chains, every table against the journal, and whether what protects the journal is there.</summary>
internal static class Verification
{
    public static Verified Of(Store store)
    {
        var faults = new List<Reason>();
        faults.AddRange(store.MissingGuards().Select(g => new Reason($"日志的守护 {g} 不见了：日志可能被改写过", $"the guard {g} of the journal is gone: it may have been rewritten")));
        return store.Read(reading =>
        {
            var replay = new Replay();
            var hashes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            var seals = new List<JournalEntry>();
            foreach (var chain in JournalTable.Chains(reading.Statements))
            {
                hashes[chain] = Chain(JournalTable.Chain(reading.Statements, chain), replay, seals, faults);
            }

            var covered = Seals(seals, hashes, faults);
            Tables(reading, replay, faults);
            return new Verified(hashes.Values.Sum(h => (long)h.Count), hashes.Count, covered, faults);
        });
    }

    private static List<string> Chain(IReadOnlyList<JournalEntry> entries, Replay replay, List<JournalEntry> seals, List<Reason> faults)
    {
        var head = ChainHead.Empty;
        var hashes = new List<string>();
        foreach (var entry in entries)
        {
            var name = $"{entry.Chain}#{Number(entry.Seq)}";
            if (entry.Seq != head.Seq + 1)
            {
                faults.Add(new Reason($"日志 {name} 之前缺了 {Number(entry.Seq - head.Seq - 1)} 笔", $"{Number(entry.Seq - head.Seq - 1)} entries before {name} are missing"));
            }
            else if (entry.Previous != head.Hash)
            {
                faults.Add(new Reason($"日志 {name} 与前一笔不衔接", $"entry {name} does not follow the one before"));
            }

            if (entry.Hash != entry.Computed())
            {
                faults.Add(new Reason($"日志 {name}（{entry.Who}，{entry.At}，{entry.Kind} {entry.Id}）的内容被改写", $"entry {name} ({entry.Who}, {entry.At}, {entry.Kind} {entry.Id}) was rewritten"));
            }

            if (entry.Kind == JournalEntry.Seal)
            {
                seals.Add(entry);
            }

            var before = Kinds.Find(entry.Kind) is { } kind ? replay.Find(kind, entry.Id)?.Body : null;
            if (entry.Kind != JournalEntry.Seal && before != entry.Was)
            {
                faults.Add(new Reason($"日志 {name} 所记的原值与此前的经过不符", $"what entry {name} says was there before is not what earlier entries left"));
            }

            replay.Add(entry);
            hashes.Add(entry.Hash);
            head = new ChainHead(entry.Seq, entry.Hash);
        }

        return hashes;
    }

    private static long Seals(List<JournalEntry> seals, Dictionary<string, List<string>> hashes, List<Reason> faults)
    {
        foreach (var seal in seals)
        {
            foreach (var (unit, head) in Sealing.Of(seal))
            {
                if (hashes.GetValueOrDefault(unit)?.ElementAtOrDefault((int)head.Seq - 1) != head.Hash)
                {
                    faults.Add(new Reason($"{seal.Id} 封存的 {unit} 第 {Number(head.Seq)} 笔不在日志里：封存以后日志被改写或截短", $"entry {Number(head.Seq)} of {unit}, sealed on {seal.Id}, is not in the journal: it was rewritten or cut after sealing"));
                }
            }
        }

        return Sealing.Heads(seals).Values.Sum(h => h.Seq);
    }

    private static void Tables(Reading reading, Replay replay, List<Reason> faults)
    {
        foreach (var kind in Kinds.All)
        {
            var present = reading.All(kind).ToDictionary(r => r.Id, StringComparer.Ordinal);
            var expected = replay.Records.Where(r => r.Kind == kind).ToDictionary(r => r.Id, StringComparer.Ordinal);
            foreach (var (id, record) in present)
            {
                if (!expected.TryGetValue(id, out var told))
                {
                    faults.Add(new Reason($"{kind.Chinese} {id} 不在日志里：是绕过日志加上的", $"{kind.English} {id} is not in the journal: it was put in behind it"));
                }
                else if (record.Body != told.Body || record.Version != told.Version || record.Chain != told.Chain)
                {
                    var change = Difference(told, record);
                    faults.Add(new Reason($"{kind.Chinese} {id} 与日志不符：{change}", $"{kind.English} {id} is not what the journal says: {change}"));
                }
            }

            faults.AddRange(expected.Keys.Except(present.Keys, StringComparer.Ordinal).Select(id => new Reason($"{kind.Chinese} {id} 在日志里有，表里没有：是绕过日志删去的", $"{kind.English} {id} is in the journal and not in its table: it was deleted behind it")));
        }
    }

    private static string Difference(StoredRecord told, StoredRecord found)
    {
        var field = told.Kind.Fields.FirstOrDefault(f => told[f.Key] != found[f.Key]);
        return field is null ? $"版本 version {Number(told.Version)} → {Number(found.Version)}" : $"{field.Chinese} {field.Key} {told[field.Key]} → {found[field.Key]}";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
