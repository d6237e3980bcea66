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

    internal int Filed { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _store = ArchiveStore.Open(Path.Combine(Databases.Temporary(), "portal.db"), TimeProvider.System, Documents.Library.Space, create: true, out _)!;
        var report = Archives.File(_store, Documents.Sample, "样本.txt");
        Archives.File(_store, Documents.Sample.Replace(Year(report), Year(report, -1), StringComparison.Ordinal), "上年.txt");
        Archives.File(_store, Hostile, HostileName, "..\\..\\<img src=x onerror=alert(1)>\r\nX-Evil: 1.txt");
        Archives.File(_store, FinalAccount, "决算.txt");
        Archives.File(_store, FinalAccount.Replace("1,520.00", "1,530.00", StringComparison.Ordinal) + "\n更正说明：教育支出决算数更正为1,530.00万元。\n", "决算更正.txt");
        Archives.File(_store, FinalAccount.Replace("云溪区试点局", "云溪区XX局", StringComparison.Ordinal), "模板.txt");
        Filed = _store.Read(a => a.Documents((int?)null)).Count;
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

    /// <summary>一份小决算：with first budget, result, a self-evaluation, and what it counts.</summary>
    internal static string FinalAccount => """
        云溪区试点局2024年度部门决算

        第一部分 部门概况

        一、主要职能

        云溪区试点局负责试点。核定编制20名。

        第三部分 2024年度部门决算情况说明

        五、一般公共预算财政拨款支出决算情况说明

        一般公共预算财政拨款支出年初预算为2,000.00万元，支出决算为1,900.00万元，完成年初预算的95.00%。其中：

        1. 教育支出（类）普通教育（款）小学教育（项）。年初预算为1,600.00万元，支出决算为1,520.00万元，完成年初预算的95.00%。

        2. 科学技术支出（类）科学技术普及（款）科普活动（项）。年初预算为300.00万元，支出决算为380.00万元，完成年初预算的126.67%。决算数大于年初预算数的主要原因是年中追加科普经费。

        十一、其他重要事项的情况说明

        （三）国有资产占有使用情况说明

        截至2024年12月31日，云溪区试点局共有车辆2辆。
        """;

    private static string Hostile => $"""
        {HostileName}2024年部门预算情况说明

        一、部门收支总体情况

        收入预算：2024年年初预算数100万元，其中：一般公共预算拨款100万元；收入比2023年增加10万元，主要原因是<img src=x onerror=alert(2)>增加。

        支出预算：2024年年初预算数100万元，其中：科学技术支出100万元。
        """;
}
