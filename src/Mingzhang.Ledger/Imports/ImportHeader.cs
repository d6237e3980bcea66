using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Storage;
using Mingzhang.Paper;

namespace Mingzhang.Ledger.Imports;

/// <summary>表头：in which row it stands, which column holds which field, and in which unit the money is. Columns are found by name, wherever they were moved.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Columns">Index of the column by field.</param>
/// <param name="Factor">Yuan in one unit of the amounts.</param>
internal sealed record ImportHeader(int Row, IReadOnlyDictionary<string, int> Columns, decimal Factor)
{
    private const int MostRowsAbove = 20;

    /// <summary>查找表头; null with what is missing.</summary>
    public static ImportHeader? Find(Grid grid, ImportRequest request, StoredRecord? mapping, List<Problem> problems, ImportColumns? of = null)
    {
        var known = of ?? ImportColumns.Lines;
        var row = -1;
        var best = 1;
        for (var r = 0; r < Math.Min(grid.Rows.Count, MostRowsAbove); r++)
        {
            var named = Enumerable.Range(0, grid.Rows[r].Cells.Count).Select(c => known.Of(grid.Text(r, c))).OfType<ImportColumn>().Distinct().Count();
            var mapped = mapping is null ? 0 : RecordText.Read(mapping["columns"]).Values.Count(h => grid.Rows[r].Cells.Any(c => Fold.Label(c.Text) == Fold.Label(h)));
            if (Math.Max(named, mapped) > best)
            {
                (best, row) = (Math.Max(named, mapped), r);
            }
        }

        if (row < 0)
        {
            problems.Add(Problem.Of("没有找到表头", "no header row was found", "第一行写栏目名称，如 " + string.Join('、', known.All.Take(9).Select(c => c.Chinese)), "put the names of the columns into the first row") with { At = grid.Rows.Count > 0 ? ImportPlace.Of(grid, request.Sheet, 0, null) : new SheetCell(request.Sheet, 1, 0) });
            return null;
        }

        var columns = mapping is null ? ByName(grid, row, request, known, problems) : ByMapping(grid, row, RecordText.Read(mapping["columns"]), request, problems);
        foreach (var needed in known.All.Where(c => known.Needed.Contains(c.Field) || (c.Field == "unit" && request.Unit is null)).Where(c => !columns.ContainsKey(c.Field)))
        {
            problems.Add(Problem.Of($"没有“{needed.Chinese}”栏", $"there is no column '{needed.Field}'", $"现有各栏：{string.Join('、', grid.Rows[row].Cells.Select(c => c.Text))}", "name the column in the header, or with --map") with { At = ImportPlace.Of(grid, request.Sheet, row, null) });
        }

        if (problems.Count > 0)
        {
            return null;
        }

        var factor = Unit(grid, row, columns["amount"], request);
        if (factor is null)
        {
            problems.Add(Problem.Of("没有写明金额单位", "the unit of the amounts is not given", "在表头写“金额(元)”或“金额(万元)”，或用 --money 指明", "write it into the header, or give --money") with { At = ImportPlace.Of(grid, request.Sheet, row, columns["amount"]) });
            return null;
        }

        return new ImportHeader(row, columns, factor.Value);
    }

    /// <summary>栏目对应的文字, to be kept under a name.</summary>
    public string Mapping(Grid grid) => string.Concat(Columns.OrderBy(c => c.Value).Select(c => $"{c.Key}: {RecordText.Escape(grid.Text(Row, c.Value))}\n"));

    private static Dictionary<string, int> ByName(Grid grid, int row, ImportRequest request, ImportColumns known, List<Problem> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var c = 0; c < grid.Rows[row].Cells.Count; c++)
        {
            if (known.Of(grid.Text(row, c)) is { } column && !columns.TryAdd(column.Field, c))
            {
                problems.Add(Problem.Of($"有两栏都是“{column.Chinese}”", $"two columns are '{column.Field}'", "去掉一栏，或用 --map 指明", "take one out, or say which with --map") with { At = ImportPlace.Of(grid, request.Sheet, row, c) });
            }
        }

        return columns;
    }

    private static Dictionary<string, int> ByMapping(Grid grid, int row, IReadOnlyDictionary<string, string> mapping, ImportRequest request, List<Problem> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, header) in mapping)
        {
            var at = Enumerable.Range(0, grid.Rows[row].Cells.Count).Where(c => Fold.Label(grid.Text(row, c)) == Fold.Label(header)).ToList();
            if (at.Count == 1)
            {
                columns[field] = at[0];
                continue;
            }

            problems.Add(Problem.Of($"栏目对应“{request.Map}”里的“{header}”栏，这份表{(at.Count == 0 ? "没有" : "有几个")}", $"the column '{header}' of the mapping '{request.Map}' stands {(at.Count == 0 ? "nowhere" : "several times")} in this sheet", "请检查是否选对了表，或另存栏目对应", "check that it is the right sheet, or save another mapping") with { At = ImportPlace.Of(grid, request.Sheet, row, null) });
        }

        return columns;
    }

    private static decimal? Unit(Grid grid, int row, int column, ImportRequest request)
    {
        if (request.Money is { } given)
        {
            return Budget.MoneyUnit.Find(given)?.Factor;
        }

        if (Named(grid.Text(row, column)) is { } named)
        {
            return named;
        }

        return Enumerable.Range(0, row).SelectMany(r => grid.Rows[r].Cells).Where(c => c.Text.Contains("单位", StringComparison.Ordinal)).Select(c => Named(c.Text)).FirstOrDefault(f => f is not null);
    }

    private static decimal? Named(string text)
    {
        var folded = Fold.Label(text);
        return Budget.MoneyUnit.All.FirstOrDefault(u => folded.EndsWith(u.Name, StringComparison.Ordinal) || folded.Contains("(" + u.Name + ")", StringComparison.Ordinal))?.Factor;
    }
}

/// <summary>导入的要求。</summary>
/// <param name="Sheet">Name of the sheet or file, for messages.</param>
/// <param name="Year">Year of the lines.</param>
/// <param name="Phase">Phase of the lines.</param>
/// <param name="Unit">Unit of all lines; null where a column names it.</param>
/// <param name="Map">Name of the mapping to use; null: by the usual names.</param>
/// <param name="SaveMap">Name under which the mapping is kept; null: not kept.</param>
/// <param name="Money">元, 万元; null: as the header says.</param>
/// <param name="SureOfUnit">Whether amounts far from last year's are meant.</param>
/// <param name="Partial">Whether sound rows are stored although others are faulty.</param>
/// <param name="Replace">Whether what the last import of this name brought is replaced.</param>
internal sealed record ImportRequest(string Sheet, int Year, string Phase, string? Unit, string? Map = null, string? SaveMap = null, string? Money = null, bool SureOfUnit = false, bool Partial = false, bool Replace = false)
{
    /// <summary>在账库里的名称: files of one name for different units are different imports.</summary>
    public string Name => Unit is null ? Sheet : Unit + "/" + Sheet;

    /// <summary>看过一行，或存入一行时；null where nobody asks how far it is.</summary>
    public Action? Seen { get; init; }
}
