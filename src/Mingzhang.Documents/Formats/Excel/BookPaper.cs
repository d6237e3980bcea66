using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作簿到纸面：its sheets one after another, lines numbered through the book.</summary>
internal static class BookPaper
{
    private const int LongestName = 40;
    private static readonly string[] Unnamed = ["Sheet", "工作表", "Chart", "表格"];

    public static Opened Of(string name, string contentId, string format, List<SheetContent> sheets, List<PaperFault> faults)
    {
        var blocks = new List<Block>();
        var line = 0;
        foreach (var sheet in sheets)
        {
            foreach (var block in Named(sheet, SheetBlocks.Of(sheet)))
            {
                blocks.Add(block is TextLine text ? text with { Line = ++line }
                    : block is Grid grid ? grid with { Rows = [.. grid.Rows.Select(r => r with { Line = ++line })] } : block);
            }
        }

        return blocks.Count == 0 ? ExcelProblems.Empty : new Opened(new PaperDocument(name, contentId, "Excel", blocks) { Format = format, Faults = faults }, null, null);
    }

    // Text that begins without a title has the name of its sheet for one; tables without a title take it when they are read.
    private static IEnumerable<Block> Named(SheetContent sheet, IReadOnlyList<Block> blocks)
    {
        if (blocks[0] is TextLine { Prominent: false } && sheet.Name is { Length: > 0 and <= LongestName } name && !Array.Exists(Unnamed, u => name.StartsWith(u, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new TextLine(name.Trim(), 0, null, true) { Join = LineJoin.New, Prominent = true, Cell = new CellAddress(name, 0, 0) };
        }

        foreach (var block in blocks)
        {
            yield return block;
        }
    }
}
