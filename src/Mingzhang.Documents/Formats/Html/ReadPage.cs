using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>读出的网页。</summary>
/// <param name="Tree">The page.</param>
/// <param name="Blocks">Its article.</param>
/// <param name="Pictures">Pictures in the article, whose text nobody can check.</param>
internal sealed record ReadPage(PageTree Tree, IReadOnlyList<Block> Blocks, int Pictures)
{
    /// <summary>读; null where the page has more elements than any disclosure.</summary>
    public static ReadPage? Of(DecodedPage source)
    {
        if (TreeBuilder.Build(source.Text) is not { } tree)
        {
            return null;
        }

        Dressing.Apply(tree);
        Furnishing.Mark(tree.Body);
        var root = Article.Find(tree.Body);
        return new ReadPage(tree, Article.Lay(tree, root, new CellBudget()), root.Measure.Pictures);
    }
}
