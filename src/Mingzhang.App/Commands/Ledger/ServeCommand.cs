using System.CommandLine;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mingzhang.App.Commands.Demo;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts.Provider;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang serve：the pages of an archive, until it is interrupted.</summary>
internal static class ServeCommand
{
    private const int Rate = 50;

    public static Command Create(LedgerOptions options)
    {
        var url = new Option<string>("--url") { Description = "监听的地址 / where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5000" };
        var rate = new Option<int>("--rate") { Description = "每个来访地址每秒的请求数，0 为不限 / requests a second from one address, 0: no limit", DefaultValueFactory = _ => Rate };
        var address = LedgerOptions.Text("--public", "对外的网址，用于订阅和站点地图 / the public address, for feeds and the site map");
        var files = LedgerOptions.Text("--files", "备好的数据文件的文件夹 / folder of the data files that are made ready");
        var proxies = LedgerOptions.Text("--proxies", "前面的代理服务器的地址，以逗号分开；只信它们转告的来访地址 / addresses of the servers in front, with commas; only their word is taken on who asks");
        var provider = LedgerOptions.Text("--provider", $"统一身份认证的设置文件（JSON），也可用环境变量 {ProviderSettings.Prefix}ISSUER、CLIENT、SECRET、NAME / settings of the government's sign-in (JSON); the environment may give them, too");
        var demo = LedgerOptions.Flag("--demo", "查阅虚构的云溪区，首次使用时建立 / show the fictional district, which is built when it is first asked for");
        var work = LedgerOptions.Flag("--work", "同时提供工作台（/work），供编制和审核人员登录使用；没有账库时建立 / the workbench (/work), too, for those who compile and review; the ledger is made where there is none");
        var command = new Command("serve", "网站：在浏览器里查阅档案 / the archive as web pages") { options.Database, url, rate, address, files, proxies, provider, demo, work };
        command.SetAction(parsed => (parsed.GetValue(demo) ? Demo() : parsed.GetValue(options.Database)) is { } database ? Serve(database, parsed.GetValue(url)!, parsed.GetValue(rate), parsed.GetValue(address) ?? "", parsed.GetValue(files), parsed.GetValue(proxies) ?? "", parsed.GetValue(work), parsed.GetValue(provider)) : ExitCodes.Unusable);
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
                var why = (problem ?? unfiled)!;
                Messages.Fail(why.Message.Chinese, why.Message.English, why.Remedy.Chinese, why.Remedy.English);
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
    private static int Serve(string database, string url, int rate, string given, string? files, string behind, bool work, string? provider)
    {
        if (given.Length > 0 && !IsAddress(given))
        {
            Messages.Fail($"网址“{given}”不能识别", $"the public address '{given}' is not understood", "请写作 https://example.cn", "write it as https://example.cn");
            return ExitCodes.Unusable;
        }

        if (!IsAddress(url) || rate < 0)
        {
            Messages.Fail($"地址“{url}”不能识别", $"the address '{url}' is not understood", "请写作 http://127.0.0.1:5000", "write it as http://127.0.0.1:5000");
            return ExitCodes.Unusable;
        }

        var proxies = new List<IPAddress>();
        foreach (var one in behind.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(one, out var proxy))
            {
                Messages.Fail($"代理地址“{one}”不能识别", $"the address of a server in front, '{one}', is not understood", "请写 IP 地址，如 10.0.0.5，多个以逗号分开", "write IP addresses such as 10.0.0.5, with commas between several");
                return ExitCodes.Unusable;
            }

            proxies.Add(proxy);
        }

        var signIns = ProviderSettings.Read(provider, Environment.GetEnvironmentVariable, out var problem);
        if (problem is not null)
        {
            Messages.Fail(problem.Message.Chinese, problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);
            return ExitCodes.Unusable;
        }

        using var store = ArchiveStore.Open(database, TimeProvider.System, Library.Standard.Space, create: work, out problem);
        if (store is null)
        {
            Messages.Fail(problem!.Message.Chinese, problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);
            return ExitCodes.Unusable;
        }

        using var site = work ? WorkSite.Open(database, store, Library.Standard, TimeProvider.System, out problem) : null;
        if (problem is not null)
        {
            Messages.Fail(problem.Message.Chinese, problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);
            return ExitCodes.Unusable;
        }

        using var app = (IDisposable)PortalHost.Build(store, Library.Standard, url, rate, given, files, proxies, site is null ? null : new WorkHost(site, signIns));
        var web = (WebApplication)app;
        try
        {
            web.StartAsync().GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            Messages.Fail($"不能在 {url} 上监听", $"cannot listen on {url}: {e.Message}", "可能已被占用，请用 --url 换一个端口", "it may be taken; choose another port with --url");
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

    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
