using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Hosting;

/// <summary>样式、脚本和图标：files of our own; their address holds their hash, so that they may be kept for ever.</summary>
internal sealed record Asset(string Path, string Type, byte[] Bytes)
{
    public static Asset Style { get; } = Of("site", "css", "text/css; charset=utf-8", $":root{{color-scheme:light dark;{ChartStyle.Variables(dark: false)}}}\n@media (prefers-color-scheme:dark){{:root{{{ChartStyle.Variables(dark: true)}}}}}\n{Words.Resource("portal-site.css")}{ChartStyle.Rules}\n@media print{{:root{{{ChartStyle.Variables(dark: false)}}}}}\n");

    public static Asset Script { get; } = Of("site", "js", "text/javascript; charset=utf-8", Words.Resource("portal-site.js"));

    public static Asset Icon { get; } = Of("icon", "svg", "image/svg+xml", Words.Resource("portal-icon.svg"));

    public static IReadOnlyList<Asset> All { get; } = [Style, Script, Icon];

    /// <summary>送出; kept for ever, since another content has another address.</summary>
    public async Task Send(HttpContext context)
    {
        context.Response.ContentType = Type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentLength = Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(Bytes, context.RequestAborted);
        }
    }

    /// <summary>由文字，地址含其哈希。</summary>
    public static Asset Of(string name, string ending, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Asset($"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}.{ending}", type, bytes);
    }
}
