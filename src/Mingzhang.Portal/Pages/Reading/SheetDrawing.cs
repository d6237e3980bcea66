using Mingzhang.Budget;
using Mingzhang.Documents.Reports.Overlay;
using Mingzhang.Ledger.Archive;
using Mingzhang.Paper;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;
using OverlayMarkup = Mingzhang.Documents.Reports.Overlay.Markup;

namespace Mingzhang.Portal.Pages.Reading;

/// <summary>原件页面的图：the drawing of `read --overlay`, with one figure boxed.</summary>
internal static class SheetDrawing
{
    /// <summary>画一页; nothing where the document has no pages or they cannot be drawn.</summary>
    public static Charts.Markup Of(Visit v, IArchive archive, ArchivedDocument document, int number, Place? boxed)
    {
        // Tables that were joined to a narrative stand in their own file.
        var attached = boxed?.File is { } file && file != document.Name ? archive.Attachments(document).FirstOrDefault(a => a.Name == file) : null;
        var (hash, name) = attached is null ? (document.Hash, document.Name) : (attached.Hash, attached.Name);
        return v.Site.Originals.Of(hash, name, () => archive.Bytes(hash)) is not { } original ? Empty
            : Of(v, original, archive.Statements(document).Select(s => s.Statement).Where(s => s.Place.File is null || s.Place.File == name), number, boxed?.Box is { } box ? [box] : []);
    }

    /// <summary>画打开的原件的一页，框出各处; nothing where it has no such page.</summary>
    public static Charts.Markup Of(Visit v, Original original, IEnumerable<Statement> statements, int number, IReadOnlyList<Box> boxed)
    {
        if (original.Paper.Pages.FirstOrDefault(p => p.Number == number) is not { } page)
        {
            return Empty;
        }

        var figures = statements.Where(s => s.Place.Page == number && s is not AmountStatement { Blank: true }).Select(s => new Figure(s.Raw, s.Place, s.Kind, PointWords.Statement(s, v.English)));
        var svg = new OverlayMarkup();
        svg.Raw(System.FormattableString.Invariant($"<svg class=\"sheet\" role=\"img\" aria-label=\"{Escape(v.Say("sheet.title", number))}\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 {Number(page.Width + 2)} {Number(page.Height + 2)}\">\n"));
        new PageDrawing(svg, new FigureIndex(figures)).Draw(page, original.Paper.Blocks.Where(b => PageOf(b) == number), original.Rulings.GetValueOrDefault(number) ?? []);
        foreach (var box in boxed)
        {
            svg.Raw($"<rect class=\"boxed\" x=\"{Number((double)box.Left - 2)}\" y=\"{Number((double)box.Top - 2)}\" width=\"{Number((double)box.Width + 4)}\" height=\"{Number((double)box.Height + 4)}\"/>");
        }

        return new Charts.Markup("<div class=\"scroll sheetbox\" tabindex=\"0\" role=\"region\" aria-label=\"" + Escape(v.Say("sheet.title", number)) + "\">" + svg.Raw("</svg></div>\n"));
    }

    private static int PageOf(Block block) => block switch { TextLine line => line.Page ?? 0, Grid { Rows: [var first, ..] } => first.Page ?? 0, _ => 0 };
}
