using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>转拨：money that units of a department pass to each other counts once, from the fund that first paid, however often it is passed on.</summary>
public class PassedMoneyTests
{
    [Fact]
    public void Money_that_is_passed_on_twice_is_spent_from_the_fund_that_first_paid()
    {
        using var hands = Three();
        hands.Put("700001", Hands.Income("700001", "general", 100_00), Pay("700001", "general", "700002", 100_00));
        hands.Put("700002", Receive("700002", "700001", 100_00), Pay("700002", "other", "700003", 60_00), Hands.Running("700002", "public", "30201", 40_00, fund: "other"));
        hands.Put("700003", Receive("700003", "700002", 60_00), Hands.Running("700003", "public", "30202", 60_00, fund: "other"));
        Assert.Equal((100_00L, 100_00L), (At(hands, "measure=income"), At(hands, "measure=expenditure")));
        Assert.Equal((100_00L, 100_00L), (At(hands, "measure=income fund=general"), At(hands, "measure=expenditure fund=general")));
        Assert.Equal((0L, 0L), (At(hands, "measure=income fund=other"), At(hands, "measure=expenditure fund=other")));
    }

    [Fact]
    public void What_comes_in_two_sums_from_one_unit_is_followed_once()
    {
        using var hands = Three();
        hands.Put("700001", Hands.Income("700001", "general", 90_00), Pay("700001", "general", "700002", 90_00));
        hands.Put("700002", Receive("700002", "700001", 50_00), Receive("700002", "700001", 40_00) with { Details = "第二笔" }, Hands.Income("700002", "other", 70_00), Hands.Running("700002", "public", "30201", 160_00, fund: "other"));
        Assert.Equal((90_00L, 90_00L), (At(hands, "measure=income fund=general"), At(hands, "measure=expenditure fund=general")));
        Assert.Equal((70_00L, 70_00L), (At(hands, "measure=income fund=other"), At(hands, "measure=expenditure fund=other")));
    }

    [Fact]
    public void Units_that_pay_each_other_are_no_endless_way()
    {
        using var hands = Three();
        hands.Put("700001", Hands.Income("700001", "general", 10_00), Receive("700001", "700002", 5_00), Pay("700001", "general", "700002", 8_00), Hands.Running("700001", "public", "30201", 7_00));
        hands.Put("700002", Hands.Income("700002", "general", 4_00), Receive("700002", "700001", 8_00), Pay("700002", "other", "700001", 5_00), Hands.Running("700002", "public", "30202", 7_00));
        Assert.Equal((14_00L, 14_00L), (At(hands, "measure=income"), At(hands, "measure=expenditure")));
    }

    [Fact]
    public void The_history_of_a_figure_tells_both_sides_and_ends_with_what_is_printed()
    {
        using var hands = Three();
        hands.Put("700001", Hands.Income("700001", "general", 100_00), Pay("700001", "general", "700002", 100_00));
        hands.Put("700002", Receive("700002", "700001", 100_00), Hands.Running("700002", "public", "30201", 100_00, fund: "other"));
        var paid = hands.Store.Read(r => FigureHistory.Of(r, Documents.Library, Hands.Year, "700", Documents.Point("year=2026 phase=budget measure=expenditure")));
        Assert.Equal([("700001", 0L, "700002", 100_00L), ("700002", 100_00L, "", 0L)], paid.Select(s => (s.Entry.Chain, s.Change, s.With, s.LeftOut)));
        var received = hands.Store.Read(r => FigureHistory.Of(r, Documents.Library, Hands.Year, "700", Documents.Point("year=2026 phase=budget measure=income")));
        Assert.Equal([("700001", 100_00L, "", 0L), ("700002", 0L, "700001", 100_00L)], received.Select(s => (s.Entry.Chain, s.Change, s.With, s.LeftOut)));
        Assert.Equal(At(hands, "measure=expenditure"), paid[^1].After);

        var unit = hands.Store.Read(r => FigureHistory.Of(r, Documents.Library, Hands.Year, "700001", Documents.Point("year=2026 phase=budget measure=expenditure")));
        Assert.Equal((100_00L, ""), (Assert.Single(unit).Change, unit[0].With));
    }

    private static long At(Hands hands, string coordinates) =>
        hands.Store.Read(r => LedgerView.Of(r, Documents.Library, Hands.Year, "700", published: false)!.At(Documents.Point(string.Create(CultureInfo.InvariantCulture, $"year={Hands.Year} phase=budget {coordinates}")))) ?? 0;

    private static Line Pay(string unit, string fund, string to, long fen) =>
        new() { Year = Hands.Year, Unit = unit, Fund = fund, Nature = "public", Function = unit.EndsWith('1') ? "2012601" : "2012604", Economic = "30299", Fen = fen, Transfer = to };

    private static Line Receive(string unit, string from, long fen) => new() { Year = Hands.Year, Unit = unit, Measure = "income", Fund = "other", Fen = fen, Transfer = from };

    private static Hands Three()
    {
        var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Do(w =>
        {
            Organisations.Put(w, new Unit { Year = Hands.Year, Code = "700003", Department = "700", Name = "云溪市档案服务中心", Kind = "事业" });
            Organisations.Put(w, new Person(Hands.Clerk, "700003", Role.Unit));
        });
        return hands;
    }
}
