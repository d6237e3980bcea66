using System.Data.Common;
using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

/// <summary>服务器磁盘已满：the database stands on a disk of a few megabytes in memory, which fills while lines are entered. It takes an account that may mount one, and minutes; a server that is full troubles all who share it, so it runs when MINGZHANG_FULL_SERVER is set.</summary>
public class FullServerTests
{
    [Fact]
    public void On_a_full_disk_of_a_server_nothing_acknowledged_is_lost_and_nothing_is_half_done()
    {
        if (Environment.GetEnvironmentVariable("MINGZHANG_FULL_SERVER") is null)
        {
            Assert.Skip("fills the disk of a server that other tests share: set MINGZHANG_FULL_SERVER=1");
        }

        using var disk = SmallDisk.Mount("18m");
        if (disk is null)
        {
            Assert.Skip("needs an account that may mount a small disk in memory (root), for a tablespace of PostgreSQL");
        }

        using var hands = Hands.Department(Databases.FreshOn(disk.Folder));
        var acknowledged = new List<string>();
        var failure = Record.Exception(() =>
        {
            for (var i = 0; i < 400; i++)
            {
                acknowledged.AddRange(Enter(hands.Store, i));
            }
        });
        var full = Assert.IsAssignableFrom<DbException>(failure);
        Assert.True(Store.DiskIsFull(full), full.Message);
        Assert.InRange(acknowledged.Count, 100, 40_000 - 1);

        // The server itself can do little there: it has no room to sort in, or for whoever connects anew. With some room, another connection finds what was acknowledged,
        // all of it and no more, and the work goes on.
        disk.Grow("96m");
        using var other = Store.Open(hands.Address, hands.Clock, create: false, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), other.Read(r => r.All(Kinds.Line)).Select(l => l.Id).Order(StringComparer.Ordinal));
        Assert.Empty(Verification.Of(other).Faults);
        Assert.Equal(100, Enter(other, 400).Count);
        Assert.Equal(acknowledged.Count + 100, other.Read(r => r.All(Kinds.Line)).Count);
    }

    // A hundred lines at once: either all of them, or none.
    private static List<string> Enter(Store store, int round)
    {
        var ids = new List<string>();
        var problems = store.Write(Hands.Clerk, "", w =>
        {
            var book = new LineBook(w, Documents.Library, Organisations.Unit(w, Hands.Year, "700001")!);
            for (var i = 0; i < 100; i++)
            {
                ids.Add(book.Put(Hands.Running("700001", "public", "30201", i + 1) with { Details = string.Create(CultureInfo.InvariantCulture, $"{round}-{i} ") + new string('文', 900) })!.Id);
            }
        });
        Assert.Empty(problems);
        return ids;
    }

    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string folder) => Folder = folder;

        public string Folder { get; }

        public static SmallDisk? Mount(string size)
        {
            var folder = Databases.Temporary();
            return Environment.UserName == "root" && Databases.Run("mount", "-t", "tmpfs", "-o", "size=" + size, "mingzhang-test", folder) == 0 ? new SmallDisk(folder) : null;
        }

        public void Grow(string size) => Assert.Equal(0, Databases.Run("mount", "-o", "remount,size=" + size, Folder));

        // Lazily: the server still has files of it open.
        public void Dispose() => Databases.Run("umount", "-l", Folder);
    }
}
