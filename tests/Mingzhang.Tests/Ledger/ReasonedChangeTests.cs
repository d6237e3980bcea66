using Mingzhang.App.Commands.Ledger;
using Mingzhang.Documents.Writing;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>变动的原因：which functions drive a change, and how much of it the reason names.</summary>
public class ReasonedChangeTests
{
    [Fact]
    public void A_reason_is_measured_by_the_functions_that_it_names()
    {
        using var hands = Department();
        hands.Do(w => Words.Put(w, Hands.Year, "700", "words", "why-basic", "行政运行经费按编制调整"));
        var basic = Of(hands).Single(c => c.Key == "why-basic");
        Assert.Equal((1_000m, 1_400m), (basic.Before, basic.Now));
        Assert.Equal([("2012601", 300m, true), ("2012604", 100m, false)], basic.Drivers.Select(d => (d.Code, d.Amount, d.Named)));
        Assert.Equal(0.75m, basic.Named);
        Assert.Equal("行政运行", basic.Drivers[0].Name);
    }

    [Fact]
    public void A_reason_that_speaks_of_kinds_of_spending_names_their_part()
    {
        using var hands = Department();
        hands.Do(w => Words.Put(w, Hands.Year, "700", "words", "why-basic", "基本工资标准提高"));
        Assert.Equal(0.75m, Of(hands).Single(c => c.Key == "why-basic").Named);
        hands.Do(w => Words.Put(w, Hands.Year, "700", "words", "why-basic", "年度任务安排有所调整"));
        Assert.Equal(0m, Of(hands).Single(c => c.Key == "why-basic").Named);
    }

    [Fact]
    public void What_did_not_change_and_what_nobody_explained_say_so()
    {
        using var hands = Department();
        var changes = Of(hands);
        Assert.Null(changes.Single(c => c.Key == "why 三公/abroad").Named);
        Assert.Null(changes.Single(c => c.Key == "why-basic").Reason);
        var answer = ReasonsAnswer.Of(changes);
        Assert.Contains("还没有写原因", answer.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有变化", answer.Chinese, StringComparison.Ordinal);
        Assert.Contains("no reason is written", answer.English, StringComparison.Ordinal);
        Assert.Contains("2012601 行政运行\t+300.00", answer.Chinese, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ReasonedChange> Of(Hands hands) =>
        ReasonedChange.Of(Documents.Library, Documents.Library.Book("cq-budget")!, hands.Store.Read(r => LedgerDraft.Of(r, Documents.Library, Hands.Year, "700"))!);

    private static Hands Department()
    {
        var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        hands.Add(Hands.Year);
        hands.Put("700001", Hands.Year - 1, Hands.Running("700001", "personnel", "30101", 600_00, Hands.Year - 1));
        hands.Put("700002", Hands.Year - 1, Hands.Running("700002", "public", "30201", 400_00, Hands.Year - 1));
        hands.Put("700001", Hands.Running("700001", "personnel", "30101", 900_00));
        hands.Put("700002", Hands.Running("700002", "public", "30201", 500_00));
        return hands;
    }
}
