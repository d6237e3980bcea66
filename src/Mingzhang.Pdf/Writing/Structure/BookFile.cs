using Mingzhang.Pdf.Writing.Flow;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>成书：pages, fonts, structure, bookmarks, attachments and metadata as objects.</summary>
internal static class BookFile
{
    public static byte[] Write(PdfBook book, BookFlow flow, FontCase fonts)
    {
        var bag = new ObjectBag();
        var pages = flow.Pages.All;
        int[] numbers = [.. pages.Select(_ => bag.Reserve())];
        var tree = bag.Reserve();
        var resources = Resources(bag, fonts);
        var parents = new ByteText().Add("<</Nums["u8);
        var next = pages.Count;
        var links = pages.Select(p => Links(p, flow, bag, numbers, ref next)).ToList();
        var structure = bag.Reserve();
        flow.Root.GiveNumbers(bag);
        flow.Root.Write(bag, numbers, structure);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            parents.Add(i).Add("["u8);
            foreach (var tag in page.Tags)
            {
                parents.Ref(tag.Number);
            }

            parents.Add("]"u8);
            var content = bag.Stream(default, page.Under.Add(page.Content.Memory.Span).Memory.Span);
            var text = new ByteText().Add("<</Type/Page/Parent "u8).Ref(tree).Add("/MediaBox[0 0 "u8).Number(page.Width).Number(page.Height).Add("]/Resources "u8).Ref(resources).Add("/Contents "u8).Ref(content).Add("/StructParents "u8).Add(i).Add("/Tabs/S"u8);
            if (links[i].Count > 0)
            {
                text.Add("/Annots["u8);
                links[i].ForEach(l => text.Ref(l.Number));
                text.Add("]"u8);
            }

            bag.Set(numbers[i], text.Add(">>"u8));
        }

        foreach (var link in links.SelectMany(l => l))
        {
            parents.Add(link.Key).Add(" "u8).Ref(link.Tag.Number);
        }

        bag.Set(structure, new ByteText().Add("<</Type/StructTreeRoot/K "u8).Ref(flow.Root.Number).Add("/ParentTree "u8).Ref(bag.Add(parents.Add("]>>"u8))).Add("/ParentTreeNextKey "u8).Add(next).Add(">>"u8));
        var kids = new ByteText().Add("<</Type/Pages/Count "u8).Add(pages.Count).Add("/Kids["u8);
        Array.ForEach(numbers, n => kids.Ref(n));
        bag.Set(tree, kids.Add("]>>"u8));
        var catalog = new ByteText().Add("<</Type/Catalog/Pages "u8).Ref(tree).Add("/Lang"u8).Words(book.About.Language).Add("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>/StructTreeRoot "u8).Ref(structure)
            .Add("/Metadata "u8).Ref(BookMetadata.Xmp(book.About, bag));
        Outline.Write(flow.Pages, bag, numbers, catalog);
        Attachments.Write(book.Attachments, bag, catalog);
        return bag.Finish(bag.Add(catalog.Add(">>"u8)), BookMetadata.Info(book.About, bag));
    }

    private static int Resources(ObjectBag bag, FontCase fonts)
    {
        var text = new ByteText().Add("<</Font<<"u8);
        foreach (var font in fonts.Fonts)
        {
            font.Write(bag);
            text.Add("/F"u8).Add(font.Index).Add(" "u8).Ref(font.Number);
        }

        return bag.Add(text.Add(">>>>"u8));
    }

    private static List<WrittenLink> Links(PageCanvas page, BookFlow flow, ObjectBag bag, int[] numbers, ref int key)
    {
        var written = new List<WrittenLink>();
        foreach (var link in page.Links)
        {
            var heading = flow.Pages.Headings[link.Heading];
            var text = new ByteText().Add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8).Number(link.Left).Number(link.Bottom).Number(link.Right).Number(link.Top).Add("]/Contents"u8).Words(heading.Text).Add("/StructParent "u8).Add(key).Add("/Dest"u8);
            Outline.Destination(text, heading, flow.Pages, numbers);
            var number = bag.Add(text.Add(">>"u8));
            link.Tag.Link(page.Index, number);
            written.Add(new WrittenLink(number, key++, link.Tag));
        }

        return written;
    }

    private sealed record WrittenLink(int Number, int Key, Tag Tag);
}
