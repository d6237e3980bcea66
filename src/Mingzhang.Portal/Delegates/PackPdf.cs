using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Pdf.Writing;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Files;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Delegates;

/// <summary>一页纸的 PDF：the same contents for paper; where the machine has no Chinese font it is not there, and the page says so by its absence.</summary>
internal static class PackPdf
{
    // Smaller than a document of the government, so that it is one page.
    private static readonly PdfStyle OnePage = new() { Margins = new PdfMargins(56, 56, 50, 56), TitleSize = 15, BodySize = 10.5, BodyLeading = 15 };

    private static readonly Lazy<PdfFontLibrary> Fonts = new(SystemFonts.Library);

    public static async Task Send(HttpContext context, Site site, string code, string year)
    {
        var visit = new Visit(context.Request, site);
        var pack = site.Store.Read(a => Pack.Of(visit, a, code, year));
        if (pack is null || PdfWriter.Write(Book(visit, pack, site.Address(context.Request)), Fonts.Value) is not PdfMade made)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        context.Response.ContentType = "application/pdf";
        context.Response.Headers.ContentDisposition = DocumentFiles.Disposition($"{pack.Document.Body!.Name}-{year}.pdf");
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.ContentLength = made.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(made.Bytes, context.RequestAborted);
        }
    }

    private static PdfBook Book(Visit v, Pack pack, string address)
    {
        List<PdfBlock> blocks =
        [
            new PdfTitle(pack.Title(v)),
            new PdfTable(4, [Row(v["item"], Number(pack.Year), Number(pack.Year - 1), v["change"])], [.. pack.Rows.Select(r => Row(v["item." + r.Item], Money.Text(r.Now.Fen), r.Before is null ? "" : Money.Text(r.Before.Fen), r.Before is null ? "" : Money.Signed(r.Now.Fen - r.Before.Fen)))]) { Unit = v["unit.wan"] },
            new PdfHeading(1, v["pack.ask"]), Line(v["pack.neutral"]),
        ];
        foreach (var (prompt, i) in pack.Prompts.Select((p, i) => (p, i)))
        {
            blocks.Add(Line($"{Number(i + 1)}. {prompt.Seen}"));
            blocks.Add(Line(prompt.Ask) with { Bold = true, KeptWithPrevious = true });
        }

        blocks.Add(Line($"{v["foot.source"]} {address}/r/{pack.Document.Key}"));
        return new PdfBook(new PdfMetadata(pack.Title(v)) { Creator = "Mingzhang", Language = v.English ? "en" : "zh-CN", Author = Parts.Name(v, pack.Document) }, [new PdfSection(blocks)]) { Style = OnePage };
    }

    private static PdfParagraph Line(string text) => new(text) { Indented = false, Align = PdfAlign.Left };

    private static PdfRow Row(params IEnumerable<string> cells) => new([.. cells.Select((c, i) => new PdfCell(c) { IsRowHeader = i == 0, Align = i == 0 ? PdfAlign.Left : PdfAlign.Right })]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
