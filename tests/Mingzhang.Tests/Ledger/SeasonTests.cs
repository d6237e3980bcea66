using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>一季预算：from first submission to publication, and any book from the ledger.</summary>
public class SeasonTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_budget_season_from_first_submission_to_publication(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind), Hands.Year - 1);
        Third(hands, Hands.Year - 1);
        foreach (var unit in Units)
        {
            hands.Put(unit, Hands.Year - 1, Lines(unit, Hands.Year - 1, 95));
        }

        hands.Add(Hands.Year);
        Third(hands, Hands.Year);
        foreach (var unit in Units)
        {
            Project(hands, unit);
            hands.Put(unit, Hands.Year, [.. Lines(unit, Hands.Year, 100), .. Special(unit)]);
        }

        // First round: one unit is missing and named, one is returned and comes again.
        hands.Step("submit", "700001", Hands.Clerk);
        hands.Step("submit", "700002", Hands.Clerk);
        Assert.Contains("700003 云溪市档案服务中心（一上编制）", hands.Refused(w => Movement.Do(w, "gather", Hands.Year, "700", hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
        hands.Step("submit", "700003", Hands.Clerk);
        hands.Step("return", "700002", Hands.Officer);
        hands.Step("submit", "700002", Hands.Clerk);
        hands.Step("gather", "700", Hands.Officer);
        hands.Clock.Days(60);

        // 一下: figures, of which one is kept to only at the second try.
        foreach (var unit in Units)
        {
            var lines = hands.Lines().Where(l => l.Unit == unit && l.Spending && l.Fund == "general").ToList();
            hands.Do(w =>
            {
                var of = Organisations.Unit(w, Hands.Year, unit)!;
                Controls.Put(w, of, new Control("general", "basic", lines.Where(l => l.Group == "basic").Sum(l => l.Fen)));
                Controls.Put(w, of, new Control("general", "project", lines.Where(l => l.Group == "project").Sum(l => l.Fen)));
            }, Hands.Reviewer);
        }

        hands.Step("issue", "700", Hands.Reviewer);
        var office = hands.Lines().First(l => l is { Unit: "700001", Economic: "30201" });
        var exceeded = hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, office with { Fen = office.Fen + 1 }), Hands.Clerk);
        Assert.Contains("多 0.01 元", exceeded[0].Message.Chinese, StringComparison.Ordinal);
        hands.Put("700001", office with { Fen = office.Fen - 1 }, hands.Lines().First(l => l is { Unit: "700001", Measure: "income", Fund: "general", Details: "" }) with { Fen = 1_990_000_00 - 1 });

        // 二上 and its review: a comment is settled, another waived with a reason.
        foreach (var unit in Units)
        {
            hands.Step("submit", unit, Hands.Clerk);
        }

        hands.Step("gather", "700", Hands.Officer);
        hands.Do(w => Comments.Add(w, Organisations.Unit(w, Hands.Year, "700001")!, office.Id, "办公费偏高"), Hands.Reviewer);
        hands.Step("return", "700001", Hands.Reviewer);
        hands.Step("submit", "700001", Hands.Clerk);
        hands.Step("gather", "700", Hands.Officer);
        Assert.Contains("办公费偏高", hands.Refused(w => Movement.Do(w, "approve", Hands.Year, "700", hands.Store.Today), Hands.Reviewer)[0].Message.Chinese, StringComparison.Ordinal);
        hands.Refused(w => Comments.Close(w, Organisations.Unit(w, Hands.Year, "700001")!, 1, waive: true, ""), Hands.Reviewer);
        hands.Do(w => Comments.Close(w, Organisations.Unit(w, Hands.Year, "700001")!, 1, waive: true, "搬迁当年"), Hands.Reviewer);
        hands.Step("approve", "700", Hands.Reviewer);
        Assert.Equal([250_000_00L, 250_000_00 - 1], new int?[] { 1, 2 }.Select(r => hands.Store.Read(reading => LedgerView.Of(reading, Documents.Library, Hands.Year, "700001", false, r)!.At(Documents.Point("year=2026 economic=30201"))!.Value)));
        hands.Clock.Days(90);
        hands.Step("reply", "700", Hands.Reviewer);

        Assert.All(hands.Store.Read(r => Units.SelectMany(u => Projects.Of(r, Organisations.Unit(r, Hands.Year, u)!)).Where(p => p.Code == "P1").ToList()), p => Assert.Equal("列入预算", p.State));

        // Publication within twenty days, once the words are there; our own checks find nothing.
        var book = Documents.Library.Book("cq-budget")!;
        hands.Clock.Days(12);
        var gaps = hands.Refused(w => Publication.Publish(w, Documents.Library, book, Hands.Year, "700", hands.Store.Today));
        Assert.Contains(gaps, g => g.Message.Chinese.Contains("还缺文字", StringComparison.Ordinal));
        Write(hands, book.Key, "700");
        var report = Publication.Check(Documents.Library, hands.Publish(book.Key, "700", Hands.Officer, hands.Store.Today));
        Assert.Empty(report.Findings.Select(f => f.Rule + " " + f.Message.Chinese));
        Assert.All(Units, u => Assert.Equal("published", hands.Store.Read(r => Stage.Of(r, Hands.Year, u)).State));
        Assert.Contains("“已公开”", hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, office), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [InlineData("cq-budget", "700")]
    [InlineData("national-budget", "700")]
    [InlineData("sh-department-budget", "700")]
    [InlineData("sh-unit-budget", "700002")]
    public void Any_book_is_written_from_the_ledger_and_read_back_without_an_error(string key, string code)
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        Third(hands, Hands.Year - 1);
        hands.Add(Hands.Year);
        Third(hands, Hands.Year);
        foreach (var unit in Units)
        {
            Project(hands, unit);
            hands.Put(unit, Hands.Year - 1, Lines(unit, Hands.Year - 1, 95));
            hands.Put(unit, Hands.Year, [.. Lines(unit, Hands.Year, 100), .. key == "national-budget" ? Special(unit).Select(Carried) : Special(unit)]);
        }

        Write(hands, key, code);
        var composed = hands.Store.Read(r => Composer.Compose(Documents.Library, Documents.Library.Book(key)!, LedgerDraft.Of(r, Documents.Library, Hands.Year, code)!));
        var errors = Publication.Check(Documents.Library, composed).Findings.Where(f => f.Severity == Mingzhang.Budget.Severity.Error);
        Assert.Empty(errors.Select(f => f.Rule + " " + f.Message.Chinese));
    }

    [Fact]
    public void A_unit_publishes_its_own_document_and_the_department_still_publishes_its()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        Third(hands, Hands.Year - 1);
        hands.Add(Hands.Year);
        Third(hands, Hands.Year);
        foreach (var unit in Units)
        {
            Project(hands, unit);
            hands.Put(unit, Hands.Year - 1, Lines(unit, Hands.Year - 1, 95));
            hands.Put(unit, Hands.Year, [.. Lines(unit, Hands.Year, 100), .. Special(unit)]);
            hands.Step("submit", unit, Hands.Clerk);
        }

        hands.Step("gather", "700", Hands.Officer);
        foreach (var unit in Units)
        {
            hands.Do(w => Controls.Put(w, Organisations.Unit(w, Hands.Year, unit)!, new Control("general", "basic", 1_990_000_00)), Hands.Reviewer);
            hands.Do(w => Controls.Put(w, Organisations.Unit(w, Hands.Year, unit)!, new Control("general", "project", 800_000_00)), Hands.Reviewer);
        }

        hands.Step("issue", "700", Hands.Reviewer);
        Units.ToList().ForEach(u => hands.Step("submit", u, Hands.Clerk));
        hands.Step("gather", "700", Hands.Officer);
        hands.Step("approve", "700", Hands.Reviewer);
        hands.Step("reply", "700", Hands.Reviewer);
        hands.Refused(w => Movement.Report(w, "publish", Hands.Year, "700002", hands.Store.Today), Hands.Clerk);
        hands.Refused(w => Publication.Publish(w, Documents.Library, Documents.Library.Book("sh-unit-budget")!, Hands.Year, "700002", hands.Store.Today.AddDays(-1)), Hands.Clerk);
        foreach (var (key, code, who) in new[] { ("sh-unit-budget", "700002", Hands.Clerk), ("cq-budget", "700", Hands.Officer) })
        {
            Write(hands, key, code);
            hands.Publish(key, code, who, hands.Store.Today.AddDays(3));
        }

        Assert.All(Units, u => Assert.Equal("published", hands.Store.Read(r => Stage.Of(r, Hands.Year, u)).State));
    }

    // Last year's money instead of this year's.
    private static Line Carried(Line line) => line is { Measure: "income", Fund: "general" } ? line with { Measure = "carried-in" } : line;

    private static readonly string[] Units = ["700001", "700002", "700003"];

    private static void Third(Hands hands, int year) => hands.Do(w =>
    {
        Organisations.Put(w, new Unit { Year = year, Code = "700003", Department = "700", Name = "云溪市档案服务中心", Kind = "事业" });
        Organisations.Put(w, new Person(Hands.Clerk, "700003", Role.Unit) { Version = w.Find(Kinds.Person, new Person(Hands.Clerk, "700003", Role.Unit).Id)?.Version ?? 0 });
    });

    private static Line[] Lines(string unit, int year, int percent) =>
    [
        Hands.Income(unit, "general", 1_990_000_00L * percent / 100, year),
        Hands.Running(unit, "personnel", "30101", 1_200_000_00L * percent / 100, year),
        Hands.Running(unit, "personnel", "30102", 500_000_00L * percent / 100, year),
        Hands.Running(unit, "public", "30201", 250_000_00L * percent / 100, year),
        Hands.Running(unit, "public", "30217", 40_000_00L * percent / 100, year),
    ];

    private static void Project(Hands hands, string unit) => hands.Do(w =>
    {
        var of = Organisations.Unit(w, Hands.Year, unit)!;
        var project = new Project { Year = Hands.Year, Unit = unit, Code = "P1", Name = of.Name + "库房改造", Objective = $"完成{of.Name}库房改造任务{unit[^1]}项，按期完成率达到100%。", State = "已评审" };
        Projects.Put(w, of, project);
        Projects.Put(w, of, new ProjectIndicator(project.Id, 1, of.Name + "改造任务数量", "≥", unit[^1..], "项", "50", ""));
        Projects.Put(w, of, new ProjectIndicator(project.Id, 2, "按期完成率", "=", "100", "%", "40", ""));
        Projects.Put(w, of, new ProjectIndicator(project.Id, 3, "年度预算执行率", "=", "100", "%", "10", ""));
        if (of.Headquarters)
        {
            var whole = new Project { Year = Hands.Year, Unit = unit, Code = "ZT", Name = "整体绩效", Category = "部门整体", Objective = "全年完成重点任务9项，群众满意度达到95%。" };
            Projects.Put(w, of, whole);
            Projects.Put(w, of, new ProjectIndicator(whole.Id, 1, "重点任务完成数量", "≥", "9", "项", "50", "是"));
            Projects.Put(w, of, new ProjectIndicator(whole.Id, 2, "群众满意度", "≥", "95", "%", "40", "是"));
            Projects.Put(w, of, new ProjectIndicator(whole.Id, 3, "年度预算执行率", "=", "100", "%", "10", "否"));
        }
    }, Hands.Clerk);

    private static Line[] Special(string unit) =>
    [
        Hands.Income(unit, "other", 300_000_01),
        Hands.Income(unit, "general", 800_000_00) with { Details = "项目" },
        new Line { Year = Hands.Year, Unit = unit, Fund = "general", Nature = "project", Function = unit.EndsWith('1') ? "2012602" : "2012604", Project = "P1", Fen = 800_000_00, Procurement = "works" },
        new Line { Year = Hands.Year, Unit = unit, Fund = "other", Nature = "project", Function = unit.EndsWith('1') ? "2012602" : "2012604", Project = "P1", Fen = 300_000_01 },
    ];

    // Neutral words of our own for every place that is to be filled in; what the document asks for is asked of the composer.
    private static void Write(Hands hands, string book, string code)
    {
        var sampled = Sampler.Draft(Documents.Library, Documents.Library.Book(book)!, 1);
        var gaps = hands.Store.Read(r => Composer.Compose(Documents.Library, Documents.Library.Book(book)!, LedgerDraft.Of(r, Documents.Library, Hands.Year, code)!)).Gaps;
        hands.Do(w =>
        {
            foreach (var gap in gaps)
            {
                Words.Put(w, Hands.Year, code, "words", gap.Key, gap.Key switch
                {
                    "duties" => "云溪市档案局是政府工作部门，负责全市档案工作的规划、管理和服务。",
                    "units" => "云溪市档案局内设办公室、业务科，下属云溪市档案馆、云溪市档案服务中心。",
                    _ => sampled.Words.GetValueOrDefault(gap.Key, "年度任务安排有所调整"),
                });
            }
        });
    }
}
