using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Accounts.Provider;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.Tests.Workbench;

/// <summary>一个小工作台：one department with two units and a person of every role, all with accounts, on a server of its own.</summary>
public sealed class WorkbenchFixture : IAsyncLifetime
{
    internal const int Year = 2026;
    internal const string Password = "four-plain-words-here";

    private ArchiveStore? _archive;
    private WebApplication? _app;

    /// <summary>哪一种数据库。</summary>
    internal string Kind { get; init; } = "sqlite";

    /// <summary>已有的账库; null for a new one.</summary>
    internal string? Database { get; init; }

    /// <summary>工作台的时钟。</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>备份的文件夹; null where there is none.</summary>
    internal string? Backups { get; init; }

    /// <summary>统一身份认证; null where there is none.</summary>
    internal ProviderSettings? Provider { get; init; }

    /// <summary>前面的代理服务器; null where there are none.</summary>
    internal IReadOnlyList<System.Net.IPAddress>? Proxies { get; init; }

    /// <summary>账号的设定; most tests are about what comes after signing in, and ask no second step of anybody.</summary>
    internal AccountSettings Settings { get; init; } = new() { SecondStep = SecondStep.Nobody };

    /// <summary>服务上另外的设置; null where there is none.</summary>
    internal Action<WebApplicationBuilder>? More { get; init; }

    /// <summary>口令的摘要是否从快。</summary>
    internal bool QuickPasswords { get; init; } = true;

    internal WorkSite Site { get; private set; } = null!;

    internal Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var database = Database ?? Databases.Fresh(Kind);
        _archive = ArchiveStore.Open(database, TimeProvider.System, Documents.Library.Space, create: true, out _)!;
        Site = WorkSite.Open(database, _archive, Documents.Library, Clock, out var problem, backups: Backups);
        Assert.Null(problem);
        _app = PortalHost.Build(_archive, Documents.Library, "http://127.0.0.1:0", rate: 0, proxies: Proxies, beside: new WorkHost(Site, Provider, Settings), more: builder =>
        {
            // Hundreds of people come in while tests run; how slow the hash of a password is, is shown by itself.
            if (QuickPasswords)
            {
                builder.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            }

            More?.Invoke(builder);
        });
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        // A test that is skipped has nothing.
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            Site.Dispose();
        }

        _archive?.Dispose();
    }

    /// <summary>一个浏览器，尚未登录。</summary>
    internal WorkClient Client() => new(Address);

    /// <summary>部门、单位和人员，首次使用之后：the keeper makes the others, each accepts his invitation.</summary>
    internal async Task<Dictionary<string, WorkClient>> Everybody()
    {
        var keeper = Client();
        await keeper.First(Site.FirstCode, "李明");
        Site.With(s => s.Write("李明", "", w =>
        {
            foreach (var (code, place) in new[] { ("101001", "本级"), ("101002", "下属") })
            {
                Organisations.Put(w, new Unit { Year = Year, Code = code, Department = "101", Name = "云溪区科技局" + place, Kind = "行政", Place = place });
            }

            Organisations.Put(w, new Person("王芳", "101001", Role.Unit));
            Organisations.Put(w, new Person("赵敏", "101002", Role.Unit));
            Organisations.Put(w, new Person("陈静", Person.Everywhere, Role.Finance));
            Organisations.Put(w, new Person("周瑜", Person.Everywhere, Role.Rules));
            Organisations.Put(w, new Person("孙丽", "101", Role.Reader));
        }));
        var people = new Dictionary<string, WorkClient>(StringComparer.Ordinal) { ["李明"] = keeper };
        foreach (var name in new[] { "王芳", "赵敏", "陈静", "周瑜", "孙丽" })
        {
            people[name] = Client();
            await people[name].Accept(await keeper.Invite(name));
        }

        return people;
    }

    /// <summary>等后台任务办完。</summary>
    internal async Task JobsEnded(JobRows? rows = null)
    {
        for (var n = 0; (rows ?? Site.Jobs.Rows).Open().Count > 0; n++)
        {
            Assert.True(n < 1500, "jobs do not end");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>有哪些可以改动的地址。</summary>
    internal IReadOnlyList<string> Changing() => [.. _app!.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.StartsWith("/work", StringComparison.Ordinal) == true && e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(e => e.RoutePattern.RawText!)];

    /// <summary>全部地址的样式。</summary>
    internal IReadOnlyList<string> Routes() => [.. _app!.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>日志有几笔。</summary>
    internal long Entries() => Site.With(s => s.Read(r => r.Statements.Rows("SELECT COUNT(*) FROM journal", d => d.GetInt64(0))[0]));

    internal List<Line> Lines(string unit) => Site.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, Year, unit)!).ToList()));

    internal string State(string unit) => Site.With(s => s.Read(r => Stage.Of(r, Year, unit).State));

    internal IReadOnlyList<Session> Sessions(string name) => _app!.Services.GetRequiredService<Sessions>().Of(Site.Accounts.Read(s => s.Rows("SELECT id FROM work_account WHERE name = @name", r => r.GetString(0), ("name", name)))[0]);

    internal static string At(string path) => path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "year=" + Year.ToString(CultureInfo.InvariantCulture);
}
