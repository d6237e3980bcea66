using System.Globalization;
using Mingzhang.Documents.Writing;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Performance;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>自评：points by hand, the five projects of a real council, and the printed form.</summary>
public class ScoringTests
{
    private const int Year = 2024;

    [Theory]
    [InlineData("≥", 20, 20, 25, false, 25, true, false)]
    [InlineData("≥", 20, 18, 25, false, 22.5, false, false)]
    [InlineData("≥", 20, 26, 25, false, 25, true, false)]
    [InlineData("≥", 20, 30, 25, false, 25, true, true)]
    [InlineData("≥", 20, 30, 25, true, 21.67, true, true)]
    [InlineData(">", 500000, 500000, 15, false, 15, false, false)]
    [InlineData(">", 500000, 400000, 15, false, 12, false, false)]
    [InlineData("≤", 5, 4, 10, false, 10, true, false)]
    [InlineData("≤", 5, 8, 10, false, 6.25, false, false)]
    [InlineData("<", 5, 5, 10, false, 10, false, false)]
    [InlineData("<", 5, 2, 10, true, 5.2, true, true)]
    [InlineData("=", 100, 100, 40, false, 40, true, false)]
    [InlineData("=", 100, 95, 40, false, 38, false, false)]
    [InlineData("=", 2, 4, 40, false, 20, false, false)]
    [InlineData("≤", 0, 3, 10, false, 0, false, false)]
    public void Numbers(string nature, double target, double actual, double weight, bool low, double points, bool met, bool over) =>
        Assert.Equal(new IndicatorScore((decimal)points, met, over), Scoring.Number(nature, (decimal)target, (decimal)actual, (decimal)weight, low));

    [Theory]
    [InlineData("是", "是", null, 40.0)]
    [InlineData("优", "达成", null, 40.0)]
    [InlineData("优", "达成", 85, 34.0)]
    [InlineData("优", "部分达成", 70, 28.0)]
    [InlineData("优", "未达成", 30, 12.0)]
    [InlineData("优", "部分达成", null, null)]
    [InlineData("优", "部分达成", 85, null)]
    [InlineData("优", "未达成", 60, null)]
    [InlineData("是", "否", null, null)]
    public void Words(string value, string actual, int? rating, double? points) => Assert.Equal((decimal?)points, Scoring.Words(value, actual, rating, 40)?.Points);

    [Theory]
    [InlineData(90, "优")]
    [InlineData(89.99, "良")]
    [InlineData(80, "良")]
    [InlineData(79.99, "中")]
    [InlineData(60, "中")]
    [InlineData(59.99, "差")]
    public void Grades(double total, string grade) => Assert.Equal(grade, Scoring.Grade((decimal)total).Chinese);

