using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>待印的公开文本：blocks of a whole disclosure, tables drawn twice: as text prints them and with merged cells.</summary>
/// <param name="Plain">For text.</param>
/// <param name="Merged">For web pages; tables with their cells merged.</param>
/// <param name="HeaderRows">How many rows of each merged table are header.</param>
internal sealed record PrintedDisclosure(IReadOnlyList<Block> Plain, IReadOnlyList<Block> Merged, IReadOnlyDictionary<Grid, int> HeaderRows)
{
    public string Text => Printing.Text(Plain);

    public string Html => Printing.Html(Merged, g => HeaderRows[g]);

    /// <summary>The web page with its tables drawn with fewer lines.</summary>
    public string HtmlWith(Borders borders, string family = Fonts.Usual) => Printing.Html(Merged, g => HeaderRows[g], borders, family);

    /// <summary>The sample disclosure, or for other books all tables of the book, filled.</summary>
    public static PrintedDisclosure Of(string key) => key == "sample" ? Sample() : Tables(Documents.Library.Book(key)!);

    private static PrintedDisclosure Tables(FormBook book)
    {
        var (plain, merged, rows) = (new List<Block>(), new List<Block>(), new Dictionary<Grid, int>(ReferenceEqualityComparer.Instance));
        void Say(string text)
        {
            plain.Add(Line(text));
            merged.Add(Line(text));
        }

        var kind = book.Kind == DocumentKind.Final ? "决算" : "预算";
        Say($"云溪市档案局{Sheet.Year}年度部门{kind}");
        Say($"以下是云溪市档案局{Sheet.Year}年度部门{kind}的各张表格。");
        foreach (var form in book.Forms.Where(f => f.Layout is not (FormLayout.Objective or FormLayout.Projects)))
        {
            var sheet = Sheets.Of(book, form);
            Say(sheet.Title);
            Say("单位：" + sheet.Unit.Name);
            plain.Add(Drawing.Plain(sheet));
            Merge(Drawing.Spanned(sheet), sheet.Depth);
        }

        return new PrintedDisclosure(plain, merged, rows);

        void Merge(Grid grid, int header)
        {
            merged.Add(grid);
            rows[grid] = header;
        }
    }

    // The sample as it is written, every group of lines with tabs being the table of the next form.
    private static PrintedDisclosure Sample()
    {
        var book = Documents.Library.Book("cq-budget")!;
        var (plain, merged, rows) = (new List<Block>(), new List<Block>(), new Dictionary<Grid, int>(ReferenceEqualityComparer.Instance));
        var forms = new Queue<Form>(book.Forms);
        var open = new List<string[]>();
        foreach (var line in Documents.Sample.Split('\n').Append(""))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                open.Add(line.Split('\t'));
                continue;
            }

            if (open.Count > 0)
            {
                plain.Add(new Grid([.. open.Select((r, i) => Drawing.Row(r, i + 1))]));
                var (grid, header) = Draw(book, forms.Dequeue(), open);
                merged.Add(grid);
                rows[grid] = header;
                open.Clear();
            }

            if (line.Trim().Length > 0)
            {
                plain.Add(Line(line));
                merged.Add(Line(line));
            }
        }

        return new PrintedDisclosure(plain, merged, rows);
    }

    private static (Grid Grid, int Header) Draw(FormBook book, Form form, List<string[]> lines)
    {
        if (form.Layout == FormLayout.Objective)
        {
            // 部门名称 and goal stand in one cell over the columns of the indicators.
            return (new Grid([.. lines.Select((r, i) => Wide(r, i + 1))]) { Ruled = true }, 0);
        }

        var sheet = Sheets.Of(book, form);
        var filled = sheet with { Rows = [.. lines.Skip(sheet.Depth).Select(r => new SheetRow(r, false))] };
        return (Drawing.Spanned(filled), filled.Depth);
    }

    private static GridRow Wide(string[] cells, int line)
    {
        var last = Array.FindLastIndex(cells, c => c.Length > 0);
        return last != 1 ? Drawing.Row(cells, line)
            : new GridRow([.. cells.Select((c, i) => i == 1 ? new GridCell(c, 0, cells.Length - 1) : new GridCell(c, 0) { CoveredFrom = i > 1 ? (0, i - 1) : null })], line, null);
    }

    private static TextLine Line(string text) => new(text, 1, null, true);
}
