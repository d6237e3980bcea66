using Mingzhang.Documents.Formats.Excel.Numbers;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>逐格收集一张工作表：what is displayed in each cell, and what of it a reader of the sheet does not see.</summary>
internal sealed class SheetBuilder(string name, bool hidden, SheetLimits limits)
{
    private readonly SortedDictionary<int, SortedDictionary<int, string>> _rows = [];
    private readonly SheetNotes _notes = new(name, limits.Whole);
    private readonly HashSet<long> _texts = [];
    private readonly List<MergedCells> _merges = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _hiddenColumns = [];

    /// <summary>名称。</summary>
    public string Name => name;

    /// <summary>零是否显示。</summary>
    public bool ShowsZeros { get; set; } = true;

    /// <summary>从何日算起。</summary>
    public bool Date1904 { get; init; }

    /// <summary>没有读取的缘由；null where all was read.</summary>
    public string? Cut { get; private set; }

    public void HideRow(int row) => _hiddenRows.Add(row);

    public void HideColumns(int from, int to)
    {
        for (var c = Math.Max(0, from); c <= to && c < SheetLimits.Columns; c++)
        {
            _hiddenColumns.Add(c);
        }
    }

    /// <summary>合并；false where there are too many.</summary>
    public bool Merge(MergedCells merge)
    {
        if (!limits.Merge())
        {
            Cut ??= SheetLimits.Merges;
            return false;
        }

        if (merge.LastRow >= merge.Row && merge.LastColumn >= merge.Column)
        {
            _merges.Add(merge);
        }

        return true;
    }

    public bool Number(int row, int column, double stored, NumberFormat format)
    {
        if (stored == 0 && !ShowsZeros)
        {
            return true;
        }

        var shown = format.Number(stored, Date1904);
        if (shown.Hides && !hidden)
        {
            _notes.Hides(row, column, shown.Text.Trim(), stored);
        }

        return Put(row, column, shown.Text);
    }

    public bool Text(int row, int column, string text, NumberFormat format)
    {
        if (limits.Whole)
        {
            _texts.Add(Key(row, column));
        }

        return Put(row, column, format.Words(text));
    }

    private static long Key(int row, int column) => ((long)row * SheetLimits.Columns) + column;

    /// <summary>错误值: printed as it stands, and told.</summary>
    public bool Error(int row, int column, string error)
    {
        _notes.Error(row, column, error);
        return Put(row, column, error);
    }

    /// <summary>没有结果的公式。</summary>
    public void NoResult(int row, int column) => _notes.NoResult(row, column);

    /// <summary>工作表的内容; null for a sheet that is hidden or empty. What is not seen is told.</summary>
    public SheetContent? Build(List<PaperFault> faults)
    {
        if (Cut is { } cut)
        {
            faults.Add(SheetNotes.Fault("sheet-limit", name, cut));
        }

        if (hidden)
        {
            var cells = _rows.Values.Sum(r => r.Count);
            if (cells > 0)
            {
                faults.Add(SheetNotes.Fault("hidden-sheet", name, SheetNotes.Text(cells)));
            }

            return null;
        }

        _rows.DropCovered(_merges);
        var (rows, hiddenRows, hiddenColumns) = Seen();
        _notes.Tell(faults, hiddenRows, hiddenColumns, (r, c) => !_hiddenRows.Contains(r) && !_hiddenColumns.Contains(c));
        return rows.Count == 0 ? null : new SheetContent(name, rows, _merges) { MostArea = limits.Area };
    }

    private bool Put(int row, int column, string text)
    {
        if (column >= SheetLimits.Columns || row >= limits.Rows)
        {
            Cut ??= SheetLimits.Far;
            return true;
        }

        var shown = text.Trim(' ', '\u3000', '\u00a0', '\n', '\r', '\t');
        if (shown.Length == 0)
        {
            return true;
        }

        // The first blanks of narrative are its indent, which no reader needs; line ends inside a cell are kept.
        if (!limits.Cell(shown.Length))
        {
            Cut ??= SheetLimits.Cells;
            return false;
        }

        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        cells[column] = shown.Contains('\r', StringComparison.Ordinal) ? shown.ReplaceLineEndings("\n") : shown;
        return true;
    }

    private (List<SheetRow> Rows, List<int> HiddenRows, List<int> HiddenColumns) Seen()
    {
        var rows = new List<SheetRow>();
        var (hiddenRows, hiddenColumns) = (new List<int>(), new SortedSet<int>());
        var ordered = new List<int>(_hiddenRows);
        ordered.Sort();
        var last = -1;
        foreach (var (row, cells) in _rows)
        {
            if (_hiddenRows.Contains(row))
            {
                hiddenRows.Add(row);
                continue;
            }

            var filled = new List<FilledCell>();
            foreach (var (column, text) in cells)
            {
                if (_hiddenColumns.Contains(column))
                {
                    hiddenColumns.Add(column);
                }
                else
                {
                    var cell = new FilledCell(column, text, 0);
                    filled.Add(cell.Number && _texts.Contains(Key(row, column)) ? cell with { KeptAsText = true } : cell);
                }
            }

            if (filled.Count == 0)
            {
                continue;
            }

            rows.Add(new SheetRow(row, 0, filled, row - last - 1 > Before(ordered, row) - Before(ordered, last + 1)));
            last = row;
        }

        return (rows, hiddenRows, [.. hiddenColumns]);
    }

    // How many hidden rows stand above a row.
    private static int Before(List<int> hidden, int row)
    {
        var at = hidden.BinarySearch(row);
        return at < 0 ? ~at : at;
    }
}
