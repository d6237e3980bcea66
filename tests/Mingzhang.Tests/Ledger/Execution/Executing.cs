using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>执行中的部门：a budget that has been replied to, and what its people do with it.</summary>
internal static class Executing
{
    public const string Unit = "700001";

    /// <summary>两个单位，已批复：basic expenditure, a project with procurement, own funds.</summary>
    public static Hands Replied(string address)
    {
        var hands = Hands.Department(address);
        hands.Do(w => Projects.Put(w, Of(w), new Project { Year = Hands.Year, Unit = Unit, Code = "P1", Name = "库房改造", State = "已评审" }), Hands.Clerk);
        hands.Put(Unit, Hands.Income(Unit, "general", 3_000_000_00), Hands.Running(Unit, "personnel", "30101", 1_200_000_00), Hands.Running(Unit, "public", "30201", 250_000_00), Hands.Running(Unit, "public", "30217", 50_000_00),
            new Line { Year = Hands.Year, Unit = Unit, Fund = "general", Nature = "project", Function = "2012602", Project = "P1", Fen = 1_500_000_00, Procurement = "works" });
        hands.Put("700002", Hands.Income("700002", "general", 500_000_00), Hands.Running("700002", "public", "30201", 500_000_00));
        Reply(hands, "700", [Unit, "700002"]);
        return hands;
    }

    /// <summary>从一上走到二下。</summary>
    public static void Reply(Hands hands, string department, IReadOnlyList<string> units, int year = Hands.Year)
    {
        units.ToList().ForEach(u => hands.Step("submit", u, Hands.Clerk, year));
        hands.Step("gather", department, Hands.Officer, year);
        foreach (var unit in units)
        {
            var groups = hands.Lines(year).Where(l => l.Unit == unit && l is { Spending: true, Fund: "general" } && l.Group is "basic" or "project").GroupBy(l => l.Group).ToList();
            hands.Do(w => groups.ForEach(g => Controls.Put(w, Organisations.Unit(w, year, unit)!, new Control("general", g.Key, g.Sum(l => l.Fen)))), Hands.Reviewer);
        }

        hands.Step("issue", department, Hands.Reviewer, year);
        units.ToList().ForEach(u => hands.Step("submit", u, Hands.Clerk, year));
        hands.Step("gather", department, Hands.Officer, year);
        hands.Step("approve", department, Hands.Reviewer, year);
        hands.Step("reply", department, Hands.Reviewer, year);
    }

    public static Unit Of(Mingzhang.Ledger.Storage.Reading reading, string unit = Unit, int year = Hands.Year) => Organisations.Unit(reading, year, unit)!;

    public static ExecutionBook Book(Hands hands, string unit = Unit, int year = Hands.Year) => hands.Store.Read(r => new ExecutionBook(r, Of(r, unit, year)));

    public static string Allotment(Hands hands, string economic, string unit = Unit) => Book(hands, unit).All.First(a => a.Line.Economic == economic).Id;

    public static Payment Paying(string allotment, string voucher, long fen, string day = "2026-03-05", string unit = Unit) => new() { Unit = unit, Day = day, Voucher = voucher, Allotment = allotment, Fen = fen };

    public static void Pay(Hands hands, params Payment[] payments) => hands.Do(w => Payments.Put(w, Hands.Year, payments), Hands.Clerk);

    public static string Refused(Hands hands, params Payment[] payments) => Told(hands.Refused(w => Payments.Put(w, Hands.Year, payments), Hands.Clerk));

    public static string Told(IEnumerable<Problem> problems) => string.Join("; ", problems.Select(p => p.Message.Chinese));

    public static IReadOnlyList<Problem> Import(Hands hands, string csv, bool receipts = false) =>
        hands.Store.Write(Hands.Clerk, "", w => TreasuryImport.Run(w, Documents.Library, CsvGrid.Read(csv)!, new ImportRequest("国库.csv", Hands.Year, "", null), receipts));
}
