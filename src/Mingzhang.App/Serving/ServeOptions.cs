using System.CommandLine;
using System.Net;
using Mingzhang.App.Commands;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Workbench.Accounts.Provider;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.App.Serving;

/// <summary>serve 的选项。</summary>
internal sealed class ServeOptions
{
    private const int Rate = 50, LongestDrain = 600, MostWorkers = 64;

    private readonly Option<string> _url = new("--url") { Description = "监听的地址 / where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5000" };
    private readonly Option<int> _rate = new("--rate") { Description = "每个来访地址每秒的请求数，0 为不限 / requests a second from one address, 0: no limit", DefaultValueFactory = _ => Rate };
    private readonly Option<string?> _address = LedgerOptions.Text("--public", "对外的网址，用于订阅和站点地图 / the public address, for feeds and the site map");
    private readonly Option<string?> _files = LedgerOptions.Text("--files", "备好的数据文件的文件夹 / folder of the data files that are made ready");
    private readonly Option<string?> _proxies = LedgerOptions.Text("--proxies", "前面的代理服务器的地址，以逗号分开；只信它们转告的来访地址 / addresses of the servers in front, with commas; only their word is taken on who asks");
    private readonly Option<string?> _provider = LedgerOptions.Text("--provider", $"统一身份认证的设置文件（JSON），也可用环境变量 {ProviderSettings.Prefix}ISSUER、CLIENT、SECRET、NAME / settings of the government's sign-in (JSON); the environment may give them, too");
    private readonly Option<string?> _telemetry = LedgerOptions.Text("--telemetry", "OpenTelemetry 收集器的网址（OTLP），送去踪迹、指标和日志 / address of an OpenTelemetry collector (OTLP) for traces, metrics and logs");
    private readonly Option<string> _log = new("--log") { Description = "日志的写法 text | json / how the log is written", DefaultValueFactory = _ => "text" };
    private readonly Option<int> _drain = new("--drain") { Description = "收到停止信号后，先报告未就绪若干秒再停 / seconds between the signal to stop and the end, in which /readyz says no", DefaultValueFactory = _ => 0 };
    private readonly Option<string?> _backups = LedgerOptions.Text("--backups", "服务器上放备份的文件夹，工作台可以备份到这里 / folder on the server into which the workbench may put backups");
    private readonly Option<bool> _cluster = LedgerOptions.Flag("--cluster", "与其他节点共用一个 PostgreSQL，共办后台任务 / one of several nodes over the same PostgreSQL, which share the jobs");
    private readonly Option<string?> _node = LedgerOptions.Text("--node", "本节点的名称，各节点不同；默认为主机名和进程号 / name of this node, another one for each; host and process unless given");
    private readonly Option<int> _workers = new("--workers") { Description = "同时办几段后台任务，默认为处理器数减一 / slices of jobs at a time, one less than the processors unless given", DefaultValueFactory = _ => JobSettings.Alone.Workers };
    private readonly Option<string?> _analytics = AnalyticsOption.Create();
    private readonly Option<bool> _demo = LedgerOptions.Flag("--demo", "查阅虚构的云溪区，首次使用时建立 / show the fictional district, which is built when it is first asked for");
    private readonly Option<bool> _work = LedgerOptions.Flag("--work", "同时提供工作台（/work），供编制和审核人员登录使用；没有账库时建立 / the workbench (/work), too, for those who compile and review; the ledger is made where there is none");

