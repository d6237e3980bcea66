using System.CommandLine;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang status：how far each unit is, its sums, open comments, and the days that are left to publish.</summary>
internal static class StatusCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Optional("CODE", "单位或部门编码；不给则全部 / code of a unit or a department");
        var month = new Option<int?>("--month") { Description = "列出各指标到该月的执行 / allotments, executed through this month" };
        var alerts = LedgerOptions.Flag("--alerts", "列出提示 / what to look at");
        var behind = new Option<decimal>("--behind") { Description = "低于序时进度多少个百分点算落后 / points behind the time of the year", DefaultValueFactory = _ => Mingzhang.Ledger.Execution.Alerts.Behind };
        return options.Command("status", "进度 / how far the units are", [code, month, alerts, behind], call => call.With(create: false, store => call.Say(call.Parsed.GetValue(month) is not null || call.Parsed.GetValue(alerts) ? store.Read(r =>
        {
            var units = call.Parsed.GetValue(code) is { } named ? Organisations.Named(r, call.Year, named) : [.. r.All(Kinds.Unit, ("year", (long)call.Year)).Select(Unit.Of)];
            var through = Math.Clamp(call.Parsed.GetValue(month) ?? call.Today.Month, 1, 12);
            return call.Parsed.GetValue(alerts) ? Execution.ExecutionStatus.Alerts(call, r, units, through, call.Parsed.GetValue(behind)) : Execution.ExecutionStatus.Table(r, units, through);
        }) : Answer.Table(
            ["code", "name", "state", "report", "lines", "income", "expenditure", "comments", "replied", "published", "days-left", "closed", "account", "received", "passed-on"],
            store.Read(r =>
            {
                var units = call.Parsed.GetValue(code) is { } named ? Organisations.Named(r, call.Year, named) : [.. r.All(Kinds.Unit, ("year", (long)call.Year)).Select(Unit.Of)];
                return units.Select(u => Row(r, u, call)).Concat(call.Parsed.GetValue(code) is { } whole && Organisations.Department(r, call.Year, whole) is { } department ? [Sum(r, department, units, call)] : []).ToList();
            })))));
    }

    private static IReadOnlyList<string> Row(Reading r, Unit unit, LedgerCall call)
    {
        var stage = Stage.Of(r, unit);
        var lines = r.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Line.Of).Where(l => l.Phase == "budget").ToList();
        return
        [
            unit.Code, unit.Name, call.Word(Steps.State(stage.State)), call.Word(Steps.ReportState(stage.Report)), Number(lines.Count), Sum("income"), Sum("expenditure"),
            Number(Comments.Open(r, unit.Year, unit.Code).Count()), stage.Replied, stage.Published, Left(r, stage, call.Today),
            Number(Mingzhang.Ledger.Execution.Closing.Of(r, unit).Month), Mingzhang.Ledger.Execution.Closing.Of(r, unit).State, Passed("income"), Passed("expenditure"),
        ];

        string Sum(string measure) => Fen.Yuan(lines.Where(l => l.Measure == measure).Sum(l => l.Fen));

        string Passed(string measure) => Fen.Yuan(lines.Where(l => l.Measure == measure && l.Transfer.Length > 0).Sum(l => l.Fen));
    }

    // The department is the sum of its units, and what passes between them counts once.
    private static IReadOnlyList<string> Sum(Reading r, Department department, IReadOnlyList<Unit> units, LedgerCall call)
    {
        var view = LedgerView.Of(r, Library.Standard, call.Year, department.Code, published: false);
        var stage = Stage.Of(r, Organisations.Owner(r, call.Year, department.Code)!);
        var passed = units.SelectMany(u => LineRows.Of(r, u)).Where(l => l.Phase == "budget" && l.Transfer.Length > 0 && units.Any(u => u.Code == l.Transfer)).ToList();
        return
        [
            department.Code, department.Name, call.Word(Steps.State(stage.State)), call.Word(Steps.ReportState(stage.Report)), Number(view?.Lines.Count(l => l.Line is { Phase: "budget" } line && line.Year == call.Year) ?? 0), At("income"), At("expenditure"),
            Number(units.Sum(u => Comments.Open(r, u.Year, u.Code).Count())), stage.Replied, stage.Published, Left(r, stage, call.Today), "", "",
            "-" + Fen.Yuan(passed.Where(l => l.Measure == "income").Sum(l => l.Fen)), "-" + Fen.Yuan(passed.Where(l => l.Spending).Sum(l => l.Fen)),
        ];

        string At(string measure) => Fen.Yuan(view?.At(Library.Standard.Space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={call.Year} phase=budget measure={measure}"), out _)!) ?? 0);
    }

    // Counted from the reply; after publication nothing is left to count.
    private static string Left(Reading r, Stage stage, DateOnly today) => stage.Published.Length == 0 && Terms.Due(Terms.Of(r, stage.Year), stage.Replied) is { } last ? Number(last.DayNumber - today.DayNumber) : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
