using System.CommandLine;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang unit：units of a department with their facts, and people with their roles.</summary>
internal static class UnitCommand
{
    private static readonly string[] Facts = ["department", "name", "kind", "place", "posts", "staff", "vehicles", "secret"];

    public static Command Create(LedgerOptions options)
    {
        var command = new Command("unit", "单位和人员 / units and people") { Put(options), List(options), Role(options), StaffCommand.Create(options), Carry(options), UnitEndingCommands.End(options), UnitEndingCommands.Merge(options), UnitEndingCommands.Restore(options) };
        return command;
    }

    private static Command Put(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位编码 / code of the unit");
        var fields = LedgerOptions.Fields();
        fields.Description = "department= name= kind=行政|参公|事业 place=本级|下属 posts= staff= vehicles=\"一般公务用车=2\" secret=是";
        return options.Command("set", "新增或修改单位 / add or change a unit", [code, fields], call => call.With(create: false, store =>
        {
            var given = new GivenFields(call.Parsed.GetValue(fields)!, Facts);
            IReadOnlyList<Problem> faults = given.Problems;
            return call.Write(store, w =>
            {
                var old = Organisations.Unit(w, call.Year, call.Parsed.GetValue(code)!) ?? new Unit { Year = call.Year, Code = call.Parsed.GetValue(code)!, Department = "", Name = "" };
                var unit = old with
                {
                    Department = given.Text("department", old.Department),
                    Name = given.Text("name", old.Name),
                    Kind = given.Text("kind", old.Kind),
                    Place = given.Text("place", old.Place),
                    Posts = given.Number("posts", old.Posts),
                    Staff = given.Number("staff", old.Staff),
                    Vehicles = given.Text("vehicles", old.Vehicles),
                    Secret = given.Flag("secret", old.Secret),
                };
                foreach (var fault in faults)
                {
                    w.Refuse(fault);
                }

                Organisations.Put(w, unit);
            }, () => Answer.Done($"单位 {call.Parsed.GetValue(code)} 已保存", $"unit {call.Parsed.GetValue(code)} is kept"));
        }));
    }

    private static Command List(LedgerOptions options) => options.Command("list", "列出部门和单位 / list departments and units", [], call => call.With(create: false, store =>
        call.Say(Answer.Table(["department", "code", "name", "kind", "place", "posts", "staff", "vehicles", "secret"], store.Read(r => r.All(Kinds.Unit, ("year", (long)call.Year)).Select(Unit.Of)
            .Select(u => (IReadOnlyList<string>)[u.Department, u.Code, u.Name, u.Kind, u.Place, Number(u.Posts), Number(u.Staff), u.Vehicles, u.Secret ? "涉密" : ""]).ToList())))));

    private static Command Role(LedgerOptions options)
    {
        var name = LedgerOptions.Name("NAME", "姓名 / name of the person");
        var scope = LedgerOptions.Name("SCOPE", "单位或部门编码，全部写 * / unit or department, * for all");
        var role = LedgerOptions.Name("ROLE", string.Join(" | ", Mingzhang.Ledger.Organisation.Role.All.Select(r => $"{r.Key} {r.Chinese}")));
        var remove = LedgerOptions.Flag("--remove", "收回 / take it back");
        return options.Command("role", "授予角色 / give a person a role", [name, scope, role, remove], call => call.With(create: false, store =>
        {
            if (Mingzhang.Ledger.Organisation.Role.Find(call.Parsed.GetValue(role)!) is not { } known)
            {
                call.Tell([Problem.Of($"没有角色“{call.Parsed.GetValue(role)}”", $"there is no role '{call.Parsed.GetValue(role)}'", "应为 " + string.Join('、', Mingzhang.Ledger.Organisation.Role.All.Select(r => r.Chinese)), "the roles are " + string.Join(", ", Mingzhang.Ledger.Organisation.Role.All.Select(r => r.Key)))]);
                return ExitCodes.Unusable;
            }

            var person = new Person(call.Parsed.GetValue(name)!, call.Parsed.GetValue(scope)!, known);
            return call.Write(store, w => Organisations.Put(w, person, call.Parsed.GetValue(remove)), () => call.Parsed.GetValue(remove) ? Answer.Done($"{person.Name} 在 {person.Scope} 不再是{known.Chinese}", $"{person.Name} is no longer {known.English} in {person.Scope}")
                : Answer.Done($"{person.Name} 在 {person.Scope} 是{known.Chinese}", $"{person.Name} is {known.English} in {person.Scope}"));
        }));
    }

    private static Command Carry(LedgerOptions options)
    {
        var department = LedgerOptions.Name("DEPARTMENT", "部门编码 / code of the department");
        return options.Command("carry", "把上年的单位带到本年 / carry last year's units over", [department], call => call.With(create: false, store =>
            call.Write(store, w =>
            {
                foreach (var unit in Organisations.Units(w, call.Year - 1, call.Parsed.GetValue(department)!).Where(u => Organisations.Unit(w, call.Year, u.Code) is null && Succession.Ended(w, call.Year, u.Code) is null))
                {
                    Organisations.Put(w, unit with { Year = call.Year, Version = 0 });
                }
            }, () => Answer.Done("上年的单位已带到本年", "last year's units are carried over"))));
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
