using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>正文：the part of the page that was published, with its title and what stands between them. What is left out is a frame by its own
/// looks; where the article does not stand out, everything else is kept.</summary>
internal static class Article
{
    // Between the top of the page and the article stand a title and a few words of publication; after it nothing but furniture.
    private const int MostBefore = 120;
    private const int MostAfter = 8;

    /// <summary>正文的元素。</summary>
    public static PageElement Find(PageElement body)
    {
        var root = body;
        while (Next(root, body.Weight) is { } inner)
        {
            root = inner;
        }

        // Rows are laid out by their table.
        while (root.Parent is { } table && (root.Name is "table" or "tr" || ElementNames.IsRowGroup(root.Name)))
        {
            root = table;
        }

        return root;
    }

    /// <summary>正文的块，以标题开头。</summary>
    public static List<Block> Lay(PageTree page, PageElement root, CellBudget budget)
    {
        var part = new FlowPart(Furniture: false, InCell: false, budget);
        var blocks = BlockFlow.Of(root, part);
        var head = ArticleHead.Of(page, root, blocks, part);
        return [.. head, .. blocks];
    }

    private static PageElement? Next(PageElement element, int whole)
    {
        var before = 0;
        foreach (var child in element.Elements)
        {
            if (child.Weight > 0 && child.Weight * 10L >= whole * 9L)
            {
                return before <= MostBefore && element.Weight - before - child.Weight <= MostAfter && MayHold(child) ? child : null;
            }

            before += child.Weight;
        }

        return null;
    }

    private static bool MayHold(PageElement element) => element.Name switch
    {
        "p" or "ul" or "ol" or "dl" or "li" or "pre" or "listing" or "span" or "sup" or "sub" => false,
        "table" => TableNature.IsLayout(TableModel.Of(element)),
        var name => !ElementNames.IsHeading(name),
    };
}
