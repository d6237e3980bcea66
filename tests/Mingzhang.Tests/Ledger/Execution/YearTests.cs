using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>一年：twelve units from the reply to the final account and into the next year, every printed cell out of the journal.</summary>
public class YearTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_year_of_twelve_units(string kind)
    {
        using var hands = TwelveUnitsYear.Replied(Databases.Fresh(kind));
        TwelveUnitsYear.Adjust(hands);
        TwelveUnitsYear.Pay(hands);
        Assert.Empty(Missed(ExecutionFaults.DuringTheYear, hands));
        TwelveUnitsYear.Receive(hands);
        Assert.Equal(TwelveUnitsYear.Payments, hands.Store.Read(r => r.All(Kinds.Payment)).Count);
        var monitored = hands.Store.Read(r => Monitoring.Of(r, Executing.Of(r), Achievement.July));
        Assert.Contains(monitored, m => m.Item.StartsWith("预算执行", StringComparison.Ordinal) && m.Progress is > 0.3m and < 0.9m);
        Assert.Contains("还没有支付", Executing.Told(hands.Store.Read(r => Alerts.Of(r, Executing.Of(r), 7))), StringComparison.Ordinal);
        TwelveUnitsYear.Close(hands);
        Assert.All(TwelveUnits.Units, u => Assert.Contains(hands.Store.Read(r => Evaluations.Of(r, Projects.Of(r, Executing.Of(r, u)).Single(p => p.Code == "P1")))!["grade"], "优良"));

        // Faults before publication; then units, then the department.
        TwelveUnits.Units.Append(TwelveUnits.Department).ToList().ForEach(u => TwelveUnitsYear.Write(hands, u));
        hands.Do(w => Accounts.Reply(w, Hands.Year, TwelveUnits.Department, new DateOnly(2027, 8, 20)), Hands.Reviewer);
        Assert.Equal("", ExecutionFaults.None.Found(hands));
        Assert.Empty(Missed(ExecutionFaults.BeforePublication, hands));
        Assert.InRange(ExecutionFaults.DuringTheYear.Count + ExecutionFaults.BeforePublication.Count, 20, 99);
        var published = TwelveUnits.Units.Append(TwelveUnits.Department).Select(u => Publish(hands, u)).ToList();
        Assert.All(published, p => Assert.Empty(Publication.Check(Documents.Library, p.Composed).Findings.Select(f => p.Code + " " + f.Rule + " " + f.Message.Chinese)));
        using var again = Journals.Again(hands);
        published.ForEach(p => JournalPrintsEveryCell(again, p));
        Assert.Empty(Verification.Of(hands.Store).Faults);
        NextYear(hands);
    }

    // What was carried out is carried in, as allotments and in the next year's final account; last year's figures are this year's.
    private static void NextYear(Hands hands)
    {
        var next = Hands.Year + 1;
        hands.Do(w =>
        {
            Organisations.Begin(w, new Department(next, TwelveUnits.Department, "云溪市档案局", "990100"));
            foreach (var unit in Organisations.Units(w, Hands.Year, TwelveUnits.Department))
            {
                Organisations.Put(w, unit with { Year = next, Version = 0 });
            }
        });
        foreach (var unit in TwelveUnits.Units)
        {
            hands.Put(unit, next, Hands.Income(unit, "general", 500_00, next), Hands.Running(unit, "public", "30201", 500_00, next));
        }

        Executing.Reply(hands, TwelveUnits.Department, TwelveUnits.Units, next);
        TwelveUnits.Units.ToList().ForEach(u => hands.Do(w => YearEnd.Carry(w, Documents.Library, Executing.Of(w, u), "云财预〔2027〕2号"), Hands.Reviewer));
        Assert.Contains("已经下达", Executing.Told(hands.Refused(w => YearEnd.Carry(w, Documents.Library, Executing.Of(w, "700003"), "x"), Hands.Reviewer)), StringComparison.Ordinal);
        var (closed, opened) = hands.Store.Read(r => (FinalDraft.Of(r, Documents.Library, Hands.Year, TwelveUnits.Department)!.Cube, FinalDraft.Of(r, Documents.Library, next, TwelveUnits.Department)!.Cube));
        var carried = closed.At(Documents.Point("year=2026 phase=final measure=carried-out"));
        Assert.True(carried > 0);

        // The archive has not spent all that headquarters passed to it: the department carries it over in the fund that paid.
        var units = hands.Store.Read(r => TwelveUnits.Units.Sum(u => FinalDraft.Of(r, Documents.Library, Hands.Year, u)!.Cube.At(Documents.Point("year=2026 phase=final measure=carried-out fund=general")) ?? 0));
        Assert.Equal(units + 3_600, closed.At(Documents.Point("year=2026 phase=final measure=carried-out fund=general")));
        Assert.Equal(carried, opened.At(Documents.Point("year=2027 phase=final measure=carried-in")));
        Assert.Equal(closed.At(Documents.Point("year=2026 phase=final measure=expenditure")), opened.At(Documents.Point("year=2026 phase=final measure=expenditure")));

        // Allotments hold what is secret too, which no published figure does.
        Assert.True(hands.Store.Read(r => TwelveUnits.Units.Sum(u => new ExecutionBook(r, Executing.Of(r, u, next)) is var b ? b.All.Where(a => a.Source == Allotment.Carried).Sum(b.Revised) : 0)) >= (long)(carried!.Value * 100));
    }

    private static List<string> Missed(IReadOnlyList<SeededFault> faults, Hands hands) =>
        [.. faults.Select(f => (Fault: f, Found: f.Found(hands))).Where(f => !f.Found.Contains(f.Fault.Says, StringComparison.Ordinal)).Select(f => $"{f.Fault}: {f.Found}")];

    private static Printed Publish(Hands hands, string code)
    {
        Composed? composed = null;
        hands.Do(w => composed = FinalPublication.Publish(w, Documents.Library, Hands.Year, code, new DateOnly(2027, 9, 1)));
        return new Printed(code, composed!);
    }

    private static void JournalPrintsEveryCell(Store again, Printed published) =>
        Journals.PrintsEveryCell(again.Read(r => FinalDraft.Of(r, Documents.Library, Hands.Year, published.Code))!.Cube, published.Composed);

    private sealed record Printed(string Code, Composed Composed);
}
