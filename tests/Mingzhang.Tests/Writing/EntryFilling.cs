using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Writing;

/// <summary>填表人：fills a template as an officer would: chooses codes row by row, types amounts only into open cells, writes the words that are asked for.</summary>
internal sealed class EntryFilling
{
    private readonly SpreadsheetDocument _book;
    private readonly HashSet<uint> _open;
    private readonly Draft _draft;

    private EntryFilling(SpreadsheetDocument book, Draft draft)
    {
        _book = book;
        _draft = draft;
        _open = [.. book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Index().Where(f => f.Item.Protection?.Locked?.Value == false).Select(f => (uint)f.Index)];
    }

    /// <summary>填好的填报表, its formulas not yet computed.</summary>
    public static byte[] Fill(byte[] template, Draft draft, Composed composed)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var book = SpreadsheetDocument.Open(stream, true))
        {
            var filling = new EntryFilling(book, draft);
            filling.Put(filling.Sheet("基础信息"), 6, 1, draft.Entity);
            var sheets = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Skip(1).Select(s => s.Name!.Value!).ToList();
            foreach (var (i, table) in composed.Tables.Where(t => t.Columns.Count > 0).Index())
            {
                filling.Table(filling.Sheet(sheets[i]), table);
            }

            filling.Words();
            filling.Figures();
            foreach (var cell in book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c => c.CellFormula is not null))
            {
                cell.CellValue?.Remove();
                cell.DataType = null;
            }
        }

        return stream.ToArray();
    }

    private void Table(SheetData sheet, ComposedTable table)
    {
        var first = new[] { table.Number, table.Title, table.EntityLine, table.UnitLine }.Count(l => l.Length > 0) + table.Header.Count;
        if (!table.Columns.Contains(CellKind.Name) || table.Columns.Contains(CellKind.Number))
        {
            InOrder(sheet, table, first);
            return;
        }

        var names = Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c] == CellKind.Name).ToList();
        foreach (var (i, name) in names.Index())
        {
            var to = i + 1 < names.Count ? names[i + 1] : table.Columns.Count;
            List<int> codes = [.. Enumerable.Range(0, name).Reverse().TakeWhile(c => table.Columns[c] == CellKind.Code).Reverse()];
            List<int> amounts = [.. Enumerable.Range(name, to - name).Where(c => table.Columns[c] == CellKind.Amount)];
            var used = new HashSet<int>();
            foreach (var row in table.Rows.Where(r => r.Cells[name].Text.Length > 0))
            {
                Row(sheet, row, first, codes, name, amounts, used);
            }
        }
    }

    private void Row(SheetData sheet, ComposedRow row, int first, List<int> codes, int name, List<int> amounts, HashSet<int> used)
    {
        var code = string.Concat(codes.Select(c => row.Cells[c].Text.Trim()));
        var rows = sheet.Elements<Row>().Select(r => (int)r.RowIndex!.Value - 1).Where(r => r >= first && !used.Contains(r)).ToList();
        var at = rows.FindIndex(r => code.Length > 0 ? string.Concat(codes.Select(c => Text(sheet, r, c))) == code : Text(sheet, r, name) == row.Cells[name].Text.Trim());
        at = at >= 0 ? at : rows.FindIndex(r => Open(sheet, r, codes.Count > 0 ? codes[0] : name));
        Assert.True(at >= 0, $"no row for {code} {row.Cells[name].Text}");
        used.Add(rows[at]);
        foreach (var c in codes.Append(name).Where(c => Open(sheet, rows[at], c)))
        {
            Put(sheet, rows[at], c, row.Cells[c].Text.Trim());
        }

        // The template adds up what lies below a 类 or 款.
        foreach (var c in amounts.Where(c => row.Cells[c].Yuan is not null && Open(sheet, rows[at], c) && (Formula(sheet, rows[at], c) is null || code.Length == 7)))
        {
            Put(sheet, rows[at], c, row.Cells[c].Text.Replace(",", "", StringComparison.Ordinal));
        }
    }

    private void InOrder(SheetData sheet, ComposedTable table, int first)
    {
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (table.Rows[r].Cells[c] is { Text.Length: > 0 } cell && Open(sheet, first + r, c))
                {
                    Put(sheet, first + r, c, cell.Text.Replace(cell.Kind == CellKind.Amount ? "," : "\0", "", StringComparison.Ordinal));
                }
            }
        }
    }

    private void Words()
    {
        var sheet = Sheet("说明");
        var each = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);
        foreach (var row in sheet.Elements<Row>().Select(r => (int)r.RowIndex!.Value - 1).Where(r => r > 1))
        {
            var key = Text(sheet, row, 2);
            if (key.EndsWith('*'))
            {
                var left = each.TryGetValue(key, out var known) ? known : each[key] = new Queue<string>(_draft.Words.Keys.Where(k => k.StartsWith(key[..^1], StringComparison.Ordinal) && Text(sheet, key, k)));
                if (left.TryDequeue(out var next))
                {
                    Put(sheet, row, 0, next[(key.Length - 1)..]);
                    Put(sheet, row, 1, _draft.Words[next]);
                }
            }
            else if ((key.StartsWith("count ", StringComparison.Ordinal) ? _draft.Counts.GetValueOrDefault(key[6..]) : _draft.Words.GetValueOrDefault(key)) is { } words)
            {
                Put(sheet, row, 1, words);
            }
        }
    }

    // Keys of the section itself (use-basic) are no items.
    private bool Text(SheetData sheet, string key, string word) => sheet.Elements<Row>().All(r => Text(sheet, (int)r.RowIndex!.Value - 1, 2) != word) && word.Length > key.Length;

    private void Figures()
    {
        var sheet = Sheet("其他数据");
        var each = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);
        foreach (var row in sheet.Elements<Row>().Select(r => (int)r.RowIndex!.Value - 1).Where(r => r > 1 && Text(sheet, r, 2).Length > 0))
        {
            var key = Text(sheet, row, 2);
            var point = Documents.Point(key.EndsWith("=*", StringComparison.Ordinal) ? key[..key.LastIndexOf(' ')] : key);
            if (key.EndsWith("=*", StringComparison.Ordinal))
            {
                var dimension = key.EndsWith(" project=*", StringComparison.Ordinal) ? "project" : "function";
                var items = each.TryGetValue(key, out var known) ? known : each[key] = new Queue<string>(dimension == "project" ? _draft.Cube.Projects(point) : _draft.Cube.Codes("function", [7], point).Where(c => c.Length == 7));
                if (!items.TryDequeue(out var item))
                {
                    continue;
                }

                Put(sheet, row, 0, item);
                point = point.With(Documents.Library.Space.Member(dimension, item)!);
            }

            Put(sheet, row, 1, ((_draft.Cube.At(point) ?? 0) / 10_000m).ToString("0.00", CultureInfo.InvariantCulture));
        }
    }

    private SheetData Sheet(string name)
    {
        var id = _book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == name).Id!.Value!;
        return ((WorksheetPart)_book.WorkbookPart.GetPartById(id)).Worksheet.GetFirstChild<SheetData>()!;
    }

    private bool Open(SheetData sheet, int row, int column) => Cell(sheet, row, column) is { StyleIndex: { } style } cell && _open.Contains(style.Value) && cell.InlineString is null && (cell.CellValue is null || cell.CellFormula is not null);

    private static string? Formula(SheetData sheet, int row, int column) => Cell(sheet, row, column)?.CellFormula?.Text;

    private static string Text(SheetData sheet, int row, int column) => Cell(sheet, row, column)?.InlineString?.InnerText ?? "";

    private static Cell? Cell(SheetData sheet, int row, int column)
    {
        var name = new CellAddress("", row, column).Name;
        return sheet.Elements<Row>().FirstOrDefault(r => r.RowIndex!.Value == row + 1)?.Elements<Cell>().FirstOrDefault(c => c.CellReference == name);
    }

    private void Put(SheetData sheet, int row, int column, string text)
    {
        var cell = Cell(sheet, row, column)!;
        Assert.Contains(cell.StyleIndex!.Value, _open);
        cell.RemoveAllChildren();
        var number = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) && _book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex.Value).NumberFormatId!.Value != 49;
        cell.DataType = number ? null : CellValues.InlineString;
        cell.Append(number ? new CellValue(text) : new InlineString(new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
    }
}
