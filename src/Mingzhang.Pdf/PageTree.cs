using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf;

/// <summary>页树：the pages of a document in their order, with what they inherit.</summary>
internal sealed class PageTree
{
    private static readonly string[] Inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];
    private readonly List<PdfDictionary> _pages = [];
    private readonly HashSet<PdfDictionary> _open = [];
    private readonly ObjectStore _store;

    private PageTree(ObjectStore store) => _store = store;

    public IReadOnlyList<PdfDictionary> Pages => _pages;

    public static PageTree Read(ObjectStore store)
    {
        var tree = new PageTree(store);
        if (store.Trailer["Root"].Dictionary?["Pages"].Dictionary is { } root)
        {
            tree.Visit(root, null, 0);
        }

        return tree;
    }

    /// <summary>散页：where the tree is lost, every page in the order of the objects' numbers.</summary>
    public static PageTree OfLoosePages(ObjectStore store)
    {
        var tree = new PageTree(store);
        foreach (var number in store.Numbers.Order().ToList())
        {
            if (store.Object(number).Dictionary is { } page && page.Raw("Type").Name == "Page")
            {
                store.Faults.Add(PdfFaultKind.DamagedPageTree, "the page tree is lost; pages are in the order of their objects");
                tree.Visit(page, null, 0);
            }
        }

        return tree;
    }

    private void Visit(PdfDictionary node, PdfDictionary? parent, int depth)
    {
        _store.Work.Object();
        if (depth > _store.Work.Limits.Depth || !_open.Add(node))
        {
            _store.Faults.Add(PdfFaultKind.DamagedPageTree, "the page tree runs in a circle or is too deep");
            return;
        }

        var whole = Inherit(node, parent);
        if (node["Kids"].Array is { } kids)
        {
            Visit(kids, whole, depth);
        }
        else
        {
            if (_pages.Count >= _store.Work.Limits.Pages)
            {
                throw new PdfException(PdfProblem.TooManyPages, "The PDF has more pages than are allowed.");
            }

            _pages.Add(whole);
        }

        _open.Remove(node);
    }

    private void Visit(PdfArray kids, PdfDictionary parent, int depth)
    {
        for (var i = 0; i < kids.Count; i++)
        {
            if (kids[i].Dictionary is { } kid)
            {
                Visit(kid, parent, depth + 1);
            }
            else
            {
                _store.Work.Object();
                _store.Faults.Add(PdfFaultKind.DamagedPageTree, "a page is missing");
            }
        }
    }

    private PdfDictionary Inherit(PdfDictionary node, PdfDictionary? parent)
    {
        var whole = new PdfDictionary(_store);
        foreach (var key in Inherited)
        {
            var value = node.Raw(key);
            whole[key] = value.IsNull && parent is not null ? parent.Raw(key) : value;
        }

        foreach (var key in new[] { "Contents", "UserUnit", "Annots" })
        {
            whole[key] = node.Raw(key);
        }

        return whole;
    }
}
