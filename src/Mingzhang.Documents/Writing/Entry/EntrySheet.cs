using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Excel;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>一张表的填报工作表：as it will be printed; cells to be filled in are coloured and open, everything else is locked.</summary>
internal sealed class EntrySheet
{
    private const int NameWidth = 34;
    private const int AmountWidth = 14;
    private const int CodeWidth = 9;
    private readonly ComposedTable _table;
    private readonly EntryCodes _codes;
    private readonly EntryFormulas _formulas;
    private readonly EntryChoices _choices;
    private readonly List<string> _merged = [];
    private readonly string? _nil;

    public EntrySheet(ComposedTable table, string? nil, EntryCodes codes, Func<int, bool?> change)
    {
        _table = table;
        _nil = nil;
        _codes = codes;
        _choices = new EntryChoices(table.Unit.Name);
        _formulas = new EntryFormulas(table, First, change);
    }

    private List<string> Above => [.. new[] { _table.Number, _table.Title, _table.EntityLine, _table.UnitLine }.Where(l => l.Length > 0)];

    private int First => Above.Count + _table.Header.Count + 1;

    private int Last => First + _table.Rows.Count - 1;

    public Worksheet Sheet()
    {
        var data = new SheetData();
        var number = 0;
        foreach (var line in Above)
        {
            data.Append(TableSheet.Row(++number, [EntryText.Text(0, number, line, line == _table.Title ? EntryStyles.Title : EntryStyles.Line)]));
            Merge(0, number, _table.Columns.Count, 1);
        }

        foreach (var header in _table.Header)
        {
            number++;
            data.Append(TableSheet.Row(number, Cells(header, number, (cell, column) => Heading(cell, column, number))));
        }

        for (var r = 0; r < _table.Rows.Count; r++)
        {
            number++;
            var row = r;
            data.Append(TableSheet.Row(number, Cells(_table.Rows[r].Cells, number, (cell, column) => Cell(cell, row, column, number))));
        }

        if (_nil is not null)
        {
            // Said only while the table is empty.
            data.Append(TableSheet.Row(++number, [EntryText.Formula(0, number, $"IF({Filled}=0,{EntryText.Joined(_nil)},\"\")", EntryStyles.Line, _nil.Replace(EntryDraft.Entity.ToString(), EntryText.NoName, StringComparison.Ordinal))]));
            Merge(0, number, _table.Columns.Count, 1);
        }

        return Around(data);
    }

