using System.Globalization;
using Mingzhang.Paper;

namespace Mingzhang.Ledger.Imports;

/// <summary>工作表里看不见或算不出的：hidden rows and columns, formulas in error or without a result, digits that are stored and not shown; each by sheet and cell, because an import that leaves them out would not say so.</summary>
internal static class SheetFaults
{
    public static IEnumerable<Problem> Of(PaperDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Faults.SelectMany(Of);
    }

    private static IEnumerable<Problem> Of(PaperFault fault)
    {
        var parts = fault.Detail.Split('\t');
        switch (fault.Kind)
        {
            case "hidden-rows" when parts.Length > 2:
                return [Told(parts[0], parts[2], 0, $"有 {parts[1]} 行隐藏（第 {parts[2]} 行），没有读", $"{parts[1]} rows are hidden ({parts[2]}) and were not read", "取消隐藏，或删去这些行", "show them or delete them")];
            case "hidden-columns" when parts.Length > 2:
                return [new Problem(new($"有 {parts[1]} 列隐藏（{parts[2]} 列），没有读", $"{parts[1]} columns are hidden ({parts[2]}) and were not read"), new("取消隐藏，或删去这些列", "show them or delete them"), new SheetCell(parts[0], 1, Column(parts[2])))];
            case "error-values":
                return Cells(parts, 2, (cell, text) => ($"{cell} 的公式出错：{text}", $"the formula of {cell} is in error: {text}", "改正公式，或改为数值", "mend the formula, or put a value"));
            case "no-results":
                return Cells(parts, 2, (cell, _) => ($"{cell} 的公式没有存下结果", $"the formula of {cell} has no stored result", "在 Excel 或 WPS 中打开、计算后再保存", "open, calculate and save it"));
            case "hidden-digits":
                return Cells(parts, 3, (cell, text) => ($"{cell} 显示 {text}，存的是另一个数", $"{cell} shows {text} but stores another number", "把格式改为显示两位小数，或将数值四舍五入", "show two decimals, or round the number"));
            case "sheet-limit":
                return [Told(parts[0], "1", 0, "超过可读的行列，后面的没有读", "has more rows or cells than are read", "分成几份导入", "import it in parts")];
            case "hidden-sheet":
                return [Told(parts[0], "1", 0, $"工作表“{parts[0]}”隐藏，没有读", $"the sheet '{parts[0]}' is hidden and was not read", "取消隐藏，或删去", "show it or delete it")];
            default:
                return [];
        }
    }

    // Pairs or triples of a cell and what is said of it.
    private static IEnumerable<Problem> Cells(string[] parts, int step, Func<string, string, (string Chinese, string English, string Remedy, string RemedyEnglish)> say)
    {
        for (var i = 2; i + step - 1 < parts.Length; i += step)
        {
            var cell = parts[i][(parts[i].LastIndexOf('!') + 1)..];
            var letters = new string([.. cell.TakeWhile(char.IsAsciiLetterUpper)]);
            var (chinese, english, remedy, remedyEnglish) = say(cell, parts[i + 1]);
            yield return Told(parts[0], cell[letters.Length..], Column(letters), chinese, english, remedy, remedyEnglish);
        }
    }

    private static Problem Told(string sheet, string rows, int column, string chinese, string english, string remedy, string remedyEnglish)
    {
        var digits = new string([.. rows.TakeWhile(char.IsAsciiDigit)]);
        return Problem.Of(chinese, english, remedy, remedyEnglish) with { At = new SheetCell(sheet, int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 1, column) };
    }

    private static int Column(string letters) => letters.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (n, c) => (n * 26) + c - 'A' + 1);
}
