namespace Mingzhang.Pdf.Layout;

/// <summary>文档排版：pages to blocks in reading order, with what only the pages together tell: furniture, paragraphs and tables that
/// go on at the next page.</summary>
public static class DocumentLayout
{
    /// <summary>排版。</summary>
    public static IReadOnlyList<LaidBlock> Of(IReadOnlyList<PdfPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var laid = new List<List<LaidBlock>>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            laid.Add(PageLayout.Of(pages[i]));
        }

        Furniture.Mark(pages, laid);
        TableTurns.Join(laid);
        LineJoins.Mark(pages, laid);
        var blocks = new List<LaidBlock>();
        foreach (var page in laid)
        {
            blocks.AddRange(page);
        }

        return blocks;
    }
}
