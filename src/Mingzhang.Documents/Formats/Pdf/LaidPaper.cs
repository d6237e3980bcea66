using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Paper;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Pdf;

/// <summary>排版成纸面：laid out lines and tables as blocks, numbered through the document.</summary>
internal static class LaidPaper
{
    public static (List<Block> Blocks, List<PaperPage> Pages) Of(IReadOnlyList<LaidPage> laid, RecognisedWords? words = null)
    {
        var blocks = new List<Block>();
        var pages = new List<PaperPage>();
        var line = 0;
        foreach (var page in laid)
        {
            foreach (var block in page.Blocks)
            {
                if (block is LaidTable table)
                {
                    blocks.Add(Grid(page, table, words, ref line));
                }
                else if (block is LaidLine printed)
                {
                    line++;
                    blocks.Add(Line(page, printed, words, line));
                }
            }

            var seen = Box(page, new Area(0, 0, page.Width, page.Height));
            pages.Add(new PaperPage(page.Number, seen.Width, seen.Height, Content(page)) { Recognised = words?.Has(page.Number) == true });
        }

        return (blocks, pages);
    }

    // A page number or a stamp printed on a scan does not make it a page that could be read.
    private static PageContent Content(LaidPage page)
    {
        const double MostOfIt = 0.5;
        const int FewGlyphs = 20;
        return page.Glyphs == 0 ? page.PictureShare > 0 ? PageContent.Picture : PageContent.Blank
            : page.PictureShare > MostOfIt && page.Glyphs < FewGlyphs ? PageContent.Picture : PageContent.Text;
    }

    private static TextLine Line(LaidPage page, LaidLine line, RecognisedWords? words, int number) => new(line.Text, number, line.Page, line.AfterGap)
    {
        Box = Box(page, line.Area),
        Confidence = words?.Confidence(page.Number, page.Seen(line.Area)),
        Join = line.Continues ? LineJoin.Continues : LineJoin.New,
        Furniture = line.Furniture,
        Prominent = line.Prominent,
    };

    private static Grid Grid(LaidPage page, LaidTable table, RecognisedWords? words, ref int line)
    {
        var rows = new List<GridRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            line++;
            var cells = new List<GridCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                cells.Add(new GridCell(cell.Text, 0, cell.Columns, cell.Rows) { Box = Box(page, cell.Area), CoveredFrom = cell.CoveredFrom, Confidence = words?.Confidence(page.Number, page.Seen(cell.Area)) });
            }

            rows.Add(new GridRow(cells, line, table.Page));
        }

        return new Grid(rows)
        {
            Ruled = table.Kind == TableKind.Ruled,
            Guessed = table.Kind != TableKind.Ruled,
            Continues = table.Continues,
            Box = Box(page, table.Area),
        };
    }

    private static PaperBox Box(LaidPage page, Area held)
    {
        var area = page.Seen(held);
        return new PaperBox(area.Left, area.Top, area.Width, area.Height);
    }
}
