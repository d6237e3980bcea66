using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Embedding;

/// <summary>分享的图：a chart as one SVG file with its own style, its title above and its source below; its one style is named in its policy by its hash.</summary>
internal static partial class SharePicture
{
    private const double Above = 34, Below = 26;

    private static readonly string Style = $"svg{{{ChartStyle.Variables(dark: false)}background:var(--paper);font-family:system-ui,\"Noto Sans CJK SC\",\"WenQuanYi Zen Hei\",sans-serif}}{ChartStyle.Rules}svg.chart{{max-width:none}}svg.chart text.title{{font-size:15px;font-weight:700}}";
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors *";

    public static async Task Send(HttpContext context, Site site, string path)
    {
        var visit = new Visit(context.Request, site);
        var cut = path.LastIndexOf('/');
        var drawn = cut > 0 && path.EndsWith(".svg", StringComparison.Ordinal) && site.Store.Read(a => PageCharts.Of(visit, a, path[..cut])) is { } page && page.Charts.FirstOrDefault(c => c.Id == path[(cut + 1)..^4]) is { } chart ? new Drawn(page, chart) : null;
        if (drawn is null)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(Picture(visit, drawn.Page.Title, drawn.Chart, site.Address(context.Request) + visit.To("/" + path[..cut])));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        headers.CacheControl = "no-cache";
        context.Response.ContentType = "image/svg+xml; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static string Picture(Visit v, string title, DrawnChart chart, string source)
    {
        // Links of a page mean nothing in a picture.
        var inside = Link().Replace(chart.Svg.Value[(chart.Svg.Value.IndexOf('>', StringComparison.Ordinal) + 1)..^"</svg>".Length], m => m.Value.StartsWith("</", StringComparison.Ordinal) ? "</g>" : "<g>");
        return Html($"""
            <?xml version="1.0" encoding="utf-8"?>
            <svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{chart.Id}-t {chart.Id}-d" viewBox="-8 {-Above} {chart.Width + 16} {chart.Height + Above + Below}" width="{(chart.Width + 16) * 2}" height="{(chart.Height + Above + Below) * 2}"><style>{new Markup(Style)}</style>
            {new Markup(inside)}<text class="title" x="0" y="-14">{title}</text><text class="soft" x="0" y="{chart.Height + 17}">{v.Say("embed.source", source)}</text></svg>

            """).Value;
    }

    [GeneratedRegex("<a [^>]*>|</a>")]
    private static partial Regex Link();

    private sealed record Drawn(DrawnPage Page, DrawnChart Chart);
}
