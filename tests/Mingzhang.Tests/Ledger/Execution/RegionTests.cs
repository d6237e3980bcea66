using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Region;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>区域汇总和数字链：two departments, money between them, and one figure followed through the year.</summary>
public class RegionTests
{
    private static readonly string[] Other = ["710001"];

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Departments_add_up_less_what_passes_between_them(string kind)
    {
        using var hands = Two(Databases.Fresh(kind));
        var rolled = hands.Store.Read(r => RollUp.Of(r, Documents.Library, Hands.Year, "990100", published: false))!.At(Documents.Point("year=2026 phase=budget measure=expenditure"));
        Assert.Equal([3_500_000_00L, 400_000_00], rolled.Departments.Select(d => d.Fen));
        Assert.Equal((300_000_00, 3_600_000_00), (rolled.Between, rolled.Total));

        // What the other spends of it is spent from the fund out of which the first paid.
        var general = hands.Store.Read(r => RollUp.Of(r, Documents.Library, Hands.Year, "990100", published: false))!.At(Documents.Point("year=2026 phase=budget measure=expenditure fund=general"));
        Assert.Equal(3_600_000_00, general.Total);
        Assert.Null(hands.Store.Read(r => RollUp.Of(r, Documents.Library, Hands.Year, "999999", published: false)));
    }

    [Fact]
    public void Every_break_of_a_figure_has_its_amount_and_document()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        var (office, guests) = (Executing.Allotment(hands, "30201"), Executing.Allotment(hands, "30217"));
        hands.Do(w => Adjustments.Put(w, Executing.Of(w), new Adjustment("", "add", "2026-06-18", "云财预〔2026〕31号", "", office, 25_000_000_00)), Hands.Reviewer);
        hands.Do(w => Adjustments.Put(w, Executing.Of(w), new Adjustment("", "move", "2026-06-19", "云档财〔2026〕2号", guests, office, 10_000_00)), Hands.Officer);
        var works = Executing.Book(hands).All.First(a => a.Line.Nature == "project").Id;
        Executing.Pay(hands, Executing.Paying(office, "Z1", 25_000_000_00), Executing.Paying(works, "Z2", 900_000_00));
        hands.Do(w =>
        {
            var receipts = new Receipts(w, Documents.Library, Executing.Of(w));
            receipts.Take(new Receipt { Day = "2026-02-01", Voucher = "S1", Fund = "general", Function = "2012601", Fen = 25_000_000_00 }, (_, p) => w.Refuse(p));
            receipts.Take(new Receipt { Day = "2026-02-01", Voucher = "S2", Fund = "general", Function = "2012602", Fen = 1_500_000_00 }, (_, p) => w.Refuse(p));
            receipts.Finish();
            YearEnd.Year(w, Executing.Of(w));
        }, Hands.Clerk);
        var chain = hands.Store.Read(r => Chain.OfYear(r, Documents.Library, Hands.Year, Executing.Unit, Documents.Point("measure=expenditure")))!;
        Assert.Equal([3_000_000_00L, 28_000_000_00, 25_900_000_00], chain.Select(l => l.Fen));
        Assert.Contains(chain[1].Breaks, b => b is { Fen: 25_000_000_00, Document: "云财预〔2026〕31号" });
        Assert.Equal([-600_000_00L, -1_500_000_00], chain[2].Breaks.Select(b => b.Fen).OrderDescending());

        // A virement is no break of the whole, and one of each of its codes.
        var code = hands.Store.Read(r => Chain.OfYear(r, Documents.Library, Hands.Year, Executing.Unit, Documents.Point("measure=expenditure economic=30217")))!;
        Assert.Equal((-10_000_00, "云档财〔2026〕2号"), (Assert.Single(code[1].Breaks).Fen, code[1].Breaks[0].Document));
        Assert.All(chain.Concat(code).Skip(1), l => Assert.DoesNotContain(l.Breaks, b => b.What.Chinese.StartsWith("没有单据", StringComparison.Ordinal)));
        var levels = hands.Store.Read(r => Chain.OfLevels(r, Documents.Library, Executing.Of(r), Organisations.Department(r, Hands.Year, "700")!, RollUp.Of(r, Documents.Library, Hands.Year, "990100", published: false)!, Documents.Point("year=2026 phase=budget measure=expenditure")));
        Assert.Equal([3_000_000_00L, 3_500_000_00, 3_500_000_00], levels.Select(l => l.Fen));
        Assert.Equal(500_000_00, Assert.Single(levels[1].Breaks).Fen);
    }

    // The second department gets 300,000 from the first and has 100,000 of its own.
    private static Hands Two(string address)
    {
        var hands = Hands.Department(address);
        hands.Do(w =>
        {
            Organisations.Begin(w, new Department(Hands.Year, "710", "云溪市古茶道局", "990100"));
            Organisations.Put(w, new Unit { Year = Hands.Year, Code = Other[0], Department = "710", Name = "云溪市古茶道局本级", Place = "本级" });
            Organisations.Put(w, new Person(Hands.Clerk, Other[0], Role.Unit));
        });
        hands.Put("700001", Hands.Income("700001", "general", 3_000_000_00), Hands.Running("700001", "public", "30201", 2_700_000_00), new Line { Year = Hands.Year, Unit = "700001", Fund = "general", Nature = "to-affiliates", Function = "2012604", Fen = 300_000_00, Transfer = Other[0] });
        hands.Put("700002", Hands.Income("700002", "general", 500_000_00), Hands.Running("700002", "public", "30201", 500_000_00));
        hands.Put(Other[0], Hands.Income(Other[0], "general", 100_000_00), Hands.Income(Other[0], "other", 300_000_00) with { Transfer = "700001" }, Hands.Running(Other[0], "public", "30201", 100_000_00), Hands.Running(Other[0], "public", "30202", 300_000_00, fund: "other"));
        return hands;
    }
}
