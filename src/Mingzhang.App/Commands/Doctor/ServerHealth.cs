using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>网站所需：a port to listen on, and memory.</summary>
internal static class ServerHealth
{
    // A server with a thousand disclosures took 451 MB at most (docs/benchmarks.md).
    private const long Enough = 512L << 20;

    /// <summary>端口是否空着。</summary>
    public static Surrounding Port(string url)
    {
        var what = new Reason("网站的端口", "port of the server");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new Surrounding("port", what, null, new Reason($"地址“{url}”不能识别，请写作 http://127.0.0.1:5000", $"the address '{url}' is not understood; write it as http://127.0.0.1:5000"), Needed: true);
        }

        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(address.Host, out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port) { ExclusiveAddressUse = true };
            listener.Start();
            return new Surrounding("port", what, url, null);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return new Surrounding("port", what, "–", new Reason($"{url} 正在使用：如不是本程序的网站，请用 serve --url 换一个端口", $"{url} is in use; if not by this program's own server, choose another port with serve --url"));
        }
        catch (SocketException e)
        {
            return new Surrounding("port", what, null, new Reason($"不能在 {url} 上监听；1024 以下的端口归系统管理员，请用 serve --url 换一个，或放在代理之后", $"cannot listen on {url} ({e.Message}); ports below 1024 are the administrator's: choose another with serve --url, or stand behind a proxy"));
        }
    }

    /// <summary>本进程可用的内存, the limit of its container or service counted.</summary>
    public static Surrounding Memory()
    {
        var what = new Reason("可用的内存", "memory that may be used");
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var found = (bytes >> 20).ToString(CultureInfo.InvariantCulture) + " MiB";
        return bytes >= Enough ? new Surrounding("memory", what, found, null)
            : new Surrounding("memory", what, null, new Reason($"只有 {found}；网站需要 512 MiB 以上，请放宽 MemoryMax（systemd）或 mem_limit（容器）", $"only {found}; a server needs 512 MiB or more: raise MemoryMax (systemd) or mem_limit (containers)"));
    }
}
