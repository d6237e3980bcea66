using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>一栏及其可选的内容。</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Choices">What may be chosen; empty where one types.</param>
/// <param name="Money">Whether it holds amounts; all else is text, so that codes stay as they are.</param>
public sealed record ListedColumn(string Header, IReadOnlyList<string> Choices, bool Money = false);

/// <summary>带列表的空表：one sheet with a header, whose columns offer what may stand in them; the lists stand on a hidden sheet.</summary>
public static class ListedBook
{
    /// <summary>列表所在的隐藏工作表：nobody's lines, so that an import does not ask what it hides.</summary>
    public const string Lists = "mingzhang_lists";

    private const int LastRow = 20_001, Wide = 24, Usual = 14;
    private const uint Plain = 0, Head = 1, Text = 2, Amount = 3, AmountFormat = 4, TextFormat = 49;

    /// <summary>写成工作簿。</summary>
    public static byte[] Write(string sheet, IReadOnlyList<ListedColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("sheet1").Worksheet = Entry(columns);
            workbook.AddNewPart<WorksheetPart>("sheet2").Worksheet = Listed(columns);
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "sheet1" }, new Sheet { Name = Lists, SheetId = 2, Id = "sheet2", State = SheetStateValues.Hidden }));
        }

        return StableZip.Of(stream.ToArray());
    }

    private static Worksheet Entry(IReadOnlyList<ListedColumn> columns)
    {
        var widths = new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Choices.Any(o => o.Length > Usual) ? Wide : Usual, CustomWidth = true, Style = c.Money ? Amount : Text }));
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true };
        var rules = columns.Index().Where(c => c.Item.Choices.Count > 0).Select(c => new DataValidation(new Formula1(string.Create(CultureInfo.InvariantCulture, $"{Lists}!${Letter(c.Index)}$1:${Letter(c.Index)}${c.Item.Choices.Count}")))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            // What is not in the list is said by the import, with its place: a name that another system writes may be known there.
            ShowErrorMessage = false,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Create(CultureInfo.InvariantCulture, $"{Letter(c.Index)}2:{Letter(c.Index)}{LastRow}") },
        }).ToList();
        return new Worksheet(new SheetViews(view), widths, new SheetData(RowOf(1, columns.Select((c, i) => CellOf(i, 1, c.Header, Head)))), new DataValidations(rules) { Count = (uint)rules.Count });
    }

    private static Worksheet Listed(IReadOnlyList<ListedColumn> columns) => new(new SheetData(Enumerable.Range(0, columns.Max(c => c.Choices.Count))
        .Select(r => RowOf(r + 1, columns.Index().Where(c => r < c.Item.Choices.Count).Select(c => CellOf(c.Index, r + 1, c.Item.Choices[r], Plain))))));

    private static Row RowOf(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell CellOf(int column, int row, string text, uint style) => new(new InlineString(new Text(text))) { CellReference = Letter(column) + row.ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString, StyleIndex = style };

    // No template has more columns than there are letters.
    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = AmountFormat, ApplyNumberFormat = true }));
}
