using System.CommandLine;
using System.Text.Json.Nodes;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>国库导出文件的选项和导入。</summary>
internal sealed class TreasuryFiles
{
    private readonly Option<string?> _file = LedgerOptions.Text("--import", "国库导出的明细表（csv、xlsx 等）/ the treasury's export");
    private readonly Option<string?> _sheet = LedgerOptions.Text("--sheet", "只导入工作簿中的这一张 / only this sheet of a workbook");
    private readonly Option<string?> _map = LedgerOptions.Text("--map", "按已存的栏目对应 / use a kept mapping of columns");
    private readonly Option<string?> _save = LedgerOptions.Text("--save-map", "以此名称保存栏目对应 / keep the mapping of columns under a name");
    private readonly Option<string?> _money = LedgerOptions.Text("--money", "金额单位 元 或 万元，表头没有写明时 / unit of the amounts");

    public IEnumerable<Symbol> Symbols => [_file, _sheet, _map, _save, _money];

    public bool Given(LedgerCall call) => call.Parsed.GetValue(_file) is not null;

    /// <summary>导入; all or none.</summary>
    public int Run(LedgerCall call, Store store, string? unit, bool receipts)
    {
        var path = call.Parsed.GetValue(_file)!;
        var unseen = new List<Problem>();
        if (ImportCommand.Grids(call, path, call.Parsed.GetValue(_sheet), unseen) is not { } grids)
        {
            return ExitCodes.Unusable;
        }

        if (unseen.Count > 0)
        {
            call.Tell(unseen);
            return ExitCodes.Found;
        }

        var results = new List<Imported>();
        var problems = store.Write(call.Who, call.Why.Length > 0 ? call.Why : "导入 " + Path.GetFileName(path), w =>
        {
            foreach (var (name, grid) in grids)
            {
                results.Add(TreasuryImport.Run(w, Library.Standard, grid, new ImportRequest(name, call.Year, "", unit, call.Parsed.GetValue(_map), call.Parsed.GetValue(_save), call.Parsed.GetValue(_money)), receipts));
            }
        });
        if (problems.Count > 0)
        {
            call.Tell(problems);
            return ExitCodes.Found;
        }

        var (rows, fen) = (results.Sum(r => r.Stored), results.Sum(r => r.Fen));
        return call.Say(new Answer($"已导入 {rows} 笔，合计 {Fen.Yuan(fen)} 元", $"imported {rows} rows, {Fen.Yuan(fen)} yuan in all", new JsonObject { ["rows"] = rows, ["yuan"] = Fen.Yuan(fen).Replace(",", "", StringComparison.Ordinal) }));
    }
}
