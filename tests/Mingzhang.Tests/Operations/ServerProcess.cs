using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mingzhang.Tests.Operations;

/// <summary>另开的服务进程：the server as an operator starts it, with its own signals and exit.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    /// <summary>写出的各行。</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    public int Port { get; }

    public HttpClient Client { get; }

    /// <summary>启动，等到就绪。</summary>
    public static async Task<ServerProcess> Start(string database, params string[] more)
    {
        var port = FreePort();
        var server = new ServerProcess(Process.Start(BuiltProgram.Start(["serve", "--database", database, "--url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), "--second-step", "none", .. more]))!, port);
        server._process.OutputDataReceived += (_, said) => server.Said.Enqueue(said.Data ?? "");
        server._process.BeginOutputReadLine();
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if ((await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                Assert.False(server._process.HasExited, "the server did not start");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException();
    }

    /// <summary>请它停下，如运维所做。</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>断电：it gets no chance to end anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>等它结束，返回退出码。</summary>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