    /// <summary>加到命令上。</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _url, _rate, _address, _files, _proxies, _provider, _telemetry, _log, _drain, _backups, _cluster, _node, _workers, _analytics, _demo, _work })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>所给的各项; null after a message.</summary>
    public ServeSettings? Of(ParseResult parsed, string database)
    {
        var settings = new ServeSettings
        {
            Database = database,
            Url = parsed.GetValue(_url)!,
            Rate = parsed.GetValue(_rate),
            PublicAddress = parsed.GetValue(_address) ?? "",
            Files = parsed.GetValue(_files),
            Provider = parsed.GetValue(_provider),
            Collector = parsed.GetValue(_telemetry) is { Length: > 0 } collector && Address(collector) is { } named ? named : null,
            JsonLog = parsed.GetValue(_log) == "json",
            Drain = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(_drain), 0, LongestDrain)),
            Backups = parsed.GetValue(_backups),
            Jobs = new JobSettings(Math.Clamp(parsed.GetValue(_workers), 1, MostWorkers), parsed.GetValue(_cluster), parsed.GetValue(_node) ?? (parsed.GetValue(_cluster) ? $"{Environment.MachineName}-{Environment.ProcessId}" : JobSettings.Alone.Node)),
            Analytics = parsed.GetValue(_analytics) is { Length: > 0 } columns ? columns : null,
            Demo = parsed.GetValue(_demo),
            Work = parsed.GetValue(_work),
        };
        if (settings.PublicAddress.Length > 0 && Address(settings.PublicAddress) is null)
        {
            Messages.Fail($"网址“{settings.PublicAddress}”不能识别", $"the public address '{settings.PublicAddress}' is not understood", "请写作 https://example.cn", "write it as https://example.cn");
            return null;
        }

        if (Address(settings.Url) is null || settings.Rate < 0)
        {
            Messages.Fail($"地址“{settings.Url}”不能识别", $"the address '{settings.Url}' is not understood", "请写作 http://127.0.0.1:5000", "write it as http://127.0.0.1:5000");
            return null;
        }

        if (parsed.GetValue(_telemetry) is { Length: > 0 } given && settings.Collector is null)
        {
            Messages.Fail($"收集器的网址“{given}”不能识别", $"the address of the collector, '{given}', is not understood", "请写作 http://127.0.0.1:4318", "write it as http://127.0.0.1:4318");
            return null;
        }

        if (settings.Jobs.Cluster && (!settings.Database.Contains("://", StringComparison.Ordinal) || !settings.Work || settings.Demo))
        {
            Messages.Fail("多个节点要共用一个 PostgreSQL 账库，并提供工作台", "several nodes share one ledger on PostgreSQL and serve the workbench", "请写 --database postgres://… --work --cluster", "write --database postgres://… --work --cluster");
            return null;
        }

        if (parsed.GetValue(_log) is not ("text" or "json"))
        {
            Messages.Fail($"日志没有“{parsed.GetValue(_log)}”这种写法", $"the log is not written as '{parsed.GetValue(_log)}'", "请写 text 或 json", "write text or json");
            return null;
        }

        var proxies = new List<IPAddress>();
        foreach (var one in (parsed.GetValue(_proxies) ?? "").Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(one, out var proxy))
            {
                Messages.Fail($"代理地址“{one}”不能识别", $"the address of a server in front, '{one}', is not understood", "请写 IP 地址，如 10.0.0.5，多个以逗号分开", "write IP addresses such as 10.0.0.5, with commas between several");
                return null;
            }

            proxies.Add(proxy);
        }

        return settings with { Proxies = proxies };
    }

    private static Uri? Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;
}

/// <summary>怎样服务。</summary>
internal sealed record ServeSettings
{
    /// <summary>档案库和账库的地址。</summary>
    public required string Database { get; init; }

    /// <summary>监听的地址。</summary>
    public required string Url { get; init; }

    /// <summary>每个来访地址每秒的请求数; 0 for no limit.</summary>
    public required int Rate { get; init; }

    /// <summary>对外的网址; empty where it is whatever is asked.</summary>
    public required string PublicAddress { get; init; }

    /// <summary>备好的数据文件的文件夹。</summary>
    public required string? Files { get; init; }

    /// <summary>前面的代理服务器。</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>统一身份认证的设置文件; null where the environment gives them, or nothing does.</summary>
    public required string? Provider { get; init; }

    /// <summary>收集器; null where nothing is sent.</summary>
    public required Uri? Collector { get; init; }

    /// <summary>日志是否写成 JSON。</summary>
    public required bool JsonLog { get; init; }

    /// <summary>停止以前报告未就绪的时间。</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>备份的文件夹; null where none is named.</summary>
    public required string? Backups { get; init; }

    /// <summary>怎样办后台任务。</summary>
    public required JobSettings Jobs { get; init; }

    /// <summary>分析库的地址，含口令，不显示; null where the archive answers all itself.</summary>
    public required string? Analytics { get; init; }

    /// <summary>是否查阅虚构的云溪区。</summary>
    public required bool Demo { get; init; }

    /// <summary>是否提供工作台。</summary>
    public required bool Work { get; init; }
}
