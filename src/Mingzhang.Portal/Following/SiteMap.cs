using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Following;

/// <summary>站点地图：every page that a search engine should know; more than fifty thousand are divided over several.</summary>
internal static class SiteMap
{
    /// <summary>一张地图最多的地址，按协议。</summary>
    public const int Most = 50_000;

    private static readonly string[] Fixed = ["/", "/depts", "/c", "/t/sangong", "/t/operating", "/t/procurement", "/t/performance", "/t/assets", "/t/projects", "/status", "/data", "/help", "/check", "/cite", "/questions"];

    /// <summary>送出地图，或各张地图的目录；part 0 is the whole.</summary>
    public static async Task Send(HttpContext context, Site site, int part, int most = Most)
    {
        var all = site.Store.Read(Addresses);
        var address = site.Address(context.Request);
        var parts = (all.Count + most - 1) / most;
        if (part > parts || part < 0)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        context.Response.ContentType = "application/xml; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        var body = part == 0 && parts > 1
            ? Html($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{Enumerable.Range(1, parts).Select(n => Html($"<sitemap><loc>{address}/sitemap-{n}.xml</loc></sitemap>\n"))}</sitemapindex>\n")
            : Html($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{all.Skip(Math.Max(0, part - 1) * most).Take(most).Select(a => Html($"<url><loc>{address}{a.Path}</loc>{(a.Changed is null ? Empty : Html($"<lastmod>{a.Changed}</lastmod>"))}</url>\n"))}</urlset>\n");
        var bytes = Encoding.UTF8.GetBytes(body.Value);
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>机器人须知。</summary>
    public static Task Robots(HttpContext context, Site site)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"User-agent: *\nDisallow: /s\nDisallow: /compare\nDisallow: /ask/\nDisallow: /embed/\nDisallow: /cite?\nSitemap: {site.Address(context.Request)}/sitemap.xml\n", context.RequestAborted);
    }

    private static List<Listed> Addresses(IArchive archive)
    {
        var documents = archive.Documents((int?)null);
        return
        [
            .. Fixed.Select(p => new Listed(p, null)),
            .. documents.Where(d => d is { Body: not null, Year: not null }).Select(d => new Listed($"/d/{d.Body!.Code}/{d.Year!.Value.ToString(CultureInfo.InvariantCulture)}", d.ReadAt)).DistinctBy(l => l.Path),
            .. documents.Select(d => new Listed("/r/" + d.Key, d.ReadAt)),
        ];
    }

    private sealed record Listed(string Path, string? Changed);
}
