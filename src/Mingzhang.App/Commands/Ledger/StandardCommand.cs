using System.CommandLine;
using Mingzhang.Forms;
using Mingzhang.Ledger.Estimates;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang standard：what a year allows per person, per vehicle or as a percentage.</summary>
internal static class StandardCommand
{
    private static readonly string[] Facts = ["name", "per", "yuan", "wan", "percent", "base", "categories", "nature", "fund", "function", "economic"];

    public static Command Create(LedgerOptions options) => new("standard", "支出标准 / spending standards") { Put(options), List(options), Remove(options), Carry(options) };

    private static Command Put(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "标准编码，按编码先后计算 / code; standards are reckoned in its order");
        var fields = LedgerOptions.Fields();
        fields.Description = "name= per=actual|posts|retired|vehicle|vehicle:类型|unit|percent yuan= 或 percent= base=\"30101 30102\" categories=\"行政 参公\" nature=personnel|public fund= function= economic=";
        return options.Command("set", "新增或修改标准 / add or change a standard", [code, fields], call => call.With(create: false, store => call.Write(store, w =>
        {
            var given = new GivenFields(call.Parsed.GetValue(fields)!, Facts);
            var cells = new ImportCells(Library.Standard, call.Year);
            var old = Standards.Of(w, call.Year).FirstOrDefault(s => s.Code == call.Parsed.GetValue(code)) ?? new Standard { Year = call.Year, Code = call.Parsed.GetValue(code)! };
            var standard = old with
            {
                Name = given.Text("name", old.Name),
                Per = given.Text("per", old.Per),
                Fen = given.Fen() ?? old.Fen,
                Percent = given.Text("percent", old.Percent),
                Base = given.Text("base", old.Base),
                Categories = given.Text("categories", old.Categories),
                Nature = given.Text("nature", old.Nature),
                Fund = given.Known("fund", cells.Fund, old.Fund),
                Function = given.Text("function", old.Function),
                Economic = given.Text("economic", old.Economic),
            };
            given.Refuse(w);
            Standards.Put(w, Library.Standard, standard);
        }, () => Answer.Done($"标准 {call.Parsed.GetValue(code)} 已保存", $"standard {call.Parsed.GetValue(code)} is kept"))));
    }

    private static Command List(LedgerOptions options) => options.Command("list", "列出标准 / list standards", [], call => call.With(create: false, store => call.Say(Answer.Table(
        ["code", "name", "per", "yuan", "percent", "base", "categories", "nature", "fund", "function", "economic"],
        store.Read(r => Standards.Of(r, call.Year).Select(s => (IReadOnlyList<string>)[s.Code, s.Name, s.Per, s.Fen == 0 ? "" : Fen.Yuan(s.Fen), s.Percent, s.Base, s.Categories, s.Nature, s.Fund, s.Function, s.Economic]).ToList())))));

    private static Command Remove(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "标准编码 / code of the standard");
        return options.Command("remove", "删除标准 / remove a standard", [code], call => call.With(create: false, store => call.Write(store, w => Standards.Remove(w, call.Year, call.Parsed.GetValue(code)!),
            () => Answer.Done($"标准 {call.Parsed.GetValue(code)} 已删除", $"standard {call.Parsed.GetValue(code)} is removed"))));
    }

    private static Command Carry(LedgerOptions options) => options.Command("carry", "把上年的标准带到本年 / carry last year's standards over", [], call => call.With(create: false, store =>
    {
        var carried = 0;
        return call.Write(store, w => carried = Standards.Carry(w, Library.Standard, call.Year), () => Answer.Done($"带来 {carried} 项标准", $"carried over {carried} standards"));
    }));
}
