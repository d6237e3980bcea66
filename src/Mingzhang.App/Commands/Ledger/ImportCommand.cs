using System.CommandLine;
using System.Text.Json.Nodes;
using Mingzhang.Documents;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Paper;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang import：rows of a file become budget lines, all or none.</summary>
internal static class ImportCommand
{
    public static Command Create(LedgerOptions options)
    {
        var file = LedgerOptions.Name("FILE", "要导入的表格（csv、xlsx 等）/ table to import");
        CommonOptions.RefuseOptions(file);
        var unit = LedgerOptions.Text("--unit", "全部归于该单位；不给则由“预算单位”栏决定 / unit of all rows");
        var sheet = LedgerOptions.Text("--sheet", "只导入工作簿中的这一张 / only this sheet of a workbook");
        var map = LedgerOptions.Text("--map", "按已存的栏目对应 / use a kept mapping of columns");
        var save = LedgerOptions.Text("--save-map", "以此名称保存栏目对应 / keep the mapping of columns under a name");
        var money = LedgerOptions.Text("--money", "金额单位 元 或 万元，表头没有写明时 / unit of the amounts");
        var phase = new Option<string>("--phase") { Description = "budget | revised | executed | final", DefaultValueFactory = _ => "budget" };
        var sure = LedgerOptions.Flag("--sure-of-unit", "与上年相差万倍也确认无误 / amounts far from last year's are meant");
        var partial = LedgerOptions.Flag("--partial", "有错的行跳过，其余导入 / import the sound rows although others are faulty");
        var replace = LedgerOptions.Flag("--replace", "以这份表代替上次导入的同名的表 / put this file in place of the last of its name");
        return options.Command("import", "导入预算行 / import budget lines", [file, sheet, unit, map, save, money, phase, sure, partial, replace], call => call.With(create: false, store =>
        {
            var unseen = new List<Problem>();
            if (Grids(call, call.Parsed.GetValue(file)!, call.Parsed.GetValue(sheet), unseen) is not { } grids)
            {
                return ExitCodes.Unusable;
            }

            var results = new List<Imported>();
            var problems = store.Write(call.Who, call.Why.Length > 0 ? call.Why : "导入 " + Path.GetFileName(call.Parsed.GetValue(file)), w =>
            {
                unseen.FindAll(_ => !call.Parsed.GetValue(partial)).ForEach(w.Refuse);
                foreach (var (name, grid) in grids)
                {
                    results.Add(LineImport.Run(w, Library.Standard, grid, new ImportRequest(name, call.Year, call.Parsed.GetValue(phase)!, call.Parsed.GetValue(unit), call.Parsed.GetValue(map), call.Parsed.GetValue(save), call.Parsed.GetValue(money), call.Parsed.GetValue(sure), call.Parsed.GetValue(partial), call.Parsed.GetValue(replace))));
                }
            });
            var notices = results.SelectMany(r => r.Notices ?? []).ToList();
            if (problems.Count > 0)
            {
                call.Tell(problems, notices);
                return ExitCodes.Found;
            }

            var skipped = unseen.Concat(results.SelectMany(r => r.Problems)).ToList();
            if (skipped.Count + notices.Count > 0)
            {
                call.Tell(skipped, notices);
            }

            var (rows, fen) = (results.Sum(r => r.Stored), results.Sum(r => r.Fen));
            var (same, changed, missing) = (results.Sum(r => r.Difference!.Same), results.SelectMany(r => r.Difference!.Changed).ToList(), results.SelectMany(r => r.Difference!.Missing).ToList());
            var (of, english) = same + changed.Count + missing.Count == 0 ? ("", "") : ($"；与上次相比：相同 {same} 行，改动 {changed.Count} 行，上次有而这次没有 {missing.Count} 行", $"; against the last import {same} rows are the same, {changed.Count} changed, {missing.Count} missing");
            call.Say(new Answer($"已导入 {rows} 行，合计 {Fen.Yuan(fen)} 元{of}", $"imported {rows} rows, {Fen.Yuan(fen)} yuan in all{english}", new JsonObject
            {
                ["rows"] = rows,
                ["yuan"] = Fen.Yuan(fen).Replace(",", "", StringComparison.Ordinal),
                ["skipped"] = skipped.Count,
                ["same"] = same,
                ["changed"] = new JsonArray([.. changed.Select(l => (JsonNode)l.Id)]),
                ["missing"] = new JsonArray([.. missing.Select(l => (JsonNode)l.Id)]),
            }));
            return skipped.Count > 0 ? ExitCodes.Found : ExitCodes.Clean;
        }));
    }

    /// <summary>文件中的各表; null after a message.</summary>
    public static List<KeyValuePair<string, Grid>>? Grids(LedgerCall call, string path, string? sheet, List<Problem> unseen)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > Opening.MostBytes)
        {
            call.Tell([Problem.Of($"{path}：文件不存在，或超过 {Opening.MostBytes / 1024 / 1024} MB", $"{path}: does not exist, or has more than {Opening.MostBytes / 1024 / 1024} MB", "请检查路径", "check the path")]);
            return null;
        }

        // What is neither a workbook nor separated values is told about by whoever opens it.
        var told = false;
        var sheets = ImportSheets.Of(path, File.ReadAllBytes(path), sheet, () =>
        {
            var opened = Batch.Open(path);
            told = opened is null;
            return opened;
        });
        if (sheets.Problem is { } problem)
        {
            if (!told)
            {
                call.Tell([problem]);
            }

            return null;
        }

        unseen.AddRange(sheets.Unseen);
        return [.. sheets.Grids.Select(g => KeyValuePair.Create(g.Name, g.Grid))];
    }
}