    // Actual values made up by us; the points beside them are worked out by hand.
    private static readonly (string Code, long Paid, double Rate, (string Actual, string Rating, double Points)[] Indicators, double Total, string Grade)[] Given =
    [
        ("P0", 3_640_000_00, 10, [("22", "", 25), ("27", "", 27), ("150", "", 20), ("70", "", 5), ("540", "", 9)], 96, "优"),
        ("P1", 4_316_580_00, 9, [("是", "", 40), ("部分达成", "75", 15), ("81", "", 13.5), ("400000", "", 12)], 89.5, "良"),
        ("P2", 13_897_600_00, 8, [("3", "", 10), ("1000", "", 30), ("8", "", 20), ("500001", "", 15)], 83, "良"),
        ("P3", 27_200_900_00, 5, [("65", "", 10), ("120", "", 20), ("1650000", "", 10), ("45", "", 5), ("285", "", 9.5)], 59.5, "差"),
        ("P4", 1_460_000_00, 10, [("35", "", 30), ("6", "", 17.5), ("70", "", 25)], 82.5, "良"),
    ];

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void The_five_projects_of_a_real_council_score_as_worked_out_by_hand(string kind)
    {
        var promised = Documents.Read(Shared.Text(Shared.Council)).Performance.Where(p => !p.Whole).ToList();
        using var hands = Hands.Department(Databases.Fresh(kind), Year);
        hands.Do(w =>
        {
            foreach (var (i, project) in promised.Index())
            {
                var own = new Project { Year = Year, Unit = "700001", Code = "P" + i.ToString(CultureInfo.InvariantCulture), Name = project.Name, Objective = project.Goal, State = "已评审" };
                Projects.Put(w, Executing.Of(w, year: Year), own);
                foreach (var (n, indicator) in project.Indicators.Index())
                {
                    Projects.Put(w, Executing.Of(w, year: Year), new ProjectIndicator(own.Id, n + 1, indicator.Name, indicator.Nature, indicator.Value, indicator.Unit, indicator.WeightText, ""));
                }
            }
        }, Hands.Clerk);
        hands.Put("700001", Year, [Hands.Income("700001", "general", promised.Sum(Money), Year), .. promised.Select((p, i) => new Line { Year = Year, Unit = "700001", Fund = "general", Nature = "project", Function = "2012602", Project = "P" + i.ToString(CultureInfo.InvariantCulture), Fen = Money(p) })]);
        hands.Put("700002", Year, Hands.Income("700002", "general", 1, Year), Hands.Running("700002", "public", "30201", 1, Year));
        Executing.Reply(hands, "700", ["700001", "700002"], Year);
        foreach (var given in Given)
        {
            var allotment = Executing.Book(hands, year: Year).All.Single(a => a.Line.Project == given.Code).Id;
            hands.Do(w => Payments.Put(w, Year, [new Payment { Unit = "700001", Day = "2024-11-20", Voucher = given.Code, Allotment = allotment, Fen = given.Paid }]), Hands.Clerk);
            Assert.Contains("还没有结完 12 月", Executing.Told(hands.Refused(w => Evaluations.Put(w, Executing.Of(w, year: Year), Of(w, given.Code), "完成", hands.Store.Today), Hands.Clerk)), StringComparison.Ordinal);
            if (given.Code == "P0")
            {
                Assert.Contains("不是数字", Executing.Told(hands.Refused(w => Enter(w, given.Code, 1, "二十", "", ""), Hands.Clerk)), StringComparison.Ordinal);
            }

            hands.Do(w =>
            {
                foreach (var (n, indicator) in given.Indicators.Index())
                {
                    Enter(w, given.Code, n + 1, indicator.Actual, indicator.Rating, "任务有变化，下年补上");
                }
            }, Hands.Clerk);
            if (given.Code == "P4")
            {
                hands.Do(w => YearEnd.Month(w, Executing.Of(w, year: Year), 12), Hands.Clerk);
            }
        }

        foreach (var given in Given)
        {
            ProjectScore? score = null;
            hands.Do(w => score = Evaluations.Put(w, Executing.Of(w, year: Year), Of(w, given.Code), "年度任务基本完成", hands.Store.Today), Hands.Clerk);
            Assert.Equal(given.Indicators.Select(i => (decimal)i.Points), score!.Indicators.Select(i => i.Score!.Points));
            Assert.Equal(((decimal)given.Rate, (decimal)given.Total, given.Grade), (score.RatePoints, score.Total, score.Grade.Chinese));
            Printed(score, single: false);
            Printed(score, single: true);
        }

        // 150 of 105 people and 3 of 6 platforms: what was passed by far is flagged, what was missed is not met.
        var first = hands.Store.Read(r => ProjectScore.Of(r, Executing.Of(r, year: Year), Of(r, "P0"), Achievement.Final));
        Assert.Equal([false, false, true, false, false], first.Indicators.Select(i => i.Score!.Over));
    }

    [Fact]
    public void Indicators_without_values_and_points_that_make_no_hundred_are_told()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        hands.Do(w => YearEnd.Month(w, Executing.Of(w), 12), Hands.Clerk);
        var problems = hands.Refused(w => Evaluations.Put(w, Executing.Of(w), Projects.Of(w, Executing.Of(w))[0], "", hands.Store.Today), Hands.Clerk);
        Assert.Contains("分值合计 10，不是 100", Executing.Told(problems), StringComparison.Ordinal);
        Assert.Contains("没有写实际完成情况", Executing.Told(problems), StringComparison.Ordinal);
        hands.Refused(w => Achievements.Put(w, Executing.Of(w), new Achievement("2026/700001/P1", 1, "12-31", "5")), Hands.Clerk);
    }

    // The form is read by our own reader as what it says, and no rule of self-evaluation has anything to say.
    private static void Printed(ProjectScore score, bool single)
    {
        var text = ComposedText.Write(EvaluationForm.Of(score, "云溪市档案局", "年度任务基本完成", single));
        var read = Assert.Single(Documents.Read(text).Performance);
        Assert.Equal((score.Total, score.Grade.Chinese, score.Project.Name), (read.Evaluation!.Total!.Value!.Value, read.Evaluation.Grade, read.Name));
        Assert.Equal(score.Indicators.Select(i => i.Score!.Points), read.Indicators.Select(i => i.Score!.Value!.Value));
        Assert.Equal(score.Indicators.Select(i => i.Indicator.Name.Replace(" ", "", StringComparison.Ordinal)), read.Indicators.Select(i => i.Name));
        Assert.Equal(score.Indicators.Select(i => i.Weight), read.Indicators.Select(i => i.Weight!.Value));
        Assert.DoesNotContain(Documents.Check(text).Findings, f => f.Rule.StartsWith("MZ41", StringComparison.Ordinal));
    }

    private static void Enter(Mingzhang.Ledger.Storage.Writing w, string project, int number, string actual, string rating, string reason) =>
        Achievements.Put(w, Executing.Of(w, year: Year), new Achievement($"{Year}/700001/{project}", number, Achievement.Final, actual, rating, false, reason));

    private static Project Of(Mingzhang.Ledger.Storage.Reading reading, string code) => Projects.Of(reading, Executing.Of(reading, year: Year)).Single(p => p.Code == code);

    private static long Money(Mingzhang.Budget.PerformanceObject project) => (long)(project.Money!.Amount!.Value.Yuan * 100);
}
