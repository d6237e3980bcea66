using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Embedding;

/// <summary>嵌入页：a chart or a figure in a frame of somebody else's page; the only pages that may stand in one. Nothing runs in it, nothing can be sent from it.</summary>
internal static class EmbedPage
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public static async Task Send(HttpContext context, Site site, string path)
    {
        var visit = new Visit(context.Request, site);
        if (site.Store.Read(a => Contents(visit, a, path)) is not { } contents)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(Html($"""
            <!DOCTYPE html>
            <html lang="{(visit.English ? "en" : "zh-CN")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{contents.Title}</title><base target="_blank"><link rel="stylesheet" href="{Asset.Style.Path}"><link rel="icon" href="{Asset.Icon.Path}" type="image/svg+xml"></head>
            <body class="embed"><main>{contents.Body}<p class="soft"><a href="{visit.To("/" + path)}" rel="noopener">{visit.Say("embed.source", visit["site.name"])}</a></p></main></body></html>

            """).Value);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.Remove("Cross-Origin-Opener-Policy");
        headers.CacheControl = "no-cache";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>嵌入的内容; null where there is nothing to show.</summary>
    internal static Embedded? Contents(Visit v, IArchive archive, string path)
    {
        if (path.StartsWith("cell/", StringComparison.Ordinal))
        {
            var id = path["cell/".Length..];
            var cut = id.IndexOf('.', StringComparison.Ordinal);
            return cut > 0 && archive.Document(id[..cut]) is { } document && archive.Statement(document, id[(cut + 1)..]) is { } found ? Figure(v, archive, found) : null;
        }

        var chart = v.Ask("chart");
        return PageCharts.Of(v, archive, path) is { Charts.Count: > 0 } page && (chart.Length == 0 ? page.Charts[0] : page.Charts.FirstOrDefault(c => c.Id == chart)) is { } drawn ? new Embedded(page.Title, Html($"<h1>{page.Title}</h1>{drawn.Figure}")) : null;
    }

    private static Embedded Figure(Visit v, IArchive archive, ArchivedStatement found)
    {
        var facts = FigureFacts.Of(archive, v.Library, found, v.English);
        return new Embedded(facts.Name, Html($"""
            <h1 class="value">{(facts.Printed.Length == 0 ? v["cell.empty"] : facts.Printed)}{When(facts.PrintedUnit is not null && !facts.Printed.EndsWith(facts.PrintedUnit!, StringComparison.Ordinal), () => Html($" <small lang=\"zh\">{facts.PrintedUnit}</small>"))}</h1>
            <p>{facts.Department} · {facts.Name}</p><p class="soft">{facts.Place} · {v["checks." + facts.Checks]}</p>
            """));
    }
}

/// <summary>嵌入的内容。</summary>
internal sealed record Embedded(string Title, Markup Body);
