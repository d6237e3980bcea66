using Mingzhang.Pdf.Content;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Writing.Annotating;

/// <summary>可批注的页：its object, its own dictionary, and where it is seen.</summary>
internal sealed record NotedPage(int Number, PdfDictionary Own, PageFrame Frame);

/// <summary>找页：like the page tree, but with the numbers of the objects, which an update replaces.</summary>
internal static class NotedPages
{
    public static IReadOnlyList<NotedPage> Read(ObjectStore store)
    {
        var frames = PageTree.Read(store).Pages;
        var found = new List<NotedPage>();
        Visit(store, store.Trailer["Root"].Dictionary?.Raw("Pages") ?? default, frames, found, 0);
        return found.Count == frames.Count ? found : throw new PdfException(PdfProblem.Damaged, "A page is no object of its own.");
    }

    private static void Visit(ObjectStore store, PdfValue node, IReadOnlyList<PdfDictionary> frames, List<NotedPage> found, int depth)
    {
        store.Work.Object();
        if (ObjectStore.Resolve(node, store).Dictionary is not { } own || depth > store.Work.Limits.Depth || found.Count >= frames.Count)
        {
            return;
        }

        if (own["Kids"].Array is { } kids)
        {
            for (var i = 0; i < kids.Count; i++)
            {
                Visit(store, kids.Raw(i), frames, found, depth + 1);
            }
        }
        else if (node.Kind == ValueKind.Reference)
        {
            found.Add(new NotedPage(node.ReferenceNumber, own, PageFrame.Of(frames[found.Count])));
        }
    }
}
