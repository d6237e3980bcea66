using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Mingzhang.Workbench.Hosting;

/// <summary>带前缀的 Cookie：over HTTPS the name begins with __Host-, so that browsers take it from this host alone and no neighbouring site of the same domain can lay another in its place; the prefix asks for the path /, so that
/// it comes with what is asked of the portal, too, where it is not read and nobody is anybody in particular. Over plain HTTP browsers would refuse the name.</summary>
internal sealed class PrefixedCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => context.Request.Path.StartsWithSegments(WorkHost.Root, StringComparison.Ordinal) ? _cookies.GetRequestCookie(context, Named(context, key)) : null;

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _cookies.AppendResponseCookie(context, Named(context, key), value, Fitted(context, options));

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Named(context, key), Fitted(context, options));

    private static string Named(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;

    private static CookieOptions Fitted(HttpContext context, CookieOptions options) => context.Request.IsHttps ? new CookieOptions(options) { Path = "/", Domain = null, Secure = true } : options;
}
