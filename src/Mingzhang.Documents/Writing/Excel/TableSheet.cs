using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>一张表的工作表：titles, header, figures as numbers, sums as formulas with what they come to; printable, header frozen, computed cells protected.</summary>
internal sealed class TableSheet(ComposedTable table)
{
    private const double MostHeight = 409;
    private const int LongText = 400;
    private const double LineHeight = 13.5;
    private readonly List<string> _merged = [];
    private double[] _widths = [];

    /// <summary>表头以上及栏目占的行数。</summary>
    public int HeaderRows => Above.Count + table.Header.Count;

    /// <summary>表头所占的首行，从 1 起。</summary>
    public int FirstHeader => Above.Count + 1;

    /// <summary>全部行数。</summary>
    public int Rows => HeaderRows + table.Rows.Count + table.Notes.Count;

    private List<string> Above => [.. new[] { table.Number, table.Title, table.EntityLine, table.UnitLine }.Where(l => l.Length > 0)];

    public Worksheet Sheet()
    {
        _widths = [.. table.Columns.Select((k, c) => Width(c, k))];
        var data = new SheetData();
        var number = 0;
        foreach (var line in Above)
        {
            data.Append(Row(++number, [Text(0, number, line, line == table.Title ? SheetStyles.Title : line == table.UnitLine ? SheetStyles.LineRight : SheetStyles.Line)]));
            Merge(0, number, table.Columns.Count, 1);
        }

        foreach (var header in table.Header)
        {
            number++;
            data.Append(Tall(header, Cells(header, number, (cell, column) => Text(column, number, cell.Text, SheetStyles.Header)), number));
        }

        var formulas = new SheetFormulas(table, HeaderRows + 1);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            number++;
            var index = r;
            data.Append(Tall(table.Rows[r].Cells, Cells(table.Rows[r].Cells, number, (cell, column) => Figure(cell, column, number, table.Rows[index].Total, formulas.Of(index, column))), number));
        }

        foreach (var note in table.Notes)
        {
            data.Append(Row(++number, [Text(0, number, note, SheetStyles.Line)]));
            Merge(0, number, table.Columns.Count, 1);
        }

        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = "A1:" + SheetFormulas.Letters(table.Columns.Count - 1) + Number(number) },
            new SheetViews(View()),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(table.Columns.Select((k, c) => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = _widths[c], CustomWidth = true })),
            data,
            new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false, FormatCells = false, Sort = false, AutoFilter = false });
        if (_merged.Count > 0)
        {
            sheet.Append(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })));
        }

        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = table.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C— &P —")));
        return sheet;
    }

    // Wrapped words need the height that no program gives a row of itself.
    private Row Tall(IReadOnlyList<ComposedCell> cells, List<Cell> written, int number)
    {
        var lines = 1.0;
        for (var c = 0; c < cells.Count; c++)
        {
            var room = _widths.Skip(c).Take(cells[c].Columns).Sum() - 1;
            lines = Math.Max(lines, cells[c].Text.Split('\n').Sum(l => Math.Max(1, Math.Ceiling(Wide(l) / room))) / cells[c].Rows);
        }

        var row = Row(number, written);
        row.Height = Math.Min(MostHeight, (lines * LineHeight) + 3);
        row.CustomHeight = true;
        return row;
    }

    private static int Wide(string text) => text.Sum(x => x < 0x2e80 ? 1 : 2);

    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (table.Header.Count > 0)
        {
            var below = "A" + Number(HeaderRows + 1);
            view.Append(new Pane { VerticalSplit = HeaderRows, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }, new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue> { InnerText = below } });
        }

        return view;
    }

    private List<Cell> Cells(IReadOnlyList<ComposedCell> cells, int row, Func<ComposedCell, int, Cell> of)
    {
        var result = new List<Cell>();
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells[c].Kind == CellKind.Covered)
            {
                result.Add(new Cell { CellReference = Reference(c, row), StyleIndex = row <= HeaderRows ? SheetStyles.Header : SheetStyles.Words });
                continue;
            }

            result.Add(of(cells[c], c));
            Merge(c, row, cells[c].Columns, cells[c].Rows);
        }

        return result;
    }

    private Cell Figure(ComposedCell cell, int column, int row, bool total, string? formula)
    {
        if (cell.Yuan is { } yuan)
        {
            var value = new Cell
            {
                CellReference = Reference(column, row),
                StyleIndex = SheetStyles.Placed(total ? formula is null ? SheetStyles.TotalAmount : SheetStyles.TotalComputed : formula is null ? SheetStyles.Amount : SheetStyles.Computed, Places(cell.Text)),
                CellValue = new CellValue(SheetFormulas.Printed(yuan, table).ToString("0.00####", CultureInfo.InvariantCulture)),
            };
            if (formula is not null)
            {
                value.InsertAt(new CellFormula(formula), 0);
            }

            return value;
        }

        if (cell.Percent is { } percent)
        {
            return new Cell { CellReference = Reference(column, row), StyleIndex = SheetStyles.Percent, CellValue = new CellValue(percent.ToString("0.00", CultureInfo.InvariantCulture)) };
        }

        if (cell.Kind == CellKind.Number && decimal.TryParse(cell.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return new Cell { CellReference = Reference(column, row), StyleIndex = SheetStyles.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };
        }

        var style = cell.Kind switch
        {
            CellKind.Label => SheetStyles.Header,
            CellKind.Amount => total ? SheetStyles.TotalAmount : SheetStyles.Amount,
            _ => total ? SheetStyles.TotalWords : SheetStyles.Words,
        };
        return Text(column, row, cell.Text.Trim(), style);
    }

    // As many decimals as are printed.
    private static int Places(string text)
    {
        var digits = text.TrimEnd();
        return digits.LastIndexOf('.') is var dot && dot >= 0 ? digits[(dot + 1)..].TakeWhile(char.IsAsciiDigit).Count() : 0;
    }

    private void Merge(int column, int row, int columns, int rows)
    {
        if (columns > 1 || rows > 1)
        {
            _merged.Add(Reference(column, row) + ":" + Reference(column + columns - 1, row + rows - 1));
        }
    }

    private double Width(int column, CellKind kind)
    {
        var longest = table.Rows.Select(r => r.Cells[column]).Where(c => c.Columns == 1).Select(c => Wide(c.Text)).DefaultIfEmpty(0).Max();
        var head = table.Header.Select(h => h[column]).Where(c => c.Columns == 1).Select(c => Wide(c.Text)).DefaultIfEmpty(0).Max();
        return kind switch
        {
            CellKind.Amount => Math.Clamp(Math.Max(longest + 2, Math.Min(head, 12)), 11, 30),
            CellKind.Code or CellKind.Number => Math.Clamp(Math.Max(longest, head) + 2, 6, 14),
            _ => Math.Clamp(Math.Max(longest, head) + 2, 10, longest > LongText ? 88 : 44),
        };
    }

    internal static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    // A cell holds at most 32,767 characters.
    internal static Cell Text(int column, int row, string text, uint style)
    {
        var clean = string.Join('\n', text.Split('\n').Select(Word.WordText.Clean));
        var cell = new Cell { CellReference = Reference(column, row), StyleIndex = style };
        if (clean.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(clean.Length > 32_000 ? clean[..32_000] : clean) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    private static string Reference(int column, int row) => SheetFormulas.Letters(column) + Number(row);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
