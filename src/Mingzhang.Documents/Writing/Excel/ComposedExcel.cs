using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>成稿写成 Excel：the narrative on a sheet 说明, then one sheet a table, its figures as numbers and its sums as formulas.</summary>
public static class ComposedExcel
{
    /// <summary>写成 .xlsx。</summary>
    public static byte[] Write(Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "rId1");
            CoreProperties.Write(package.AddCoreFilePropertiesPart(), composed);
            package.ChangeIdOfPart(package.CoreFilePropertiesPart!, "rId2");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Sheet();
            var sheets = new Sheets();
            var names = new DefinedNames();
            Add(book, sheets, "说明", NarrativeSheet.Sheet(composed));
            List<ComposedTable> tables = [.. composed.Tables.Where(t => t.Columns.Count > 0)];
            var titles = SheetNames.Of(tables);
            for (var i = 0; i < tables.Count; i++)
            {
                var sheet = new TableSheet(tables[i]);
                Add(book, sheets, titles[i], sheet.Sheet());
                var quoted = "'" + titles[i] + "'!";
                var index = (uint)i + 1;
                names.Append(new DefinedName($"{quoted}$A$1:${SheetFormulas.Letters(tables[i].Columns.Count - 1)}${Number(sheet.Rows)}") { Name = "_xlnm.Print_Area", LocalSheetId = index });
                if (tables[i].Header.Count > 0)
                {
                    names.Append(new DefinedName($"{quoted}${Number(sheet.FirstHeader)}:${Number(sheet.HeaderRows)}") { Name = "_xlnm.Print_Titles", LocalSheetId = index });
                }
            }

            book.Workbook = new Workbook(new WorkbookProperties { DefaultThemeVersion = 166925 }, new BookViews(new WorkbookView { ActiveTab = 0 }), sheets);
            if (names.HasChildren)
            {
                book.Workbook.Append(names);
            }

            book.Workbook.Append(new CalculationProperties { FullCalculationOnLoad = false });
        }

        return StableZip.Of(stream.ToArray());
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, Worksheet worksheet)
    {
        var number = sheets.ChildElements.Count + 1;
        var id = "sheet" + Number(number);
        book.AddNewPart<WorksheetPart>(id).Worksheet = worksheet;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)number, Id = id });
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
