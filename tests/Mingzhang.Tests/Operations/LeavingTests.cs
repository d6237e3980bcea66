using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Operations;

/// <summary>停止服务：nobody who is being answered is cut off, and whoever distributes requests learns first.</summary>
public class LeavingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_told_to_stop_says_first_that_no_more_should_come()
    {
        using var server = await ServerProcess.Start(Filed(), "--drain", "3");
        server.Terminate();
        for (var i = 0; await server.Status("/readyz") == HttpStatusCode.OK; i++)
        {
            Assert.True(i < 50, "it still says that it is ready");
            await Task.Delay(50, Stop);
        }

        Assert.Equal(HttpStatusCode.OK, await server.Status("/healthz"));
        Assert.Equal(HttpStatusCode.OK, await server.Status("/"));
        Assert.Equal(0, await server.Ended());
    }

    [Fact]
    public async Task An_upload_that_is_under_way_is_answered_to_its_end()
    {
        using var server = await ServerProcess.Start(Filed());
        var body = Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + Documents.Sample + "\r\n--b--\r\n");
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST /check HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {body.Length}\r\n\r\n")), Stop);
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2), Stop);
        await Task.Delay(300, Stop);
        server.Terminate();
        await Task.Delay(700, Stop);
        await stream.WriteAsync(body.AsMemory(body.Length / 2), Stop);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Stop);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Equal(0, await server.Ended());
    }

    private static string Filed()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        return store.Address;
    }
}
