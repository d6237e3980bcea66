using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Journal;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>执行：allotments, adjustments and payments, and what they refuse.</summary>
public class PaymentTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void The_reply_gives_every_line_its_allotment_and_nothing_is_paid_beyond_it(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        Assert.Equal(3_000_000_00, Executing.Book(hands).All.Sum(a => a.Line.Fen));
        var office = Executing.Allotment(hands, "30201");
        Executing.Pay(hands, Executing.Paying(office, "0001", 200_000_00));
        Assert.Contains("调整预算 250,000.00 元，已付 200,000.00 元，尚余 50,000.00 元", Executing.Refused(hands, Executing.Paying(office, "0002", 50_000_01)), StringComparison.Ordinal);
        Executing.Pay(hands, Executing.Paying(office, "0002", 50_000_00));
        Executing.Refused(hands, Executing.Paying(office, "0003", 1));
        Assert.Equal(250_000_00, Executing.Book(hands).Paid(Executing.Book(hands).Find(office)!));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Money_is_added_cut_and_moved_with_both_sides_and_their_document(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var (office, guests) = (Executing.Allotment(hands, "30201"), Executing.Allotment(hands, "30217"));
        Executing.Pay(hands, Executing.Paying(guests, "0001", 30_000_00));
        Adjust(hands, new Adjustment("", "add", "2026-06-12", "云财预〔2026〕31号", "", office, 25_000_000_00), Hands.Reviewer);
        Adjust(hands, new Adjustment("", "move", "2026-06-12", "云财预〔2026〕32号", guests, office, 20_000_00), Hands.Officer);
        Assert.Contains("超出指标", Refused(hands, new Adjustment("", "cut", "2026-06-12", "云财预〔2026〕33号", guests, "", 1)), StringComparison.Ordinal);
        Assert.Contains("没有写文号", Refused(hands, new Adjustment("", "add", "2026-06-12", "", "", office, 1)), StringComparison.Ordinal);
        Assert.Contains("没有调入指标", Refused(hands, new Adjustment("", "cut", "2026-06-12", "x", office, guests, 1)), StringComparison.Ordinal);
        Assert.Contains("没有可以追加", Executing.Told(hands.Refused(w => Adjustments.Put(w, Executing.Of(w), new Adjustment("", "add", "2026-06-12", "x", "", office, 1)), Hands.Clerk)), StringComparison.Ordinal);
        var book = Executing.Book(hands);
        Assert.Equal((25_270_000_00, 30_000_00), (book.Revised(book.Find(office)!), book.Revised(book.Find(guests)!)));
        Assert.Equal(0, book.Left(book.Find(guests)!));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_refund_is_an_entry_of_its_own_and_never_more_than_its_payment(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var office = Executing.Allotment(hands, "30201");
        Executing.Pay(hands, Executing.Paying(office, "0001", 100_00), Executing.Paying(office, "0002", 40_00) with { Reverses = "0001" });
        Assert.Contains("此前已退 40.00 元", Executing.Refused(hands, Executing.Paying(office, "0003", 60_01) with { Reverses = "0001" }), StringComparison.Ordinal);
        Assert.Contains("没有登记过支付", Executing.Refused(hands, Executing.Paying(office, "0003", 1) with { Reverses = "0002" }), StringComparison.Ordinal);
        Assert.Contains("不是原支付的", Executing.Refused(hands, Executing.Paying(Executing.Allotment(hands, "30217"), "0003", 1) with { Reverses = "0001" }), StringComparison.Ordinal);
        Assert.Equal(60_00, Executing.Book(hands).Paid(Executing.Book(hands).Find(office)!));
        Assert.Equal([100_00L, -40_00], hands.Store.Read(r => Payments.Of(r, Executing.Of(r))).Select(p => p.Whole("fen")));
        var kept = hands.Store.Read(r => Payments.Of(r, Executing.Of(r)))[0];
        Assert.Contains("记下后不能修改", Executing.Told(hands.Refused(w => w.Put(kept with { Values = new Dictionary<string, string>(kept.Values, StringComparer.Ordinal) { ["fen"] = "1" } }))), StringComparison.Ordinal);
        Assert.Contains("不能删除", Executing.Told(hands.Refused(w => w.Remove(kept))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_month_another_year_and_a_used_voucher_are_refused()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        var office = Executing.Allotment(hands, "30201");
        Executing.Pay(hands, Executing.Paying(office, "0001", 1));
        Assert.Contains("已经登记过", Executing.Refused(hands, Executing.Paying(office, "0001", 1)), StringComparison.Ordinal);
        Assert.Contains("不在 2026 年", Executing.Refused(hands, Executing.Paying(office, "0002", 1, "2025-03-05")), StringComparison.Ordinal);
        hands.Do(w => YearEnd.Month(w, Executing.Of(w), 3), Hands.Clerk);
        Assert.Contains("3 月已结账", Executing.Refused(hands, Executing.Paying(office, "0002", 1)), StringComparison.Ordinal);
        hands.Refused(w => YearEnd.Month(w, Executing.Of(w), 2), Hands.Clerk);
        hands.Refused(w => YearEnd.Reopen(w, Executing.Of(w), 3, ""), Hands.Reviewer);
        hands.Do(w => YearEnd.Reopen(w, Executing.Of(w), 3, "补记"), Hands.Reviewer);
        Executing.Pay(hands, Executing.Paying(office, "0002", 1));
        Assert.Contains("金额是零", Executing.Refused(hands, Executing.Paying(office, "0003", 0)), StringComparison.Ordinal);
        Assert.Contains("是负数", Executing.Refused(hands, Executing.Paying(office, "0003", -5)), StringComparison.Ordinal);
        Assert.Contains("没有凭证号", Executing.Refused(hands, Executing.Paying(office, " ", 5)), StringComparison.Ordinal);
        Assert.Contains("没有指标", Executing.Refused(hands, Executing.Paying("无", "0003", 5)), StringComparison.Ordinal);
        Assert.Contains("没有可以登记", Executing.Told(hands.Refused(w => Payments.Put(w, Hands.Year, [Executing.Paying(office, "0003", 5)]), "陌生人")), StringComparison.Ordinal);
    }

    [Fact]
    public void Contracts_bind_their_allotment_and_are_not_overpaid()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        var works = Executing.Book(hands).All.First(a => a.Line.Procurement == "works").Id;
        hands.Do(w => Contracts.Put(w, Executing.Of(w), new Contract("2026-04-01", "HT-1", works, "works", "micro", true, 900_000_00, "云溪建设")), Hands.Clerk);
        Assert.Contains("已签 900,000.00 元", Executing.Told(hands.Refused(w => Contracts.Put(w, Executing.Of(w), new Contract("2026-04-01", "HT-2", works, "works", "", false, 600_000_01, "云溪建设")), Hands.Clerk)), StringComparison.Ordinal);
        Assert.Contains("已经登记过", Executing.Told(hands.Refused(w => Contracts.Put(w, Executing.Of(w), new Contract("2026-04-01", "HT-1", works, "works", "", false, 1, "云溪建设")), Hands.Clerk)), StringComparison.Ordinal);
        Assert.Equal("HT-1", Assert.Single(hands.Store.Read(r => Contracts.Unpaid(r, Executing.Of(r)).ToList())).Number);
        Executing.Pay(hands, Executing.Paying(works, "0001", 500_000_00) with { Contract = "HT-1" });
        Assert.Contains("超出合同 HT-1", Executing.Refused(hands, Executing.Paying(works, "0002", 300_000_00) with { Contract = "HT-1" }, Executing.Paying(works, "0003", 100_000_01) with { Contract = "HT-1" }), StringComparison.Ordinal);
        Assert.Contains("没有登记合同", Executing.Refused(hands, Executing.Paying(works, "0002", 1) with { Contract = "HT-9" }), StringComparison.Ordinal);
        Assert.Empty(hands.Store.Read(r => Contracts.Unpaid(r, Executing.Of(r)).ToList()));
    }

    [Fact]
    public void Events_count_people_and_vehicles()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        hands.Do(w => Events.Put(w, Executing.Of(w), new Event("2026-05-01", "reception", 3, 25)), Hands.Clerk);
        hands.Do(w => Events.Put(w, Executing.Of(w), new Event("2026-05-02", "购置公务用车", 2, 0, "一般公务用车")), Hands.Clerk);
        hands.Do(w => Events.Put(w, Executing.Of(w), new Event("2026-06-02", "vehicle-retired", 1, 0, "一般公务用车")), Hands.Clerk);
        Assert.Equal(1, hands.Store.Read(r => Events.Vehicles(Executing.Of(r), Events.Of(r, Executing.Of(r)), null)));
        foreach (var wrong in new[] { new Event("2026-05-01", "reception", 3, 2), new Event("2026-05-01", "reception", 0, 0), new Event("2026-05-01", "宴会", 1, 1), new Event("2026-05-01", "vehicle-retired", 9, 0) })
        {
            hands.Refused(w => Events.Put(w, Executing.Of(w), wrong), Hands.Clerk);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Many_writers_in_one_group_lose_nothing_and_never_pass_their_allotment(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var office = Executing.Allotment(hands, "30201");
        using (var group = new GroupCommit(hands.Store, Hands.Year, Hands.Clerk, ""))
        {
            var answers = new System.Collections.Concurrent.ConcurrentBag<int>();
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
            {
                for (var i = 0; i < 40; i++)
                {
                    var payment = Executing.Paying(i == 7 ? "无" : office, $"{writer}-{i}", 1_000_00, unit: i == 9 ? "999" : Executing.Unit);
                    answers.Add(group.Put(payment).GetAwaiter().GetResult().Count == 0 ? 1 : 0);
                }
            });
            Assert.Equal((320, 250), (answers.Count, answers.Sum()));
        }

        Assert.Equal(0, Executing.Book(hands).Left(Executing.Book(hands).Find(office)!));
        Assert.Equal(250, hands.Store.Read(r => Payments.Of(r, Executing.Of(r))).Count);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static void Adjust(Hands hands, Adjustment adjustment, string who) => hands.Do(w => Adjustments.Put(w, Executing.Of(w), adjustment), who);

    private static string Refused(Hands hands, Adjustment adjustment) => Executing.Told(hands.Refused(w => Adjustments.Put(w, Executing.Of(w), adjustment), Hands.Reviewer));
}
