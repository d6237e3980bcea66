using Mingzhang.Paper;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Pdf;

/// <summary>排版成纸面：laid out lines and tables as blocks, numbered through the document.</summary>
internal static class LaidPaper
{
    public static (List<Block> Blocks, List<PaperPage> Pages) Of(IReadOnlyList<PdfPage> pages)
    {
        var blocks = new List<Block>();
        var text = new HashSet<int>();
        var line = 0;
        foreach (var laid in DocumentLayout.Of(pages))
        {
            if (laid is LaidTable table)
            {
                text.Add(table.Page);
                blocks.Add(Grid(table, ref line));
            }
            else if (laid is LaidLine printed)
            {
                line++;
                blocks.Add(Line(printed, line));
                if (!printed.Furniture)
                {
                    text.Add(printed.Page);
                }
            }
        }

        return (blocks, [.. pages.Select(p => new PaperPage(p.Number, p.Width, p.Height, Content(p, text.Contains(p.Number))))]);
    }

    // A page number or a stamp printed on a scan does not make it a page that could be read.
    private static PageContent Content(PdfPage page, bool text)
    {
        const double MostOfIt = 0.5;
        const int FewGlyphs = 20;
        var scan = page.PictureShare > MostOfIt && page.Glyphs.Count(g => !string.IsNullOrWhiteSpace(g.Text)) < FewGlyphs;
        return text && !scan ? PageContent.Text : page.PictureShare > 0 ? PageContent.Picture : text || page.Glyphs.Count > 0 ? PageContent.Text : PageContent.Blank;
    }

    private static TextLine Line(LaidLine line, int number) => new(line.Text, number, line.Page, line.AfterGap)
    {
        Box = Box(line.Area),
        Join = line.Continues ? LineJoin.Continues : LineJoin.New,
        Furniture = line.Furniture,
        Prominent = line.Prominent,
    };

    private static Grid Grid(LaidTable table, ref int line)
    {
        var rows = new List<GridRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            line++;
            var cells = new List<GridCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                cells.Add(new GridCell(cell.Text, 0, cell.Columns, cell.Rows) { Box = Box(cell.Area), CoveredFrom = cell.CoveredFrom });
            }

            rows.Add(new GridRow(cells, line, table.Page));
        }

        return new Grid(rows)
        {
            Ruled = table.Kind == TableKind.Ruled,
            Guessed = table.Kind != TableKind.Ruled,
            Continues = table.Continues,
            Box = Box(table.Area),
        };
    }

    private static PaperBox Box(Area area) => new(area.Left, area.Top, area.Width, area.Height);
}
