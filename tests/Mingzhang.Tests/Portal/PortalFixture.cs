using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal;

/// <summary>一个小网站：a server on a free port, with the sample, its correction, last year's, a final account, and a document whose names are hostile.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    internal const string HostileName = "某市<script>alert(1)</script>\"'&局";

    private ArchiveStore? _store;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    internal ArchiveStore Store => _store!;

    internal ArchivedDocument Sample { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _store = ArchiveStore.Open(Path.Combine(Databases.Temporary(), "portal.db"), TimeProvider.System, Documents.Library.Space, create: true, out _)!;
        var report = Archives.File(_store, Documents.Sample, "样本.txt");
        Archives.File(_store, Documents.Sample.Replace(Year(report), Year(report, -1), StringComparison.Ordinal), "上年.txt");
        Archives.File(_store, Hostile, HostileName, "..\\..\\<img src=x onerror=alert(1)>\r\nX-Evil: 1.txt");
        Sample = _store.Read(a => a.Document(report.Disclosure.Facts.Id))!;
        _app = PortalHost.Build(_store, Documents.Library, "http://127.0.0.1:0", rate: 0);
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _store!.Dispose();
    }

    internal async Task<string> Text(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    private static string Year(Report report, int by = 0) => ((report.Disclosure.Facts.Year ?? 0) + by).ToString(System.Globalization.CultureInfo.InvariantCulture) + "年";

    private static string Hostile => $"""
        {HostileName}2024年部门预算情况说明

        一、部门收支总体情况

        收入预算：2024年年初预算数100万元，其中：一般公共预算拨款100万元；收入比2023年增加10万元，主要原因是<img src=x onerror=alert(2)>增加。

        支出预算：2024年年初预算数100万元，其中：科学技术支出100万元。
        """;
}
