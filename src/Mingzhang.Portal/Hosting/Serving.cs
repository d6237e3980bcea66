using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Hosting;

/// <summary>送出：a page is made once for a state of the archive, and told apart by its tag; who has it already is told so.</summary>
internal static class Serving
{
    private const string PageType = "text/html; charset=utf-8";

    /// <summary>送出页面。</summary>
    public static async Task Send(HttpContext context, Site site, Func<Visit, IArchive, Page?> make)
    {
        var key = site.Stamp() + " " + context.Request.Path.Value + context.Request.QueryString.Value;
        var tag = "\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Asset.Style.Path + key)))[..20] + "\"";
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = tag;
        headers.Vary = "Accept-Encoding";
        if (site.Cache.Find(key) is { } known)
        {
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            await Write(context, known);
            return;
        }

        var visit = new Visit(context.Request, site);
        var page = site.Store.Read(archive => make(visit, archive));
        if (page?.Redirect is { } target)
        {
            headers.Remove("ETag");
            context.Response.Redirect(target);
            return;
        }

        if (page is null || page.Status != StatusCodes.Status200OK)
        {
            headers.Remove("ETag");
            await Fail(context, site, page?.Status ?? StatusCodes.Status404NotFound, page);
            return;
        }

        var plain = Layout.Render(visit, page);
        var made = new CachedPage(key, tag, plain, Pack(plain));
        if (page.Fresh)
        {
            headers.Remove("ETag");
        }
        else
        {
            site.Cache.Keep(made);
        }

        await Write(context, made);
    }

    /// <summary>送出说明失败的页面。</summary>
    public static async Task Fail(HttpContext context, Site site, int status, Page? page = null)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        var visit = new Visit(context.Request, site);
        context.Response.StatusCode = status;
        context.Response.ContentType = PageType;
        context.Response.Headers.CacheControl = "no-store";
        var body = Layout.Render(visit, page ?? ErrorPage.Of(visit, status));
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static async Task Write(HttpContext context, CachedPage page)
    {
        var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var bytes = packed ? page.Packed : page.Plain;
        context.Response.ContentType = PageType;
        context.Response.ContentLength = bytes.Length;
        if (packed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static byte[] Pack(byte[] plain)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return stream.ToArray();
    }
}
