using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Api;

/// <summary>接口的送出：JSON, or CSV of the same rows; pages, a tag of the state of the archive; failures as problem details.</summary>
internal static class ApiServing
{
    public static void Map(IEndpointRouteBuilder app, Site site, string[] methods)
    {
        foreach (var route in ApiRoutes.All)
        {
            app.MapMethods("/api/v1" + route.Path, methods, c => Send(c, site, route));
        }

        app.MapMethods("/openapi/v1.json", methods, c => Write(c, OpenApi.Document, "application/json; charset=utf-8"));
        app.MapMethods("/api/{**rest}", methods, c => Fail(c, StatusCodes.Status404NotFound));
    }

    private static async Task Send(HttpContext context, Site site, ApiRoute route)
    {
        var query = context.Request.Query;
        if (!Whole(query["page"], 1, 1_000_000, out var page) || !Whole(query["size"], ApiPage.Usual, ApiPage.Most, out var size) || (query.ContainsKey("year") && !Whole(query["year"], 0, 2200, out _)) || query["format"].ToString() is not ("" or "json" or "csv"))
        {
            await Fail(context, StatusCodes.Status400BadRequest);
            return;
        }

        var csv = query["format"] == "csv" || (query["format"].Count == 0 && context.Request.Headers.Accept.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase));
        var tag = "\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site.Stamp() + context.Request.Path + context.Request.QueryString + csv)))[..20] + "\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.Vary = "Accept";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var view = site.Store.Read(a => route.View(new Visit(context.Request, site), a, new ApiPage(page, size)));
        if (view is null)
        {
            context.Response.Headers.Remove("ETag");
            await Fail(context, StatusCodes.Status404NotFound);
            return;
        }

        var next = (long)page * size < view.Total ? Next(context.Request, page + 1) : null;
        if (next is not null)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        await Write(context, csv ? view.Csv() : view.Json(next), csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
    }

    private static string Next(HttpRequest request, int page)
    {
        var query = request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value.Select(v => Uri.EscapeDataString(q.Key) + "=" + Uri.EscapeDataString(v ?? ""))).Append("page=" + page.ToString(CultureInfo.InvariantCulture));
        return request.Path.ToUriComponent() + "?" + string.Join('&', query);
    }

    private static bool Whole(string? text, int usual, int most, out int number)
    {
        number = usual;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }

    private static Task Fail(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        var title = status == StatusCodes.Status404NotFound ? "There is no such thing in the archive, or a coordinate is not known." : "A parameter is not understood.";
        return Write(context, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["type"] = "about:blank", ["title"] = title, ["status"] = status }), "application/problem+json");
    }

    private static async Task Write(HttpContext context, byte[] bytes, string type)
    {
        // Anybody's page may read it: there is nothing private, and nothing is changed.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
