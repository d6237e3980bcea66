using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>两台分析服务器：two of Debian's ClickHouse on loopback, each knowing both as the shards of one cluster; started when first asked for, stopped at the end.</summary>
internal static class ClickHouseServers
{
    public const string Password = "p:w/1@明";

    private static readonly Lazy<int[]?> Started = new(Start);
    private static int _number;

    /// <summary>新的分析库的地址, not made yet: of one server, or over the shards of both.</summary>
    public static string Fresh(bool shards)
    {
        var ports = Ports();
        var number = Interlocked.Increment(ref _number);
        return string.Create(CultureInfo.InvariantCulture, $"clickhouse://mz:{Uri.EscapeDataString(Password)}@127.0.0.1:{ports[0]}{(shards ? $",127.0.0.1:{ports[1]}" : "")}/archive{number}{(shards ? "?cluster=twin" : "")}");
    }

    /// <summary>HTTP 和 TCP 的端口。</summary>
    public static int[] Ports()
    {
        var ports = Started.Value;
        if (ports is null)
        {
            Assert.Skip("needs ClickHouse (Debian: clickhouse-server)");
        }

        return ports!;
    }

    public static ClickHouse Of(string address)
    {
        var read = ClickHouseAddress.Of(address, out var problem);
        Assert.Null(problem);
        return new ClickHouse(read!);
    }

    /// <summary>由分析库回答的档案。</summary>
    public static ColumnStore Answering(ArchiveStore archive, string address)
    {
        var columns = new ColumnStore(Of(address)) { Shallow = 0 };
        archive.Analytics = columns;
        new ColumnLoad(archive, columns.Server).Run(stop: TestContext.Current.CancellationToken);
        columns.Whole("");
        return columns;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int[]? Start()
    {
        if (!new[] { "/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server", "/usr/local/bin/clickhouse-server" }.Any(File.Exists))
        {
            return null;
        }

        int[] ports = [FreePort(), FreePort(), FreePort(), FreePort()];
        var servers = new List<Process>();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => servers.ForEach(s => s.Kill(entireProcessTree: true));
        for (var i = 0; i < 2; i++)
        {
            var folder = Databases.Temporary();
            File.WriteAllText(folder + "/config.xml", Config(folder, ports[i], ports[i + 2], ports[2..]));
            File.WriteAllText(folder + "/users.xml", $"""
                <yandex><profiles><default><max_memory_usage>500000000</max_memory_usage><max_threads>2</max_threads><background_pool_size>1</background_pool_size></default></profiles>
                <users><mz><password>{Password}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></mz></users><quotas><default/></quotas></yandex>
                """);

            // It ends by itself where the tests were killed and nobody ends it.
            var server = Process.Start(new ProcessStartInfo("timeout", ["1800", "clickhouse-server", $"--config-file={folder}/config.xml"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder })!;
            server.OutputDataReceived += (_, _) => { };
            server.BeginOutputReadLine();
            server.BeginErrorReadLine();
            servers.Add(server);
        }

        return ports[..2].All(Answers) ? ports : throw new InvalidOperationException("ClickHouse did not start");
    }

    private static bool Answers(int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        for (var i = 0; i < 600; i++)
        {
            try
            {
                using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "/"));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(50);
            }
        }

        return false;
    }

    private static string Config(string folder, int http, int tcp, int[] shards) => $"""
        <yandex><logger><level>error</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
        <http_port>{http}</http_port><tcp_port>{tcp}</tcp_port><listen_host>127.0.0.1</listen_host><path>{folder}/data/</path><tmp_path>{folder}/tmp/</tmp_path>
        <users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>8388608</mark_cache_size><uncompressed_cache_size>0</uncompressed_cache_size>
        <remote_servers><twin>{string.Concat(shards.Select(p => $"<shard><replica><host>127.0.0.1</host><port>{p}</port><user>mz</user><password>{Password}</password></replica></shard>"))}</twin></remote_servers></yandex>
        """;
}
