using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>流程：who may do what, and what has to hold.</summary>
public class ProcessTests
{
    [Fact]
    public void Every_state_is_reached_and_nothing_is_published_unreviewed()
    {
        var pairs = Steps.Pairs();
        Assert.Equal(Steps.States.Select(s => s.Key), pairs.Select(p => p.Budget).Distinct());
        Assert.All(pairs.Where(p => p.Report is "published" or "corrected"), p => Assert.Equal("published", p.Budget));
        Assert.Equal(Steps.ReportStates.Select(s => s.Key).Order(StringComparer.Ordinal), pairs.Select(p => p.Report).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Steps.All.Where(s => s.Report == "published" || s.Report == "corrected"), s => Assert.Equal(["passed"], s.Reports));
        Assert.Contains(new StatePair("published", "published"), pairs);
        Assert.DoesNotContain(new StatePair("compiling-1", "draft"), pairs);
    }

    [Fact]
    public void Who_has_no_role_or_comes_too_early_is_told_why()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        Assert.Contains("没有可以填报的角色", hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30201", 1)), "陌生人")[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("现在是“一上编制”", hands.Refused(w => Movement.Do(w, "control", Hands.Year, "700001", hands.Store.Today), Hands.Reviewer)[^1].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有预算行", hands.Refused(w => Movement.Do(w, "submit", Hands.Year, "700001", hands.Store.Today), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_becomes_the_reviewer_of_what_he_compiles_by_himself()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Do(w => Organisations.Put(w, new Person("冯汇", "700", Role.Department)));
        hands.Do(w => Organisations.Put(w, new Person("陈填", "700002", Role.Unit)), "冯汇");
        Assert.Contains("财政审核", hands.Refused(w => Organisations.Put(w, new Person("冯汇", "700", Role.Finance)), "冯汇")[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("不能授予", hands.Refused(w => Organisations.Put(w, new Person("陈填", "700001", Role.Unit)), "陈填")[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("common")]
    [InlineData("dept/700")]
    [InlineData("7 01: x")]
    [InlineData("")]
    public void Codes_are_plain_since_they_name_chains(string code)
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        Assert.Contains("不能作编码", hands.Refused(w => Organisations.Put(w, new Unit { Year = Hands.Year, Code = code, Department = "700", Name = "x" }))[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_does_not_balance_is_not_submitted()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Put("700001", Hands.Income("700001", "general", 100), Hands.Running("700001", "public", "30201", 90));
        Assert.Contains("收支不平", hands.Refused(w => Movement.Do(w, "submit", Hands.Year, "700001", hands.Store.Today), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_between_two_units_counts_once_and_what_is_secret_goes_out_with_the_money_that_pays_for_it()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Put("700001", Hands.Income("700001", "general", 1000), Hands.Running("700001", "public", "30201", 600), Hands.Running("700001", "public", "30227", 100) with { Secret = true },
            new Line { Year = Hands.Year, Unit = "700001", Fund = "general", Nature = "to-affiliates", Function = "2012604", Fen = 300, Transfer = "700002" });
        hands.Put("700002", new Line { Year = Hands.Year, Unit = "700002", Measure = "income", Fund = "from-superiors", Fen = 300, Transfer = "700001" }, Hands.Running("700002", "public", "30201", 300, fund: "from-superiors"));
        var (inside, published) = hands.Store.Read(r => (LedgerView.Of(r, Documents.Library, Hands.Year, "700", published: false)!, LedgerView.Of(r, Documents.Library, Hands.Year, "700", published: true)!));
        var (income, spent) = (Documents.Point("year=2026 phase=budget measure=income"), Documents.Point("year=2026 phase=budget measure=expenditure"));
        Assert.Equal((1000, 1000), (inside.At(income), inside.At(spent)));
        Assert.Equal((900, 900), (published.At(income), published.At(spent)));
        Assert.Null(published.At(Documents.Point("year=2026 economic=30227")));
    }

    [Fact]
    public void Money_that_one_unit_pays_and_the_other_does_not_receive_stops_the_department()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Put("700001", Hands.Income("700001", "general", 300), new Line { Year = Hands.Year, Unit = "700001", Fund = "general", Nature = "to-affiliates", Function = "2012604", Fen = 300, Transfer = "700002" });
        hands.Put("700002", Hands.Income("700002", "general", 5), Hands.Running("700002", "public", "30201", 5));
        hands.Step("submit", "700001", Hands.Clerk);
        hands.Step("submit", "700002", Hands.Clerk);
        Assert.Contains("700001 付给 700002 3.00 元，700002 收到 0.00 元", hands.Refused(w => Movement.Do(w, "gather", Hands.Year, "700", hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_last_year_wait_to_be_reviewed()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        hands.Do(w => Words.Put(w, Hands.Year - 1, "700", "words", "duties", "保管档案。"));
        hands.Add(Hands.Year);
        hands.Do(w => Assert.Equal(1, Words.Carry(w, Hands.Year, "700")));
        Assert.Equal("duties", Assert.Single(hands.Store.Read(r => Words.Unreviewed(r, Hands.Year, "700")))["item"]);
        hands.Do(w => Words.Review(w, Hands.Year, "700", "duties"));
        Assert.Empty(hands.Store.Read(r => Words.Unreviewed(r, Hands.Year, "700")));
    }
}
