using System.Data.Common;
using System.Text;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Ledger;

/// <summary>账库的存放：the same on both databases.</summary>
public class StorageTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_entered_is_read_again_to_the_fen(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Running("700001", "public", "30201", 123_456_789_01) with { Details = "一行\n两行 \\ 'x'; DROP TABLE line" });
        var line = Assert.Single(hands.Lines());
        Assert.Equal(123_456_789_01, line.Fen);
        Assert.Equal("一行\n两行 \\ 'x'; DROP TABLE line", line.Details);
        Assert.Equal("50201", line.Government);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Two_people_who_change_one_line_do_not_overwrite_each_other(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Running("700001", "public", "30201", 100));
        var read = Assert.Single(hands.Lines());
        hands.Put("700001", read with { Fen = 200 });
        var problem = Assert.Single(hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, read with { Fen = 300 }), Hands.Clerk));
        Assert.Contains("已被他人修改", problem.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains(Hands.Clerk + "，2025-08-04", problem.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(hands.Lines()).Fen);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_refused_writing_leaves_nothing(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30201", 100), Hands.Running("700001", "public", "30201", -5)), Hands.Clerk);
        Assert.Empty(hands.Lines());
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_journal_refuses_to_be_changed(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        Assert.ThrowsAny<DbException>(() => Databases.Behind(hands.Address, "UPDATE journal SET who = 'x'"));
        Assert.ThrowsAny<DbException>(() => Databases.Behind(hands.Address, "DELETE FROM journal"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_backup_in_use_is_restored_whole(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Running("700001", "public", "30201", 100));
        var copy = Path.Combine(Databases.Temporary(), "copy");
        Backup.Write(hands.Store, copy);
        hands.Put("700001", Hands.Running("700001", "public", "30202", 200));
        using var other = new Hands(Databases.Fresh(kind));
        Assert.Empty(Backup.Restore(other.Store, copy, other.Clock));
        Assert.Equal(100, Assert.Single(other.Lines()).Fen);
        Assert.Empty(Verification.Of(other.Store).Faults);
        Assert.NotEmpty(Backup.Restore(other.Store, copy, other.Clock));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_was_published_comes_back_with_the_ledger(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        using (var archive = ArchiveStore.Open(hands.Address, hands.Clock, Documents.Library.Space, create: true, out _)!)
        {
            Archives.File(archive, Documents.Sample);
        }

        var copy = Path.Combine(Databases.Temporary(), "copy");
        Backup.Write(hands.Store, copy);
        using var other = new Hands(Databases.Fresh(kind));
        Assert.Empty(Backup.Restore(other.Store, copy, other.Clock));
        using var restored = ArchiveStore.Open(other.Address, other.Clock, Documents.Library.Space, create: false, out var problem)!;
        Assert.Null(problem);
        var document = Archives.Only(restored);
        Assert.Equal(Encoding.UTF8.GetBytes(Documents.Sample), restored.Read(a => a.Bytes(document.Hash)));
        Assert.Equal(document.Statements, restored.Read(a => a.Statements(document)).Count);
        Assert.NotEmpty(restored.Read(a => a.Search("公务接待", 10)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Who_reads_waits_for_no_writer(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Do(w =>
        {
            Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30201", 5));
            using var other = Store.Open(hands.Address, TimeProvider.System, create: false, out _);
            Assert.Empty(other!.Read(r => r.All(Kinds.Line)));
        }, Hands.Officer);
        Assert.Single(hands.Lines());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_ledger_is_opened_again_and_a_newer_one_is_refused(string kind)
    {
        var address = Databases.Fresh(kind);
        Hands.Department(address).Dispose();
        using (var again = Store.Open(address, TimeProvider.System, create: false, out _))
        {
            Assert.Equal(2, again!.Read(r => Organisations.Units(r, Hands.Year, "700").Count));
        }

        Databases.Behind(address, "INSERT INTO migration (number, at) VALUES (999, 'later')");
        Assert.Null(Store.Open(address, TimeProvider.System, create: false, out var problem));
        Assert.Contains("较新的程序", problem!.Remedy.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_ledger_of_an_older_structure_is_raised_with_all_that_it_holds(string kind)
    {
        var address = Databases.Fresh(kind);
        using (var hands = Hands.Department(address))
        {
            hands.Put("700001", Hands.Running("700001", "public", "30201", 100));
        }

        Databases.Behind(address, [.. new[] { "publication", "evaluation", "achievement", "remainder", "closing", "event", "receipt", "payment", "contract", "adjustment", "allotment" }.Select(t => "DROP TABLE " + t)]);
        Databases.Behind(address, "DROP INDEX journal_at", "DROP TABLE succession", "DROP TABLE verdict", "DROP TABLE term", "DROP TABLE holidays", "DROP TABLE ruleset", "ALTER TABLE words DROP COLUMN figures", "DROP TABLE staff", "DROP TABLE standard", "DROP TABLE intake", "ALTER TABLE line DROP COLUMN source", "ALTER TABLE project DROP COLUMN secret", "ALTER TABLE stage DROP COLUMN corrected", "DELETE FROM migration WHERE number >= 2");
        using var again = Store.Open(address, TimeProvider.System, create: false, out _);
        Assert.Single(again!.Read(r => r.All(Kinds.Line)));
        Assert.Empty(Verification.Of(again).Faults);
    }

    [Fact]
    public void What_is_no_ledger_is_told()
    {
        Assert.Null(Store.Open(Path.Combine(Databases.Temporary(), "none.db"), TimeProvider.System, create: false, out var absent));
        Assert.Contains("没有账库", absent!.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(Store.Open("http://x/y", TimeProvider.System, create: false, out var address));
        Assert.Contains("地址", address!.Message.Chinese, StringComparison.Ordinal);
        var other = Path.Combine(Databases.Temporary(), "text.db");
        File.WriteAllText(other, new string('x', 5000));
        Assert.Null(Store.Open(other, TimeProvider.System, create: false, out var text));
        Assert.Contains("打不开", text!.Message.Chinese, StringComparison.Ordinal);
    }
}
