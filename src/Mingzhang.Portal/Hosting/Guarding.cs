using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mingzhang.Portal.Hosting;

/// <summary>守护：headers that every answer has, and a page for every failure, in the language of the visitor and without a word of the program.</summary>
internal static class Guarding
{
    /// <summary>内容安全策略：nothing from elsewhere, no style or script in the page.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static async Task Guard(HttpContext context, Site site, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps || site.PublicAddress.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            headers.StrictTransportSecurity = (context.RequestServices.GetService<StrictTransport>() ?? StrictTransport.Usual).Text;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            await Serving.Fail(context, site, e.StatusCode);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log(context, e);
            await Serving.Fail(context, site, StatusCodes.Status500InternalServerError);
            return;
        }

        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest && !context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
        {
            await Serving.Fail(context, site, context.Response.StatusCode);
        }
    }

    private static readonly Action<ILogger, string, Exception?> Failed = LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "{Path} failed");

    private static void Log(HttpContext context, Exception e) => Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("mingzhang"), context.Request.Path.Value?.Replace('\n', ' ').Replace('\r', ' ') ?? "", e);
}
