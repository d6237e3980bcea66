using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Mingzhang.Portal.Hosting;

/// <summary>是否就绪：whether requests should be sent here: the database answers, and the server is not about to stop.</summary>
internal sealed class Readiness(IHostApplicationLifetime lifetime)
{
    private volatile bool _leaving;

    /// <summary>即将停止：from now on it says no.</summary>
    public void Leave() => _leaving = true;

    /// <summary>回答就绪与否：200 or 503, in one line that says why.</summary>
    public async Task Answer(HttpContext context, Site site)
    {
        var said = _leaving || lifetime.ApplicationStopping.IsCancellationRequested ? "stopping" : Asked(site);
        context.Response.StatusCode = said == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

        // Pages are as right without it, only slower: no reason to send requests elsewhere.
        if (said == "ready" && site.Store.Analytics is { Ready: false } columns)
        {
            said += columns.Away is null ? "; the analytics database is being loaded" : "; the analytics database does not answer";
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(said + "\n", context.RequestAborted);
    }

    private static string Asked(Site site)
    {
        try
        {
            site.Store.Read(a => a.Latest(1));
            return "ready";
        }
        catch (DbException)
        {
            return "the database does not answer";
        }
    }
}
