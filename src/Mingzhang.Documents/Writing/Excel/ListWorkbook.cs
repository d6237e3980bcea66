using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>清单工作簿：one sheet of text under a header that stays, filters and prints on every page; all of it is text, so that nothing becomes a formula.</summary>
public static class ListWorkbook
{
    private const int LongestCell = 32_000, Widest = 48, Narrowest = 8, MostLines = 20;
    private const double LineHeight = 14.5;
    private const uint Head = 1, Text = 2, TextFormat = 49;

    /// <summary>写成工作簿。</summary>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="header">What stands above the columns.</param>
    /// <param name="rows">The rows, each with a cell for every column.</param>
    public static byte[] Write(string sheet, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("sheet1").Worksheet = Of(header, rows);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "sheet1" }),
                new DefinedNames(new DefinedName($"'{sheet}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }

        return StableZip.Of(stream.ToArray());
    }

    private static Worksheet Of(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = header.Select((h, i) => Math.Clamp(rows.Select(r => Wide(r[i])).Append(Wide(h)).Max() + 2, Narrowest, Widest)).ToList();
        var columns = new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = w }));
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true };
        var filter = new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letter(header.Count - 1)}{rows.Count + 1}") };
        return new Worksheet(new SheetProperties(new PageSetupProperties { FitToPage = true }), new SheetViews(view), columns, new SheetData(rows.Prepend(header).Select((r, i) => RowOf(i + 1, r, widths))), filter,
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
    }

    // As high as its longest cell: not every program finds that out by itself.
    private static Row RowOf(int number, IReadOnlyList<string> cells, List<int> widths) => new(cells.Select((c, i) => CellOf(number, i, c)))
    {
        RowIndex = (uint)number,
        CustomHeight = true,
        Height = LineHeight * Math.Clamp(cells.Select((c, i) => (Wide(c) + widths[i] - 2) / (widths[i] - 1)).Max(), 1, MostLines),
    };

    private static Cell CellOf(int row, int column, string text) => new(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    { CellReference = Letter(column) + row.ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString, StyleIndex = row == 1 ? Head : Text };

    // A character of Chinese is as wide as two digits.
    private static int Wide(string text) => text.Sum(c => c < '\u2e80' ? 1 : 2);

    // What no workbook can hold is left out.
    private static string Printable(string text) => new([.. text.Take(LongestCell).Where(c => XmlConvert.IsXmlChar(c))]);

    // No list has more columns than there are letters.
    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = TextFormat, ApplyNumberFormat = true, ApplyAlignment = true }));
}
