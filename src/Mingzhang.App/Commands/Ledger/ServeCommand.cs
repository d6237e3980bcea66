using System.CommandLine;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mingzhang.App.Commands.Demo;
using Mingzhang.App.Serving;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Accounts.Provider;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang serve：the pages of an archive, until it is interrupted.</summary>
internal static class ServeCommand
{
    public static Command Create(LedgerOptions options)
    {
        var serving = new ServeOptions();
        var command = new Command("serve", "网站：在浏览器里查阅档案 / the archive as web pages") { options.Database };
        serving.AddTo(command);
        var safety = new SafetyOptions();
        safety.AddTo(command);
        command.SetAction(parsed => serving.Of(parsed, parsed.GetValue(options.Database)!) is not { } settings || safety.Of(parsed, settings.Demo) is not { } safe ? ExitCodes.Unusable
            : !settings.Demo ? Serve(settings, safe) : Demo() is { } district ? Serve(settings with { Database = district }, safe) : ExitCodes.Unusable);
        return command;
    }

    // Built beside its place first, so that a district that stands there is whole; null after a message.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string? Demo()
    {
        var place = Path.Combine(Path.GetTempPath(), $"mingzhang-demo-{Messages.Version}-{Environment.UserName}.db");
        if (File.Exists(place))
        {
            return place;
        }

        Messages.Note("正在建立虚构的云溪区，约需半分钟", "building the fictional district, which takes about half a minute");
        var unfinished = place + "." + Guid.NewGuid().ToString("N");
        var clock = new DemoClock();
        using (var ledger = Store.Open(unfinished, clock, create: true, out var problem))
        using (var archive = ArchiveStore.Open(unfinished, clock, Library.Standard.Space, create: true, out var unfiled))
        {
            if (ledger is null || archive is null)
            {
                Messages.Fail((problem ?? unfiled)!);
                return null;
            }

            DistrictArchive.Build(ledger, archive, clock, seed: 1, _ => { });
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(unfinished, place, overwrite: true);
        return place;
    }

    // What serves pages is only loaded here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(ServeSettings settings, SafetySettings safe)
    {
        var provider = ProviderSettings.Read(settings.Provider, Environment.GetEnvironmentVariable, out var problem);
        if (problem is not null)
        {
            Messages.Fail(problem);
            return ExitCodes.Unusable;
        }

        using var columns = settings.Analytics is null ? null : AnalyticsOption.Open(settings.Analytics) is { } server ? new ColumnStore(server) : null;
        if (settings.Analytics is not null && columns is null)
        {
            return ExitCodes.Unusable;
        }

        using var store = ArchiveStore.Open(settings.Database, TimeProvider.System, Library.Standard.Space, create: settings.Work, out problem);
        using var site = store is not null && settings.Work ? WorkSite.Open(settings.Database, store, Library.Standard, TimeProvider.System, out problem, settings.Jobs, settings.Backups) : null;
        if (store is null || problem is not null)
        {
            Messages.Fail(problem!);
            return ExitCodes.Unusable;
        }

        if (site is not null && !KeyRing.Fits(site.Accounts, safe.Accounts.Secret))
        {
            SafetyOptions.Unfit();
            return ExitCodes.Unusable;
        }

        store.Analytics = columns;
        IDisposable? telemetry = null;
        using var app = (IDisposable)PortalHost.Build(store, Library.Standard, settings.Url, settings.Rate, settings.PublicAddress, settings.Files, settings.Proxies, site is null ? null : new WorkHost(site, provider, safe.Accounts), builder =>
        {
            safe.AddTo(builder);
            builder.Services.AddSingleton(settings).AddSingleton<IHostLifetime, Leaving>();
            if (columns is not null)
            {
                builder.Services.AddHostedService(services => new AnalyticsLoading(store, services.GetRequiredService<ILogger<AnalyticsLoading>>()));
            }

            if (settings.JsonLog)
            {
                builder.Logging.ClearProviders().AddJsonConsole(o => (o.TimestampFormat, o.UseUtcTimestamp) = ("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", true));
            }

            telemetry = settings.Collector is { } collector ? Sent(collector, builder.Logging) : null;
        });
        using var sending = telemetry;
        var web = (WebApplication)app;
        try
        {
            web.StartAsync().GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            Messages.Fail($"不能在 {settings.Url} 上监听", $"cannot listen on {settings.Url}: {e.Message}", "可能已被占用，请用 --url 换一个端口", "it may be taken; choose another port with --url");
            return ExitCodes.Unusable;
        }

        var listening = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Messages.Note($"请在浏览器中打开 {listening}，按 Ctrl+C 结束", $"open {listening} in a browser, end with Ctrl+C");
        if (site is not null)
        {
            Messages.Note(site.Begun ? $"工作台在 {listening}/work" : $"工作台首次使用，请打开 {listening}/work/first?code={site.FirstCode} 建立管理员账号",
                site.Begun ? $"the workbench is at {listening}/work" : $"to begin with the workbench open {listening}/work/first?code={site.FirstCode} and make the administrator's account");
        }

        web.WaitForShutdownAsync().GetAwaiter().GetResult();
        return ExitCodes.Clean;
    }

    // Only where it is asked for is it loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Telemetry Sent(Uri collector, ILoggingBuilder logging) => new(collector, logging);
}
