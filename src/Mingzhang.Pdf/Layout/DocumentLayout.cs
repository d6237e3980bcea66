namespace Mingzhang.Pdf.Layout;

/// <summary>文档排版：pages to blocks in reading order, with what only the pages together tell: furniture, paragraphs and tables that
/// go on at the next page.</summary>
public static class DocumentLayout
{
    /// <summary>排版。</summary>
    public static IReadOnlyList<LaidPage> Of(IEnumerable<PdfPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var laid = new List<LaidPage>();
        foreach (var page in pages)
        {
            laid.Add(PageLayout.Of(page));
        }

        Furniture.Mark(laid);
        laid = TableTurns.Join(SideCuts.Join(laid));
        LineJoins.Mark(laid);
        return laid;
    }
}
