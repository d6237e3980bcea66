using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>指标的下达：one for every line of expenditure when the budget is replied to, and new ones for what comes during the year.</summary>
internal static class Allotments
{
    public static IReadOnlyList<Allotment> Of(Reading reading, Unit unit) => [.. reading.All(Kinds.Allotment, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Allotment.Of)];

    /// <summary>随批复下达; what was given before is not given again.</summary>
    public static void Open(Writing writing, Unit unit)
    {
        var given = writing.All(Kinds.Allotment, ("year", (long)unit.Year), ("unit", unit.Code)).Select(r => r["line"]).ToHashSet(StringComparer.Ordinal);
        var lines = writing.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Line.Of).Where(l => l is { Spending: true, Phase: "budget", Fen: > 0 } && !given.Contains(l.Id)).ToList();
        writing.AddAll(unit.Code, [.. lines.Select(l => (Func<long, StoredRecord>)(seq => new Allotment(Id(unit, seq), Allotment.Replied, l).Stored(l.Id)))]);
    }

    /// <summary>年中新增的指标，尚无金额; null after a refusal.</summary>
    public static Allotment? New(Writing writing, Library library, Unit unit, Line line, string source)
    {
        var problems = new List<Problem>();
        var checkedLine = LineChecks.Complete(library, unit, line with { Unit = unit.Code, Year = unit.Year, Measure = "expenditure", Phase = "budget", Fen = 0 }, (_, p) => problems.Add(p));
        if (checkedLine.Project.Length > 0 && Projects.Of(writing, unit).All(p => p.Code != checkedLine.Project))
        {
            problems.Add(Problem.Of($"{unit.Code} 没有项目 {Problem.Shown(checkedLine.Project)}", $"{unit.Code} has no project {Problem.Shown(checkedLine.Project)}", "先在项目库中建立", "add it to the projects first"));
        }

        problems.ForEach(writing.Refuse);
        if (problems.Count > 0)
        {
            return null;
        }

        return Allotment.Of(writing.AddAll(unit.Code, [seq => new Allotment(Id(unit, seq), source, checkedLine).Stored("")])[0]);
    }

    private static string Id(Unit unit, long seq) => string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}");
}
