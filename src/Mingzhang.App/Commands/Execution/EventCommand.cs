using System.CommandLine;
using System.Globalization;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang event：delegations, receptions, vehicles and equipment.</summary>
internal static class EventCommand
{
    private static readonly string[] Facts = ["count", "people", "type", "day", "details"];

    public static Command Create(LedgerOptions options)
    {
        var unit = ExecutionCommands.UnitCode();
        var sort = LedgerOptions.Optional("SORT", string.Join('|', EventSort.All.Select(s => s.Key)) + "；不给则列出");
        var fields = ExecutionCommands.Described("count=数量 people=人数 type=车辆类型 day= details=");
        return options.Command("event", "登记出国、接待、车辆和设备 / enter trips, receptions, vehicles and equipment", [unit, sort, fields], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(sort) is not { } named)
            {
                return call.Say(Answer.Table(["day", "sort", "type", "count", "people", "details"], store.Read(r => Organisations.Unit(r, call.Year, call.Parsed.GetValue(unit)!) is { } of
                    ? Events.Of(r, of).Select(e => (IReadOnlyList<string>)[e.Day, e.Sort, e.Type, Number(e.Count), Number(e.People), e.Details]).ToList() : [])));
            }

            return call.Write(store, w =>
            {
                if (ExecutionCommands.Unit(w, call, unit) is { } of)
                {
                    var given = ExecutionCommands.Fields(w, call, fields, Facts);
                    var before = w.Problems.Count;
                    var (count, people) = ExecutionCommands.Of(w, given, g => (g.Number("count", 0), g.Number("people", 0)));
                    count = w.Problems.Count > before ? Events.Unread : count;
                    Events.Put(w, of, new Event(ExecutionCommands.Day(call, given), named, count, people, given.Text("type", ""), given.Text("details", "")));
                }
            }, () => Answer.Done("事项已登记", "the event is kept"));
        }));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
