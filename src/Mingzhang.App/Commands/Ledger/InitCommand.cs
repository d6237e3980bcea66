using System.CommandLine;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang init：makes a ledger with its department and the person who keeps it; also adds a department or a year.</summary>
internal static class InitCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("DEPARTMENT", "部门编码 / code of the department");
        var name = new Option<string>("--name") { Description = "部门名称 / its name", Required = true };
        var region = LedgerOptions.Text("--region", "区划编码 / code of the region");
        return options.Command("init", "建立账库、部门或新的年度 / make a ledger, a department or a year", [code, name, region], call => call.With(create: true, store =>
        {
            var department = new Department(call.Year, call.Parsed.GetValue(code)!, call.Parsed.GetValue(name)!, call.Parsed.GetValue(region) ?? "");
            return call.Write(store, w => Organisations.Begin(w, department),
                () => Answer.Done($"{store.Address}：{department.Year} 年 {department.Code} {department.Name} 已建立", $"{store.Address}: {department.Code} {department.Name}, {department.Year}, is there"));
        }, anyone: true));
    }
}
