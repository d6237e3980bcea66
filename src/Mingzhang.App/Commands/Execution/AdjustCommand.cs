using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang adjust：追加、追减、调剂、结转, each with its document; the side that is given to may be a new allotment.</summary>
internal static class AdjustCommand
{
    private static readonly string[] Facts = ["document", "day", "taken", "given", "yuan", "wan", "fund", "nature", "function", "economic", "project", "procurement", "details"];

    public static Command Create(LedgerOptions options)
    {
        var unit = ExecutionCommands.UnitCode();
        var sort = LedgerOptions.Name("SORT", string.Join('|', AdjustmentSort.All.Select(s => s.Key)) + " 追加|追减|调剂|结转");
        var fields = ExecutionCommands.Described("document=文号 taken=调出指标 given=调入指标（new 为新增，另写 fund= nature= function= economic= project=）yuan= 或 wan= day=");
        return options.Command("adjust", "调整指标 / adjust allotments", [unit, sort, fields], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (ExecutionCommands.Unit(w, call, unit) is not { } of)
            {
                return;
            }

            var given = ExecutionCommands.Fields(w, call, fields, Facts);
            var fen = ExecutionCommands.Fen(w, given);
            var target = given.Text("given", "");
            var known = target != "new";
            if (!known && New(w, of, given)?.Id is { } opened)
            {
                (known, target) = (true, opened);
            }

            if (known)
            {
                Adjustments.Put(w, of, new Adjustment("", call.Parsed.GetValue(sort)!, ExecutionCommands.Day(call, given), given.Text("document", ""), given.Text("taken", ""), target, fen));
            }
        }, () => Answer.Done("调整已登记", "the adjustment is kept"))));
    }

    private static Allotment? New(Writing w, Unit unit, GivenFields given)
    {
        var cells = new ImportCells(Library.Standard, unit.Year);
        var line = ExecutionCommands.Of(w, given, g => new Line { Year = unit.Year, Unit = unit.Code, Fen = 0, Fund = g.Known("fund", cells.Fund, ""), Nature = g.Known("nature", cells.Nature, ""), Function = g.Text("function", ""), Economic = g.Text("economic", ""), Project = g.Text("project", ""), Procurement = g.Known("procurement", ImportCells.Procurement, ""), Details = g.Text("details", "") });
        return Allotments.New(w, Library.Standard, unit, line, Allotment.Adjusted);
    }
}
