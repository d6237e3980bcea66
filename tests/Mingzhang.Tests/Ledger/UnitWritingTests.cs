using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>写一个单位：beside those who write to other units, and with what an earlier edit has found out, as long as it is so.</summary>
public class UnitWritingTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void An_edit_after_a_role_was_taken_away_elsewhere_is_refused(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        using var other = new Hands(hands.Address);
        Assert.Empty(Edit(hands, 100));
        Assert.Empty(Edit(hands, 200));
        other.Do(w => Organisations.Put(w, new Person(Hands.Clerk, "700001", Role.Unit), remove: true));
        Assert.Contains("没有可以填报的角色", Assert.Single(Edit(hands, 300)).Message.Chinese, StringComparison.Ordinal);
        other.Do(w => Organisations.Put(w, new Person(Hands.Clerk, "700001", Role.Unit)));
        Assert.Empty(Edit(hands, 400));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void An_edit_after_the_unit_was_submitted_elsewhere_is_refused(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        using var other = new Hands(hands.Address);
        hands.Put("700001", Hands.Income("700001", "general", 5), Hands.Running("700001", "public", "30202", 5));
        Assert.Empty(hands.Store.WriteUnit(Hands.Clerk, "", "700001", w => Hands.PutIn(w, "700001", Hands.Year)));
        other.Step("submit", "700001", Hands.Clerk);
        Assert.Contains("不能填报", Assert.Single(Edit(hands, 300)).Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_line_of_a_project_that_was_refused_is_refused(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        Assert.Empty(Edit(hands, 100));
        var line = Hands.Running("700001", "project", "30201", 5) with { Project = "P1" };
        Assert.NotEmpty(hands.Store.WriteUnit(Hands.Clerk, "", "700001", w =>
        {
            Projects.Put(w, Organisations.Unit(w, Hands.Year, "700001")!, new Project { Year = Hands.Year, Unit = "700001", Code = "P1", Name = "库房改造" });
            Hands.PutIn(w, "700001", Hands.Year, line, line);
        }));
        Assert.Contains("没有项目", Assert.Single(hands.Store.WriteUnit(Hands.Clerk, "", "700001", w => Hands.PutIn(w, "700001", Hands.Year, line))).Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Lines_are_read_as_they_were_put_whatever_their_texts_hold(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Running("700001", "public", "30201", 5) with { Purpose = "meetings", Details = "甲\u001F乙", Procurement = "goods", Sme = "sme", Bought = true, Secret = true }, Hands.Income("700001", "general", 7));
        Read();
        hands.Put("700001", Hands.Income("700001", "general", 7) with { Function = "甲\u001F", Details = "丙" });
        Read();

        void Read()
        {
            var unit = hands.Store.Read(r => Organisations.Unit(r, Hands.Year, "700001")!);
            Assert.Equal(hands.Lines(), hands.Store.Read(r => LineRows.Of(r, unit)));
            Assert.Equal(hands.Lines(), hands.Store.Read(r => LineRows.Of(r, unit)));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_turns_out_to_write_to_the_department_is_written_too(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        Assert.Empty(hands.Store.WriteUnit(Hands.Officer, "", "700001", w => w.Put(Words(w))));
        Assert.Single(hands.Store.Read(r => r.All(Kinds.Text)));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_first_edit_of_a_day_seals_the_days_before(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        Assert.Empty(Edit(hands, 100));
        Assert.Empty(Seals(hands));
        hands.Clock.Days(1);
        Assert.Empty(Edit(hands, 200));
        Assert.Empty(Edit(hands, 300));
        var seal = Assert.Single(Seals(hands));
        Assert.Equal(1, Sealing.Of(seal).Single(h => h.Key == "700001").Value.Seq);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public async Task Who_writes_to_one_unit_waits_for_nobody_who_writes_to_another()
    {
        using var hands = Hands.Department(Databases.Fresh("postgres"));
        using var other = new Hands(hands.Address);
        Assert.Empty(Edit(hands, 100));
        Assert.Empty(Edit(other, 200));
        var meanwhile = hands.Store.WriteUnit(Hands.Clerk, "", "700001", w =>
        {
            Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30202", 5));
            Assert.Empty(other.Store.WriteUnit(Hands.Clerk, "", "700002", o => Hands.PutIn(o, "700002", Hands.Year, Hands.Running("700002", "public", "30202", 7))));
        });
        Assert.Empty(meanwhile);

        // Who writes to the same unit, or to anything at all, waits.
        Task<IReadOnlyList<Mingzhang.Ledger.Problem>>? same = null;
        Assert.Empty(hands.Store.WriteUnit(Hands.Clerk, "", "700001", w =>
        {
            // The lock goes with the first question.
            Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30205", 5));
            same = Task.Run(() => Edit(other, 300), TestContext.Current.CancellationToken);
            Assert.False(same.Wait(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        }));
        Assert.Empty(await same!);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static IReadOnlyList<Mingzhang.Ledger.Problem> Edit(Hands hands, long fen) => hands.Store.WriteUnit(Hands.Clerk, "", "700001",
        w => Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30201", fen) with { Details = fen.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    private static IReadOnlyList<JournalEntry> Seals(Hands hands) => hands.Store.Read(r => JournalTable.OfKind(r.Statements, "dept/700", JournalEntry.Seal));

    private static StoredRecord Words(Writing writing) => new RecordValues().Set("year", Hands.Year).Set("owner", "700").Set("sort", "words").Set("item", "why").Set("said", writing.Who).As(Kinds.Text, "2026/700/words/why", Sealing.DepartmentChain("700"), 0);
}
