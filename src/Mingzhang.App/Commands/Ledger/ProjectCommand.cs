using System.CommandLine;
using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang project：projects with their objectives and indicators.</summary>
internal static class ProjectCommand
{
    private static readonly string[] Facts = ["name", "category", "basis", "starts", "ends", "state", "objective", "secret"];
    private static readonly string[] OfIndicator = ["number", "name", "nature", "value", "unit", "weight", "core"];

    public static Command Create(LedgerOptions options) => new("project", "项目 / projects") { Put(options), Indicator(options), List(options) };

    private static Command Put(LedgerOptions options)
    {
        var (unit, code, fields) = Arguments("name= category= basis= starts= ends= state=" + string.Join('|', Project.States) + " objective= secret=是");
        return options.Command("set", "新增或修改项目 / add or change a project", [unit, code, fields], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(unit)!) is not { } owner)
            {
                return;
            }

            var given = new GivenFields(call.Parsed.GetValue(fields)!, Facts);
            var old = Projects.Of(w, owner).FirstOrDefault(p => p.Code == call.Parsed.GetValue(code)) ?? new Project { Year = call.Year, Unit = owner.Code, Code = call.Parsed.GetValue(code)!, Name = "" };
            var project = old with
            {
                Name = given.Text("name", old.Name),
                Category = given.Text("category", old.Category),
                Basis = given.Text("basis", old.Basis),
                Starts = given.Number("starts", old.Starts),
                Ends = given.Number("ends", old.Ends),
                State = given.Text("state", old.State),
                Objective = given.Text("objective", old.Objective),
                Secret = given.Flag("secret", old.Secret),
            };
            given.Refuse(w);
            if (project.Name.Length == 0)
            {
                w.Refuse("项目没有名称", "the project has no name", "用 name= 写明", "give name=");
            }

            Projects.Put(w, owner, project);
        }, () => Answer.Done($"项目 {call.Parsed.GetValue(code)} 已保存", $"project {call.Parsed.GetValue(code)} is kept"))));
    }

    private static Command Indicator(LedgerOptions options)
    {
        var (unit, code, fields) = Arguments("number= name= nature=≥|≤|=|定性 value= unit= weight= core=是");
        return options.Command("indicator", "设置绩效指标 / set an indicator", [unit, code, fields], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(unit)!) is not { } owner)
            {
                return;
            }

            var given = new GivenFields(call.Parsed.GetValue(fields)!, OfIndicator);
            var id = new Project { Year = call.Year, Unit = owner.Code, Code = call.Parsed.GetValue(code)!, Name = "" }.Id;
            var indicator = new ProjectIndicator(id, given.Number("number", Projects.Indicators(w, id).Count + 1), given.Text("name", ""), given.Text("nature", "="), given.Text("value", ""), given.Text("unit", ""), given.Text("weight", ""), given.Text("core", ""));
            given.Refuse(w);
            Projects.Put(w, owner, indicator);
        }, () => Answer.Done("指标已保存", "the indicator is kept"))));
    }

    private static Command List(LedgerOptions options)
    {
        var unit = LedgerOptions.Name("UNIT", "单位编码 / code of the unit");
        return options.Command("list", "列出项目和金额 / list projects with their amounts", [unit], call => call.With(create: false, store => call.Say(Answer.Table(["code", "name", "category", "state", "starts", "ends", "fund", "yuan"], store.Read(r =>
        {
            if (Organisations.Unit(r, call.Year, call.Parsed.GetValue(unit)!) is not { } owner)
            {
                return [];
            }

            var lines = r.All(Kinds.Line, ("year", (long)owner.Year), ("unit", owner.Code)).Select(Line.Of).ToList();
            return Projects.Of(r, owner).SelectMany(p => lines.Where(l => l.Project == p.Code).GroupBy(l => l.Fund).Select(g => Row(p, g.Key, Fen.Yuan(g.Sum(l => l.Fen)))).DefaultIfEmpty(Row(p, "", ""))).ToList();
        })))));
    }

    private static IReadOnlyList<string> Row(Project p, string fund, string yuan) =>
        [p.Code, p.Name, p.Category, p.State, p.Starts.ToString(CultureInfo.InvariantCulture), p.Ends.ToString(CultureInfo.InvariantCulture), fund, yuan];

    private static (Argument<string> Unit, Argument<string> Code, Argument<string[]> Fields) Arguments(string fields)
    {
        var given = LedgerOptions.Fields();
        given.Description = fields;
        return (LedgerOptions.Name("UNIT", "单位编码 / code of the unit"), LedgerOptions.Name("CODE", "项目编码 / code of the project"), given);
    }
}
