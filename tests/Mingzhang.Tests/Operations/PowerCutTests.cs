using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.Tests.Operations;

/// <summary>断电：what a disk holds when the power goes is what was written through, then a torn end; opened again, the ledger is at the last acknowledged entry whose bytes are there, whole, at every cut.</summary>
public class PowerCutTests
{
    private const int Entries = 30;

    [Fact]
    public void Wherever_the_log_of_writes_is_cut_what_was_acknowledged_before_is_there_and_nothing_is_half_done()
    {
        var address = Databases.Fresh("sqlite");
        using var hands = Hands.Department(address);
        var log = address + "-wal";

        // The log only grows here: it is not yet so long that the database takes it in.
        var ends = new List<long> { new FileInfo(log).Length };
        var ids = new List<string>();
        for (var i = 1; i <= Entries; i++)
        {
            hands.Put("700001", Hands.Running("700001", "public", "30202", i) with { Details = $"第{i}笔" });
            ids.Add(hands.Lines().Select(l => l.Id).Except(ids, StringComparer.Ordinal).Single());
            ends.Add(new FileInfo(log).Length);
        }

        Assert.Equal(ends.Order(), ends);
        var (database, written) = (Shared(address), Shared(log));
        var random = new Random(20261128);
        for (var round = 0; round < Math.Max(40, Killing.Kills); round++)
        {
            var cut = round < Entries ? ends[round] : random.NextInt64(ends[0], ends[^1] + 1);
            var copy = Path.Combine(Databases.Temporary(), "cut.db");
            File.WriteAllBytes(copy, database);
            var end = written[..(int)cut];
            if (round % 2 == 1)
            {
                // What had not been written through may be anything.
                var torn = new byte[random.Next(1, 8192)];
                random.NextBytes(torn);
                end = [.. end, .. torn];
            }

            File.WriteAllBytes(copy + "-wal", end);
            using var opened = Store.Open(copy, TimeProvider.System, create: false, out var problem);
            Assert.Null(problem);
            var whole = ends.Count(e => e <= cut) - 1;
            Assert.Equal(ids[..whole].Order(StringComparer.Ordinal), opened!.Read(r => r.All(Kinds.Line)).Select(l => l.Id).Order(StringComparer.Ordinal));
            Assert.Empty(Verification.Of(opened).Faults);
        }
    }

    private static byte[] Shared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
