using Mingzhang.Ledger.Estimates;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Ledger;

/// <summary>测算：personnel and public costs from staff and standards.</summary>
public class EstimateTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void Amounts_come_from_people_vehicles_and_shares_and_say_how(string kind)
    {
        using var hands = Staffed(Databases.Fresh(kind));
        var steps = Estimate(hands);
        Assert.Equal(
        [
            "基本工资（行政）：实有 12×36,000.00 元 = 432,000.00",
            "津贴补贴（行政）：实有 12×24,000.55 元 = 288,006.60",
            "公用定额（行政）：编制 14×20,000.00 元 = 280,000.00",
            "车辆运行维护（行政）：一般公务用车 2×25,000.00 元 = 50,000.00",
            "养老保险缴费（行政）：(30101+30102) 720,006.60 元×16% = 115,201.06",
            "退休人员公用（工勤）：退休 3×800.00 元 = 2,400.00",
        ], steps.Select(s => $"{s.Estimate!.How.Chinese} = {Fen.Yuan(s.Line.Fen)}"));
        Assert.All(steps, s => Assert.Equal("新增", s.Done));
        Assert.Equal(("2080505", "50102"), hands.Lines().Where(l => l.Economic == "30108").Select(l => (l.Function, l.Government)).Single());
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public void Computing_again_changes_nothing_and_new_facts_replace_only_what_was_computed()
    {
        using var hands = Staffed(Databases.Fresh("sqlite"));
        hands.Put("700001", Hands.Running("700001", "public", "30202", 777));
        Estimate(hands);
        var lines = hands.Lines();
        Assert.All(Estimate(hands), s => Assert.Equal("不变", s.Done));
        Assert.Equal(lines, hands.Lines());
        hands.Do(w => Staff.Put(w, Unit(w), Staff.Of(w, Unit(w))[0] with { Actual = 13 }), Hands.Clerk);
        hands.Do(w => Standards.Remove(w, Hands.Year, "20"));
        var steps = Estimate(hands);
        Assert.Equal(["更新", "更新", "更新", "删除", "不变", "不变"], steps.OrderBy(s => s.Estimate?.Key ?? "1z", StringComparer.Ordinal).Select(s => s.Done));
        Assert.Equal(468_000_00, hands.Lines().Single(l => l.Economic == "30101").Fen);
        Assert.Equal(777, hands.Lines().Single(l => l.Economic == "30202").Fen);
        Assert.DoesNotContain(hands.Lines(), l => l.Details.StartsWith("公用定额", StringComparison.Ordinal));
    }

    [Fact]
    public void A_computed_line_that_a_person_changed_is_kept_as_entered()
    {
        using var hands = Staffed(Databases.Fresh("sqlite"));
        Estimate(hands);
        var basic = hands.Lines().Single(l => l.Economic == "30101");
        hands.Put("700001", basic with { Fen = 1 });
        var step = Assert.Single(Estimate(hands), s => s.Done != "不变");
        Assert.Equal(("保留", 1), (step.Done, step.Line.Fen));
        Assert.Equal(1, hands.Lines().Single(l => l.Economic == "30101").Fen);
    }

    [Fact]
    public void What_is_tried_is_shown_and_not_kept()
    {
        using var hands = Staffed(Databases.Fresh("sqlite"));
        IReadOnlyList<EstimateStep> steps = [];
        Assert.Empty(hands.Store.Try(Hands.Clerk, w => steps = Estimating.Do(w, Documents.Library, Unit(w))));
        Assert.Equal(6, steps.Count);
        Assert.Empty(hands.Lines());
    }

    [Fact]
    public void Standards_are_refused_with_every_reason_and_set_by_those_who_may()
    {
        using var hands = Staffed(Databases.Fresh("sqlite"));
        var faults = hands.Refused(w => Standards.Put(w, Documents.Library, new Standard { Year = Hands.Year, Code = "90", Per = "head", Economic = "30250", Nature = "project", Categories = "临时" }));
        Assert.Equal(5, faults.Count);
        Assert.Contains("不能设定支出标准", hands.Refused(w => Standards.Put(w, Documents.Library, PerHead("91", "甲", "30103", 1)), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("超过编制", hands.Refused(w => Staff.Put(w, Unit(w), new Staff(Hands.Year, "700001", "事业", 1, 2, 0, "")), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有人员情况", hands.Refused(w => Estimating.Do(w, Documents.Library, Organisations.Unit(w, Hands.Year, "700002")!), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Standards_of_last_year_are_carried_over_once()
    {
        using var hands = Staffed(Databases.Fresh("sqlite"));
        hands.Do(w => Assert.Equal(6, Standards.Carry(w, Documents.Library, Hands.Year + 1)));
        hands.Do(w => Assert.Equal(0, Standards.Carry(w, Documents.Library, Hands.Year + 1)));
    }

    private static IReadOnlyList<EstimateStep> Estimate(Hands hands)
    {
        IReadOnlyList<EstimateStep> steps = [];
        hands.Do(w => steps = Estimating.Do(w, Documents.Library, Unit(w)), Hands.Clerk);
        return steps;
    }

    private static Unit Unit(Mingzhang.Ledger.Storage.Reading reading) => Organisations.Unit(reading, Hands.Year, "700001")!;

    private static Standard PerHead(string code, string name, string economic, long fen) => new() { Year = Hands.Year, Code = code, Name = name, Fen = fen, Economic = economic };

    private static Hands Staffed(string address)
    {
        var hands = Hands.Department(address);
        hands.Do(w =>
        {
            Organisations.Put(w, Unit(w) with { Vehicles = "一般公务用车=2 执法执勤用车=1" });
            Standard[] standards =
            [
                PerHead("10", "基本工资", "30101", 36_000_00) with { Categories = "行政 参公" },
                PerHead("11", "津贴补贴", "30102", 24_000_55) with { Categories = "行政 参公" },
                PerHead("20", "公用定额", "30201", 20_000_00) with { Per = "posts", Nature = "public", Categories = "行政" },
                PerHead("21", "车辆运行维护", "30231", 25_000_00) with { Per = "vehicle:一般公务用车", Nature = "public" },
                PerHead("22", "退休人员公用", "30299", 800_00) with { Per = "retired", Nature = "public" },
                new() { Year = Hands.Year, Code = "05", Name = "养老保险缴费", Per = "percent", Percent = "16", Base = "30101 30102", Economic = "30108", Function = "2080505", Categories = "行政" },
            ];
            standards.ToList().ForEach(s => Standards.Put(w, Documents.Library, s));
        });
        hands.Do(w =>
        {
            Staff.Put(w, Unit(w), new Staff(Hands.Year, "700001", "行政", 14, 12, 0, "2012601"));
            Staff.Put(w, Unit(w), new Staff(Hands.Year, "700001", "工勤", 0, 0, 3, "2012601"));
        }, Hands.Clerk);
        return hands;
    }
}
