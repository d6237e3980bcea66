using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Paper;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>阅读图：a document as the program sees it, with all it understood laid over: one file, nothing fetched, no script.</summary>
/// <param name="Paper">The document.</param>
/// <param name="Disclosure">What was understood.</param>
/// <param name="Rulings">The lines that the file draws, by page; empty where it has none.</param>
/// <param name="English">Language of the legend and the words.</param>
public sealed record OverlayReport(PaperDocument Paper, Disclosure Disclosure, IReadOnlyDictionary<int, IReadOnlyList<PdfRuling>> Rulings, bool English)
{
    private const double Gap = 24, Banner = 74, Margin = 16;

    /// <summary>成网页。</summary>
    public string Html()
    {
        var figures = new FigureIndex(Figure.Of(Disclosure, English));
        var html = new Markup();
        html.Raw($"<!DOCTYPE html>\n<html lang=\"{(English ? "en" : "zh")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>").Text(Heading).Raw($"</title>\n<style>\n{OverlayStyle.Web}\n{OverlayStyle.Page}</style></head>\n<body><header><h1>").Text(Heading).Raw("</h1><p>").Text(Summary(figures)).Raw("</p>");
        foreach (var (kind, count) in Counts(figures))
        {
            html.Raw($"<span class=\"key\"><i class=\"{kind}\"></i>").Text(Name(kind, count)).Raw("</span>");
        }

        html.Raw("</header>\n<main>\n");
        if (Paper.Pages.Count == 0)
        {
            new PlainDrawing(html, figures).Draw(Paper.Blocks);
        }

        var byPage = Paper.Blocks.ToLookup(PageOf);
        foreach (var page in Paper.Pages)
        {
            html.Raw("<div class=\"page\"><h2>").Text(Page(page)).Raw($"</h2><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 {Markup.Number(page.Width + 2)} {Markup.Number(page.Height + 2)}\">\n");
            new PageDrawing(html, figures).Draw(page, byPage[page.Number], Rulings.GetValueOrDefault(page.Number) ?? []);
            html.Raw("</svg></div>\n");
        }

        Rest(html, figures);
        return html.Raw("</main></body></html>\n").ToString();
    }

    /// <summary>成一幅图：all pages below each other; only of a document that has pages.</summary>
    public string Svg()
    {
        var figures = new FigureIndex(Figure.Of(Disclosure, English));
        var (width, height) = (Paper.Pages.Max(p => p.Width) + (2 * Margin), Banner + Paper.Pages.Sum(p => p.Height + Gap));
        var svg = new Markup();
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Markup.Number(width)} {Markup.Number(height)}\" width=\"{Markup.Number(width)}\" height=\"{Markup.Number(height)}\">\n<style>{OverlayStyle.Page}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#e4e7eb\"/>");
        svg.Raw($"<text x=\"{Margin}\" y=\"22\" font-size=\"14\" class=\"head\">").Text(Heading).Raw($"</text><text x=\"{Margin}\" y=\"39\" font-size=\"10\">").Text(Summary(figures)).Raw("</text>");
        double x = Margin;
        foreach (var (kind, count) in Counts(figures))
        {
            var name = Name(kind, count);
            svg.Raw($"<g class=\"f {kind}\"><rect x=\"{Markup.Number(x)}\" y=\"49\" width=\"16\" height=\"10\"/></g><text x=\"{Markup.Number(x + 20)}\" y=\"57.5\" font-size=\"9.5\">").Text(name).Raw("</text>");
            x += 34 + (PageDrawing.Ems(name) * 9.5);
        }

        var byPage = Paper.Blocks.ToLookup(PageOf);
        var top = Banner;
        foreach (var page in Paper.Pages)
        {
            svg.Raw($"\n<g transform=\"translate({Markup.Number(Margin)} {Markup.Number(top)})\">");
            new PageDrawing(svg, figures).Draw(page, byPage[page.Number], Rulings.GetValueOrDefault(page.Number) ?? []);
            svg.Raw("</g>");
            top += page.Height + Gap;
        }

        return svg.Raw("\n</svg>\n").ToString();
    }

    private string Heading => (English ? "What was read: " : "读懂了什么：") + Paper.Name;

    private string Summary(FigureIndex figures)
    {
        var unknown = figures.All.Count(f => f.Kind == Figure.Unknown);
        var known = figures.All.Count - unknown;
        var format = English ? FormatWords.English(Disclosure.Facts) : FormatWords.Chinese(Disclosure.Facts);
        return English
            ? string.Create(CultureInfo.InvariantCulture, $"{format} · {Disclosure.Tables.Count} tables · {known} statements with their points, {unknown} figures not understood · rest the pointer on a figure to see its point · dashed cells were guessed from alignment")
            : string.Create(CultureInfo.InvariantCulture, $"{format} · {Disclosure.Tables.Count} 张表 · 读懂 {known} 项，未读懂 {unknown} 个数字 · 指针停在数字上可见其含义 · 虚线格是按文字对齐推测的");
    }

    private string Page(PaperPage page)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var picture = page.Content != PageContent.Picture ? "" : English ? " · a picture, nothing on it was read" : " · 图片，没有读";
        return (English ? "page " + number : "第 " + number + " 页") + picture;
    }

    private void Rest(Markup html, FigureIndex figures)
    {
        var rest = figures.Homeless.ToList();
        if (rest.Count == 0)
        {
            return;
        }

        const int Most = 500;
        html.Raw("<section class=\"rest\"><h2>").Text(English ? "Figures that could not be shown in place" : "没有在图上标出的数字").Raw("</h2><ul>");
        foreach (var figure in rest.Take(Most))
        {
            html.Raw($"<li><mark class=\"{figure.Kind}\">").Text(figure.Raw).Raw("</mark> ").Text(figure.Words.Replace("\n", "；", StringComparison.Ordinal) + "　" + (English ? figure.Place.English : figure.Place.Chinese)).Raw("</li>\n");
        }

        html.Raw("</ul></section>\n");
    }

    private static IEnumerable<(string Kind, int Count)> Counts(FigureIndex figures) => OverlayStyle.Kinds.Select(k => (k, figures.All.Count(f => f.Kind == k)));

    private string Name(string kind, int count) => (English ? kind == Figure.Unknown ? "not understood" : kind : PointWords.Chinese(kind)) + " " + count.ToString(CultureInfo.InvariantCulture);

    private static int PageOf(Block block) => block switch
    {
        TextLine line => line.Page ?? 0,
        Grid { Rows: [var first, ..] } => first.Page ?? 0,
        _ => 0,
    };
}