    private Worksheet Around(SheetData data)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(EntryLayout.View(_table.Header.Count > 0 ? First - 1 : 0)),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(_table.Columns.Select((k, c) => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = Width(k), CustomWidth = true })),
            data,
            new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false });
        if (_merged.Count > 0)
        {
            sheet.Append(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })));
        }

        if (_choices.Validations() is { } validations)
        {
            sheet.Append(validations);
        }

        sheet.Append(new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = _table.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        return sheet;
    }

    // What shows that something was filled in: money, or else words.
    private string Filled
    {
        get
        {
            var cells = from r in Enumerable.Range(0, _table.Rows.Count) from c in Enumerable.Range(0, _table.Columns.Count) select new Spot(r, c, _table.Rows[r].Cells[c]);
            var money = _table.Columns.Select((k, c) => new { k, c }).Where(x => x.k == CellKind.Amount && _table.Rows.Any(r => r.Cells[x.c].Point is not null)).Select(x => x.c).ToList();
            var words = cells.FirstOrDefault(s => s.Cell.Kind is CellKind.Text or CellKind.Name && !s.Cell.Text.Contains(EntryDraft.Entity, StringComparison.Ordinal));
            return money.Count > 0 ? $"COUNT({Address(money[0], First)}:{Address(money[^1], Last)})" : words is null ? "0" : $"COUNTA({Address(words.Column, First + words.Row)})";
        }
    }

    private Cell Heading(ComposedCell cell, int column, int number)
    {
        if (_table.Columns[column] is CellKind.Amount or CellKind.Code or CellKind.Name && cell.Columns == 1)
        {
            _choices.Note(Address(column, number), _table.Columns[column]);
        }

        return EntryText.Text(column, number, cell.Text, SheetStyles.Header);
    }

    private Cell Cell(ComposedCell cell, int row, int column, int number) => cell.Kind switch
    {
        CellKind.Label => EntryText.Text(column, number, cell.Text, SheetStyles.Header),
        CellKind.Amount => Amount(row, column, number),
        CellKind.Code when _formulas.Level(column) is >= 0 and var level && EntryFormulas.Waits(_table.Rows[row]) => Code(level, row, column, number),
        CellKind.Name when EntryDraft.Waits(cell.Text) => Name(row, column, number),
        CellKind.Number when cell.Text.Length > 0 => EntryText.Formula(column, number, $"IF({Address(column + 1, number)}=\"\",\"\",ROW()-{(First - 1).ToString(CultureInfo.InvariantCulture)})", EntryStyles.Looked),
        CellKind.Number => Open(column, number, EntryStyles.InputNumber),
        CellKind.Text when cell.Text.Length == 0 => Open(column, number, EntryStyles.Input),
        CellKind.Name when cell.Text.Length == 0 && _table.Header.Count > 0 && _table.Rows[row].Cells.Any(c => c.Kind == CellKind.Number) => Open(column, number, EntryStyles.Input),
        _ => EntryText.Text(column, number, cell.Text.Trim(), EntryStyles.Locked),
    };

    private Cell Amount(int row, int column, int number)
    {
        var cell = _table.Rows[row].Cells[column];
        if (_formulas.Of(row, column) is { } formula)
        {
            if (!formula.Locked)
            {
                _choices.Amount(Address(column, number));
            }

            return EntryText.Formula(column, number, formula.Text, formula.Locked ? EntryStyles.Computed : EntryStyles.InputAmount);
        }

        if (cell.Point is null && _table.Header.Count > 0 && !_table.Rows[row].Cells.Any(c => c.Kind == CellKind.Number))
        {
            return TableSheet.Text(column, number, "", EntryStyles.Locked);
        }

        _choices.Amount(Address(column, number));
        return Open(column, number, EntryStyles.InputAmount);
    }

    private Cell Code(int level, int row, int column, int number)
    {
        var list = _formulas.CodeColumns == 1 ? _codes.AllCodes : _codes.List(level, _formulas.Code(row, level));
        _choices.List(Address(column, number), list, "请从列表中选择科目编码");
        return Open(column, number, EntryStyles.Input);
    }

    private Cell Name(int row, int column, int number)
    {
        if (_formulas.CodeColumns > 0)
        {
            return EntryText.Formula(column, number, _codes.NameOf($"({_formulas.Code(row, _formulas.CodeColumns)})"), EntryStyles.Looked);
        }

        _choices.List(Address(column, number), _codes.NamesOfGroups, "请从列表中选择支出功能分类（类）");
        return Open(column, number, EntryStyles.Input);
    }

    private static Cell Open(int column, int number, uint style) => TableSheet.Text(column, number, "", style);

    private List<Cell> Cells(IReadOnlyList<ComposedCell> cells, int number, Func<ComposedCell, int, Cell> of)
    {
        var result = new List<Cell>();
        for (var c = 0; c < cells.Count; c++)
        {
            result.Add(cells[c].Kind == CellKind.Covered ? TableSheet.Text(c, number, "", number < First ? SheetStyles.Header : EntryStyles.Locked) : of(cells[c], c));
            Merge(c, number, cells[c].Columns, cells[c].Rows);
        }

        return result;
    }

    private void Merge(int column, int row, int columns, int rows)
    {
        if (columns > 1 || rows > 1)
        {
            _merged.Add(Address(column, row) + ":" + Address(column + columns - 1, row + rows - 1));
        }
    }

    private static int Width(CellKind kind) => kind switch
    {
        CellKind.Amount => AmountWidth,
        CellKind.Code or CellKind.Number => CodeWidth,
        CellKind.Label => AmountWidth * 2,
        _ => NameWidth,
    };

    private static string Address(int column, int row) => SheetFormulas.Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private sealed record Spot(int Row, int Column, ComposedCell Cell);
}
