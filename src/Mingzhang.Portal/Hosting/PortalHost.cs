using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Hosting;

/// <summary>服务：one process, one archive; pages for everybody, nothing to sign in for.</summary>
internal static class PortalHost
{
    /// <summary>上传的限速：few of them, and slowly.</summary>
    public const string Uploads = "uploads";

    /// <summary>提问的限速：few, since each is read by a person.</summary>
    public const string Asking = "asking";

    private const int UploadsAtOnce = 6, QuestionsAtOnce = 5;
    // What is being answered when the server is told to stop.
    private static readonly TimeSpan ToTheEnd = TimeSpan.FromSeconds(30);

    private const int LongestLine = 8 * 1024, Burst = 8;

    /// <summary>搭建。</summary>
    /// <param name="store">The archive.</param>
    /// <param name="library">The knowledge.</param>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <param name="rate">Requests a second from one address; 0: no limit.</param>
    /// <param name="address">The public address, where a server in front hides it.</param>
    /// <param name="files">Folder of the files that are made ready.</param>
    /// <param name="proxies">Servers in front, whose word is taken on who asks and by what address; null where there are none, and then nobody's is.</param>
    /// <param name="beside">What stands beside the portal on the same server; null where nothing does.</param>
    /// <param name="more">What else is set on the server, such as its log.</param>
    public static WebApplication Build(ArchiveStore store, Library library, string url, int rate, string address = "", string? files = null, IReadOnlyList<IPAddress>? proxies = null, IBesides? beside = null, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url).ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestLineSize = LongestLine;
            options.Limits.MaxRequestHeadersTotalSize = 2 * LongestLine;
            options.Limits.MaxRequestBodySize = LongestLine;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        var site = new Site(store, library, TimeProvider.System, files) { PublicAddress = address.TrimEnd('/') };
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => rate == 0 ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions { TokenLimit = rate * Burst, TokensPerPeriod = rate, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));
            Slowly(Uploads, UploadsAtOnce, TimeSpan.FromSeconds(10));
            Slowly(Asking, QuestionsAtOnce, TimeSpan.FromMinutes(10));
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                rejected.HttpContext.RequestServices.GetRequiredService<Alarms>().Count(Alarms.Slowed);
                await Serving.Fail(rejected.HttpContext, site, StatusCodes.Status429TooManyRequests);
            };

            void Slowly(string policy, int atOnce, TimeSpan each) => limiter.AddPolicy(policy, context => rate == 0 ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions { TokenLimit = atOnce, TokensPerPeriod = 1, ReplenishmentPeriod = each, QueueLimit = 0 }));
        });
        builder.Services.AddSingleton(_ => new Alarms(TimeProvider.System)).AddSingleton<Readiness>().Configure<HostOptions>(o => o.ShutdownTimeout = ToTheEnd);
        beside?.Services(builder);
        more?.Invoke(builder);
        var app = builder.Build();
        app.Services.GetRequiredService<Alarms>().Log = app.Logger;
        if (proxies is { Count: > 0 })
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }

            app.UseForwardedHeaders(forwarded);
        }

        app.Use((context, next) => Guarding.Guard(context, site, next));
        app.UseRouting();
        beside?.Use(app);
        app.UseRateLimiter();
        Routes.Map(app, site);
        beside?.Map(app, site);
        return app;
    }
}

/// <summary>同一服务上的其他部分：services, what every request passes, and addresses of its own.</summary>
internal interface IBesides
{
    /// <summary>登记服务。</summary>
    void Services(WebApplicationBuilder builder);

    /// <summary>接入每次请求的处理。</summary>
    void Use(WebApplication app);

    /// <summary>接入地址。</summary>
    void Map(WebApplication app, Site site);
}
