using System.CommandLine;
using System.Globalization;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang unit staff：how many people a unit has, by category.</summary>
internal static class StaffCommand
{
    private static readonly string[] Facts = ["posts", "actual", "retired", "function"];

    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("UNIT", "单位编码 / code of the unit");
        var category = LedgerOptions.Optional("CATEGORY", string.Join(" | ", Staff.Categories) + "；不给则列出 / category; all are listed where none is given");
        var fields = LedgerOptions.Fields();
        fields.Description = "posts= actual= retired= function=支出功能分类项";
        return options.Command("staff", "人员情况，测算的依据 / staff, from which costs are computed", [code, category, fields], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(category) is not { } named)
            {
                return call.Say(Answer.Table(["category", "posts", "actual", "retired", "function"], store.Read(r => Organisations.Unit(r, call.Year, call.Parsed.GetValue(code)!) is { } u
                    ? Staff.Of(r, u).Select(s => (IReadOnlyList<string>)[s.Category, Number(s.Posts), Number(s.Actual), Number(s.Retired), s.Function]).ToList() : [])));
            }

            return call.Write(store, w =>
            {
                if (LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(code)!) is not { } unit)
                {
                    return;
                }

                var given = new GivenFields(call.Parsed.GetValue(fields)!, Facts);
                var old = Staff.Of(w, unit).FirstOrDefault(s => s.Category == named) ?? new Staff(call.Year, unit.Code, named, 0, 0, 0, "");
                var staff = old with { Posts = given.Number("posts", old.Posts), Actual = given.Number("actual", old.Actual), Retired = given.Number("retired", old.Retired), Function = given.Text("function", old.Function) };
                given.Refuse(w);
                Staff.Put(w, unit, staff);
            }, () => Answer.Done("人员情况已保存", "the staff is kept"));
        }));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
