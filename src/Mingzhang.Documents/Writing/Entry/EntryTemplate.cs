using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表：the workbook that an officer fills: the book's tables as printed, with lists of codes and locked sums, and what its sentences need besides.</summary>
public static class EntryTemplate
{
    /// <summary>写出某一表册某一年度的填报表。</summary>
    public static byte[] Write(Library library, FormBook book, int year, DocumentScope scope)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(book);
        var asked = new List<Point>();
        var draft = EntryDraft.Of(library, book, year, book.Scope ?? scope, asked.Add);
        var composed = Composer.Compose(library, book, draft);
        var words = new PrintedWords(draft);
        var codes = new EntryCodes(library.Catalogues["functions"], year);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            CoreProperties.Write(package.AddCoreFilePropertiesPart(), composed with { Title = EntryBasics.Marker, Entity = "" });
            package.ChangeIdOfPart(package.CoreFilePropertiesPart!, "rId2");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = EntryStyles.Sheet();
            var sheets = new Sheets();
            Add(workbook, sheets, EntryBasics.Sheet, EntryBasics.Basics(book, year, draft.Scope));
            List<ComposedTable> tables = [.. composed.Tables.Where(t => t.Columns.Count > 0).Select(t => t with { Notes = [] })];
            var titles = Excel.SheetNames.Of([.. tables.Select(t => t with { Title = t.Title.Replace(EntryDraft.Entity.ToString(), "", StringComparison.Ordinal) })]);
            for (var i = 0; i < tables.Count; i++)
            {
                var table = tables[i];
                var form = book.Forms.First(f => f.Key == table.Form);
                Add(workbook, sheets, titles[i], new EntrySheet(table, form.Nil is { } nil ? words.Fill(nil) : null, codes, c => Change(library, table, c)).Sheet());
            }

            Add(workbook, sheets, EntryBasics.FiguresSheet, EntryBasics.Figures(EntryNeeds.Figures(library.Space, asked, composed), codes.AllCodes));
            Add(workbook, sheets, EntryBasics.WordsSheet, EntryBasics.Words(EntryNeeds.Of(library, book, year)));
            Add(workbook, sheets, EntryCodes.Name, codes.Sheet());
            sheets.Elements<Sheet>().Last().State = SheetStateValues.Hidden;
            workbook.Workbook = new Workbook(new WorkbookProperties { DefaultThemeVersion = 166925 }, new BookViews(new WorkbookView { ActiveTab = 0 }), sheets, new CalculationProperties { FullCalculationOnLoad = true });
        }

        return StableZip.Of(stream.ToArray());
    }

    private static bool? Change(Library library, ComposedTable table, int column)
    {
        var label = table.Header.Select(h => h[column]).LastOrDefault(c => c.Kind == CellKind.Label);
        return label is null ? null : library.Wording.ChangeColumns.FirstOrDefault(w => Forms.Words.Fold.Label(label.Text) == w.Word)?.Percent;
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, Worksheet worksheet)
    {
        var number = sheets.ChildElements.Count + 1;
        var id = "sheet" + number.ToString(CultureInfo.InvariantCulture);
        book.AddNewPart<WorksheetPart>(id).Worksheet = worksheet;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)number, Id = id });
    }
}
