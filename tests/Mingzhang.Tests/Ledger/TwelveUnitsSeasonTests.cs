using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>十二个单位的一季预算：both rounds, what is returned and refused, replies, publication, the faults that are found before it, and the journal that adds up to every printed cell.</summary>
public class TwelveUnitsSeasonTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_season_of_twelve_units(string kind)
    {
        using var hands = TwelveUnits.Build(Databases.Fresh(kind));
        Assert.Empty(Missed(SeededFaults.BeforeSubmission, hands));
        FirstRound(hands);
        SecondRound(hands);
        hands.Clock.Days(90);
        hands.Step("reply", TwelveUnits.Department, Hands.Reviewer);
        hands.Clock.Days(19);

        // Units publish their own, then the department; before that each fault in the words, the counts, the promises or behind the journal is found.
        foreach (var unit in TwelveUnits.Units)
        {
            TwelveUnits.Write(hands, "sh-unit-budget", unit);
        }

        TwelveUnits.Write(hands, "cq-budget", TwelveUnits.Department);
        Assert.Equal("", SeededFaults.None.Found(hands));
        Assert.Empty(Missed(SeededFaults.BeforePublication, hands));
        Assert.Equal(20, SeededFaults.BeforeSubmission.Count + SeededFaults.BeforePublication.Count);
        var published = TwelveUnits.Units.Select(u => new Printed(u, hands.Publish("sh-unit-budget", u, Hands.Clerk, hands.Store.Today))).Append(new Printed(TwelveUnits.Department, hands.Publish("cq-budget", TwelveUnits.Department, Hands.Officer, hands.Store.Today))).ToList();
        Assert.All(published, p => Assert.Empty(Publication.Check(Documents.Library, p.Composed).Findings.Select(f => p.Code + " " + f.Rule + " " + f.Message.Chinese)));
        Assert.All(TwelveUnits.Units, u => Assert.Equal("published", hands.Store.Read(r => Stage.Of(r, Hands.Year, u)).State));
        Corrected(hands);
        using var again = Journals.Again(hands);
        published.ForEach(p => JournalPrintsEveryCell(again, p));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static List<string> Missed(IReadOnlyList<SeededFault> faults, Hands hands) =>
        [.. faults.Select(f => (Fault: f, Found: f.Found(hands))).Where(f => !f.Found.Contains(f.Fault.Says, StringComparison.Ordinal)).Select(f => $"{f.Fault}: {f.Found}")];

    private static void FirstRound(Hands hands)
    {
        foreach (var unit in TwelveUnits.Units.Skip(1))
        {
            hands.Step("submit", unit, Hands.Clerk);
        }

        Assert.Contains("700001 云溪市档案局本级（一上编制）", hands.Refused(w => Movement.Do(w, "gather", Hands.Year, TwelveUnits.Department, hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
        hands.Step("submit", TwelveUnits.Units[0], Hands.Clerk);
        hands.Step("return", TwelveUnits.Units[6], Hands.Officer);
        Assert.Contains("700007", hands.Refused(w => Movement.Do(w, "gather", Hands.Year, TwelveUnits.Department, hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
        hands.Step("submit", TwelveUnits.Units[6], Hands.Clerk);
        hands.Step("gather", TwelveUnits.Department, Hands.Officer);
        hands.Clock.Days(60);
    }

    private static void SecondRound(Hands hands)
    {
        TwelveUnits.Control(hands);
        hands.Step("issue", TwelveUnits.Department, Hands.Reviewer);
        var office = hands.Lines().First(l => l is { Unit: "700003", Economic: "30201" });
        Assert.Contains("多 0.01 元", hands.Refused(w => Hands.PutIn(w, "700003", Hands.Year, office with { Fen = office.Fen + 1 }), Hands.Clerk)[0].Message.Chinese, StringComparison.Ordinal);
        foreach (var unit in TwelveUnits.Units)
        {
            hands.Step("submit", unit, Hands.Clerk);
        }

        hands.Step("gather", TwelveUnits.Department, Hands.Officer);
        hands.Do(w => Comments.Add(w, Organisations.Unit(w, Hands.Year, "700003")!, office.Id, "办公费偏高"), Hands.Reviewer);
        hands.Refused(w => Movement.Do(w, "approve", Hands.Year, TwelveUnits.Department, hands.Store.Today), Hands.Reviewer);
        hands.Step("return", "700003", Hands.Reviewer);

        // The unit takes something off; its income follows.
        var income = hands.Lines().First(l => l is { Unit: "700003", Measure: "income", Fund: "general" });
        hands.Put("700003", office with { Fen = office.Fen - 100_07 }, income with { Fen = income.Fen - 100_07 });
        hands.Step("submit", "700003", Hands.Clerk);
        hands.Step("gather", TwelveUnits.Department, Hands.Officer);
        hands.Do(w => Comments.Close(w, Organisations.Unit(w, Hands.Year, "700003")!, 1, waive: false, ""), Hands.Reviewer);
        hands.Step("approve", TwelveUnits.Department, Hands.Reviewer);
    }

    // What is public is corrected with a reason, and goes the same way again; nobody passes what he offered.
    private static void Corrected(Hands hands)
    {
        void Step(string action, string who, string why = "") => hands.Do(w => Movement.Report(w, action, Hands.Year, TwelveUnits.Department, hands.Store.Today), who, why);
        Assert.Contains("没有可以", hands.Refused(w => Movement.Report(w, "amend", Hands.Year, TwelveUnits.Department, hands.Store.Today), "陌生人", "改")[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("更正要说明理由", hands.Refused(w => Movement.Report(w, "amend", Hands.Year, TwelveUnits.Department, hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("“已公开”", hands.Refused(w => Mingzhang.Ledger.Publishing.Words.Put(w, Hands.Year, TwelveUnits.Department, "words", "phone", "023-00000001"))[0].Message.Chinese, StringComparison.Ordinal);
        Step("amend", Hands.Officer, "联系电话有误");
        hands.Do(w => Mingzhang.Ledger.Publishing.Words.Put(w, Hands.Year, TwelveUnits.Department, "words", "phone", "023-00000001"));
        var book = Documents.Library.Book("cq-budget")!;
        hands.Do(w => Publication.Verify(w, Documents.Library, book, Hands.Year, TwelveUnits.Department, hands.Store.Today));
        Step("offer", Hands.Officer);
        Assert.Contains("不能由本人审核通过", hands.Refused(w => Movement.Report(w, "pass", Hands.Year, TwelveUnits.Department, hands.Store.Today))[0].Message.Chinese, StringComparison.Ordinal);
        Step("report-return", Hands.Reviewer, "电话少一位");
        hands.Publish("cq-budget", TwelveUnits.Department, Hands.Officer, hands.Store.Today);
        Assert.Equal(("corrected", "published"), hands.Store.Read(r => Stage.Of(r, Organisations.Owner(r, Hands.Year, TwelveUnits.Department)!) is var s ? (s.Report, s.State) : default));
    }

    // From nothing but the text of the journal: read into an empty ledger, its sums are what was printed.
    private static void JournalPrintsEveryCell(Store again, Printed published) =>
        Journals.PrintsEveryCell(again.Read(r => LedgerDraft.Of(r, Documents.Library, Hands.Year, published.Code))!.Cube, published.Composed);

    private sealed record Printed(string Code, Composed Composed);
}
