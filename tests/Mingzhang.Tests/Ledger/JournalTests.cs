using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

/// <summary>日志：what it proves and what it gives back.</summary>
public class JournalTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_line_rewritten_behind_the_journal_is_found(string kind)
    {
        using var hands = WithLines(kind);
        Databases.Behind(hands.Address, "UPDATE line SET fen = fen + 1 WHERE economic = '30201'");
        var fault = Assert.Single(Verification.Of(hands.Store).Faults);
        Assert.Contains("金额（分） fen 100 → 101", fault.Chinese, StringComparison.Ordinal);
        Databases.Behind(hands.Address, "DELETE FROM line WHERE economic = '30201'");
        Assert.Contains("绕过日志删去", Assert.Single(Verification.Of(hands.Store).Faults).Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void An_entry_rewritten_after_its_guards_were_dropped_is_found(string kind)
    {
        using var hands = WithLines(kind);
        Databases.Behind(hands.Address, Databases.DropGuard(hands.Address, "journal_no_update"), "UPDATE journal SET became = replace(became, 'fen: 100', 'fen: 900') WHERE chain = '700001'", "UPDATE line SET fen = 900 WHERE economic = '30201'");
        var faults = Verification.Of(hands.Store).Faults;
        Assert.Contains(faults, f => f.Chinese.Contains("journal_no_update", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Chinese.Contains("的内容被改写", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_chain_cut_after_sealing_is_found_even_where_its_rows_were_cut_too(string kind)
    {
        using var hands = WithLines(kind);
        hands.Clock.Days(1);
        hands.Put("700002", Hands.Running("700002", "public", "30201", 7));
        Assert.Empty(Verification.Of(hands.Store).Faults);
        Databases.Behind(hands.Address, Databases.DropGuard(hands.Address, "journal_no_delete"), "DELETE FROM journal WHERE chain = '700001' AND seq = 2", "DELETE FROM line WHERE economic = '30202'");
        var faults = Verification.Of(hands.Store).Faults;
        Assert.Contains(faults, f => f.Chinese.Contains("封存以后日志被改写或截短", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_journal_as_text_comes_back_the_same(string kind)
    {
        using var hands = WithLines(kind);
        hands.Clock.Days(1);
        hands.Put("700001", Hands.Running("700001", "public", "30203", 5) with { Details = "换行\n与 \\n" });
        var text = Text(hands.Store);
        var entries = JournalText.Read(new StringReader(text), out var problem);
        Assert.Null(problem);
        using var other = new Hands(Databases.Fresh(kind));
        Assert.Empty(Recovery.Import(other.Store, entries!));
        Assert.Equal(text, Text(other.Store));
        Assert.Empty(Verification.Of(other.Store).Faults);

        // What was appended is only added to the text: nothing else of it moves.
        hands.Put("700002", Hands.Running("700002", "public", "30203", 5));
        var (before, after) = (text.Split('\n'), Text(hands.Store).Split('\n').ToList());
        Assert.All(before.Where(l => l.StartsWith("hash", StringComparison.Ordinal)), l => Assert.Contains(l, after));
        Assert.Null(JournalText.Read(new StringReader(text.Replace("fen: 100", "fen: 101", StringComparison.Ordinal)), out var changed));
        Assert.Contains("与哈希不符", changed!.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_change_is_undone_by_an_entry_of_its_own(string kind)
    {
        using var hands = WithLines(kind);
        var line = hands.Lines().First(l => l.Economic == "30201");
        hands.Put("700001", line with { Fen = 555 });
        hands.Refused(w => Recovery.Undo(w, "700001", line.Version, ""), Hands.Clerk);
        hands.Do(w => Recovery.Undo(w, "700001", 3, "录错"), Hands.Clerk);
        Assert.Equal(100, hands.Lines().First(l => l.Economic == "30201").Fen);
        var history = hands.Store.Read(r => JournalTable.Of(r.Statements, "line", line.Id));
        Assert.Equal(["", "", "撤销 700001#3：录错"], history.Select(e => e.Why));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public void The_history_of_a_figure_tells_every_entry_that_changed_it()
    {
        using var hands = WithLines("sqlite");
        hands.Put("700001", hands.Lines().First(l => l.Economic == "30201") with { Fen = 150 });
        hands.Put("700002", Hands.Running("700002", "public", "30201", 1000));
        var steps = hands.Store.Read(r => FigureHistory.Of(r, Documents.Library, Hands.Year, "700", Documents.Point("measure=expenditure fund=general economic=30201")));
        Assert.Equal([100L, 50, 1000], steps.Select(s => s.Change));
        Assert.Equal(1150, steps[^1].After);
    }

    [Fact]
    public void Replaying_any_journal_gives_the_same_state() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            using var hands = Hands.Department(Databases.Fresh("sqlite"));
            foreach (var b in bytes)
            {
                Any(hands, b);
            }

            Assert.Empty(Verification.Of(hands.Store).Faults);
            var text = Text(hands.Store);
            using var other = new Hands(Databases.Fresh("sqlite"));
            Assert.Empty(Recovery.Import(other.Store, JournalText.Read(new StringReader(text), out _)!));
            Assert.Equal(text, Text(other.Store));
            Assert.Equal(hands.Lines(), other.Lines());
        }));

    // Put, change, remove, undo, or let a day pass.
    private static void Any(Hands hands, byte b)
    {
        var lines = hands.Lines();
        var at = lines.Count == 0 ? null : lines[b % lines.Count];
        hands.Store.Write(Hands.Clerk, "", w =>
        {
            switch (b % 5)
            {
                case 0 when at is not null:
                    w.Remove(at.Stored());
                    break;
                case 1 when at is not null:
                    w.Put((at with { Fen = b * 7, Details = new string('\\', b % 3) + "\n" }).Stored());
                    break;
                case 2 when at is not null:
                    Recovery.Undo(w, at.Unit, at.Version, "");
                    break;
                case 3:
                    hands.Clock.Days(1);
                    break;
                default:
                    Hands.PutIn(w, b % 2 == 0 ? "700001" : "700002", Hands.Year, Hands.Running(b % 2 == 0 ? "700001" : "700002", "public", "30201", b) with { Details = b.ToString(System.Globalization.CultureInfo.InvariantCulture) });
                    break;
            }
        });
    }

    private static Hands WithLines(string kind)
    {
        var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Running("700001", "public", "30201", 100), Hands.Running("700001", "public", "30202", 200));
        return hands;
    }

    private static string Text(Store store)
    {
        using var writer = new StringWriter();
        store.Read(r =>
        {
            JournalText.Write(r, writer);
            return 0;
        });
        return writer.ToString();
    }
}
