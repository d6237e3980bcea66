using System.Globalization;
using System.Runtime.CompilerServices;
using Mingzhang.Documents.Formats.Text;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Paper;

namespace Mingzhang.Publishing;

/// <summary>导入的文件：its tables, each with the name under which its rows are kept, and what cannot be seen or computed in it.</summary>
/// <param name="Grids">The tables.</param>
/// <param name="Unseen">What an import would leave out without saying so.</param>
/// <param name="Problem">Why there are none; null where there are.</param>
internal sealed record ImportSheets(IReadOnlyList<NamedGrid> Grids, IReadOnlyList<Problem> Unseen, Problem? Problem)
{
    /// <summary>读出各表。</summary>
    /// <param name="path">Name of the file, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="sheet">The one sheet that is wanted; null for all.</param>
    /// <param name="other">Opens what is neither a workbook nor separated values; null where that cannot be.</param>
    public static ImportSheets Of(string path, byte[] bytes, string? sheet, Func<PaperDocument?> other)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(other);
        var name = Path.GetFileName(path);
        if (Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV")
        {
            return Separated(path, name, bytes);
        }

        if ((Rows(name, bytes) ?? other()) is not { } paper)
        {
            return Not(Problem.Of($"{path}：不能读取", $"{path}: cannot be read", "请另存为 .xlsx 或 .csv", "save it as .xlsx or .csv"));
        }

        var grids = paper.Blocks.OfType<Grid>().Where(g => sheet is null || g.Rows.SelectMany(r => r.Cells).Any(c => c.Address?.Sheet == sheet)).Select((g, i) => new NamedGrid($"{name}[{(i + 1).ToString(CultureInfo.InvariantCulture)}]", g)).ToList();
        return grids.Count == 0 ? Not(Problem.Of($"{path}：没有表格", $"{path}: holds no table", "请选择有表格的文件", "choose a file with a table"))
            : new ImportSheets(grids, [.. SheetFaults.Of(paper).Where(p => p.At!.Sheet != ListedBook.Lists && (sheet is null || p.At.Sheet == sheet))], null);
    }

    private static ImportSheets Separated(string path, string name, byte[] bytes)
    {
        if (TextDecoding.Decode(bytes) is not var (text, _))
        {
            return Not(Problem.Of($"{path}：不是可识别的文字（UTF-8、UTF-16、GB18030）", $"{path}: is no text in a known encoding (UTF-8, UTF-16, GB18030)", "请另存为 UTF-8 编码", "save it in UTF-8"));
        }

        return CsvGrid.Read(text) is { } rows ? new ImportSheets([new NamedGrid(name, rows)], [], null)
            : Not(Problem.Of($"{path}：超过 {CsvGrid.MostRows} 行或 {PaperDocument.MostColumns} 栏", $"{path}: has more than {CsvGrid.MostRows} rows or {PaperDocument.MostColumns} columns", "请检查是否选错了文件，或分开导入", "check that it is the right file, or import it in parts"));
    }

    private static ImportSheets Not(Problem problem) => new([], [], problem);

    // A workbook of lines holds many more cells than a disclosure prints.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PaperDocument? Rows(string name, byte[] bytes) =>
        Path.GetExtension(name).ToUpperInvariant() is ".XLSX" or ".XLS" && Documents.Formats.Excel.ExcelFormat.OpenRows(name, "", bytes) is { Paper: { } paper } ? paper : null;
}

/// <summary>一张有名称的表。</summary>
internal sealed record NamedGrid(string Name, Grid Grid);
