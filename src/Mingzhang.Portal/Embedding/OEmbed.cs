using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Embedding;

/// <summary>嵌入协议（oEmbed）：given an address of ours, the frame that shows it.</summary>
internal static class OEmbed
{
    private const int Width = 560, Height = 420, LongestAddress = 500;

    public static async Task Send(HttpContext context, Site site)
    {
        var visit = new Visit(context.Request, site);
        var asked = context.Request.Query;
        var url = asked["url"].ToString();
        var address = site.Address(context.Request);
        if (asked["format"].ToString() is not ("" or "json" or "xml"))
        {
            await Serving.Fail(context, site, StatusCodes.Status501NotImplemented);
            return;
        }

        // Only what is ours, by a whole address or by a path; nothing is ever fetched.
        var own = url.StartsWith(address + "/", StringComparison.Ordinal) ? url[address.Length..] : url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) ? url : "";
        if (own.Length is 0 or > LongestAddress || site.Store.Read(a => EmbedPage.Contents(visit, a, Uri.UnescapeDataString(own.Split('?', '#')[0].TrimStart('/')))) is not { } contents)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var (width, height) = (Within(asked["maxwidth"], Width), Within(asked["maxheight"], Height));
        var frame = Html($"<iframe src=\"{address}/embed{own.Split('#')[0]}\" width=\"{(long)width}\" height=\"{(long)height}\" title=\"{contents.Title}\" sandbox=\"allow-popups\" loading=\"lazy\"></iframe>").Value;
        var xml = asked["format"] == "xml";
        var bytes = xml ? Encoding.UTF8.GetBytes(Html($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<oembed><version>1.0</version><type>rich</type><title>{contents.Title}</title><provider_name>{visit["site.name"]}</provider_name><provider_url>{address}</provider_url><width>{(long)width}</width><height>{(long)height}</height><html>{frame}</html></oembed>\n").Value)
            : JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["version"] = "1.0", ["type"] = "rich", ["title"] = contents.Title, ["provider_name"] = visit["site.name"], ["provider_url"] = address, ["width"] = width, ["height"] = height, ["html"] = frame });
        context.Response.ContentType = xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static int Within(string? most, int usual) => int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and < 10_000 ? Math.Min(given, usual) : usual;
}
