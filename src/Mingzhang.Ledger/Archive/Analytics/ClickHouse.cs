using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>分析库的 HTTP 接口，ClickHouse 的：statements as text, rows out as JSON and in as binary; where one host does not answer, the next one is asked.</summary>
internal sealed partial class ClickHouse(ClickHouseAddress address) : IDisposable
{
    private const int OldestMajor = 18, OldestMinor = 16, LongestQuery = 10;

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2), Answering = TimeSpan.FromSeconds(LongestQuery + 2), Writing = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = Connecting, UseProxy = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Timeout.InfiniteTimeSpan };
    private volatile int _last;

    /// <summary>最旧的版本。</summary>
    public static string Oldest => string.Create(CultureInfo.InvariantCulture, $"{OldestMajor}.{OldestMinor}");

    /// <summary>地址。</summary>
    public ClickHouseAddress Address => address;

    /// <summary>文字作为语句中的值: by its bytes, so that nothing in it can be anything else; the server reckons it once.</summary>
    public static string Text(string text) => $"unhex('{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}')";

    /// <summary>版本; refuses one that is too old.</summary>
    public string Version()
    {
        var version = Rows("SELECT version()", r => r[0].GetString()!, inDatabase: false)[0];
        var parts = version.Split('.');
        var (major, minor) = (Part(0), Part(1));
        return major > OldestMajor || (major == OldestMajor && minor >= OldestMinor) ? version : throw ClickHouseException.Old(address, version);

        int Part(int i) => parts.Length > i && int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>查询，逐行取值。</summary>
    public List<T> Rows<T>(string query, Func<JsonElement, T> row, bool inDatabase = true)
    {
        var settings = string.Create(CultureInfo.InvariantCulture, $"wait_end_of_query=1&max_execution_time={LongestQuery}") + (inDatabase ? "&database=" + address.Database : "");
        var answer = Sent(settings, () => new StringContent(query + " FORMAT JSONCompact"), Answering);
        try
        {
            using var json = JsonDocument.Parse(answer);
            return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(row)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ClickHouseException.Stranger(address);
        }
    }

    /// <summary>整数; newer servers write it as a number, older ones as text.</summary>
    public static long Whole(JsonElement value) => value.ValueKind == JsonValueKind.String ? long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : value.GetInt64();

    /// <summary>写入，各分片都写成才算。</summary>
    public void Write(string into, ReadOnlyMemory<byte> rows) =>
        Sent($"database={address.Database}&insert_distributed_sync=1&query={Uri.EscapeDataString($"INSERT INTO {into} FORMAT RowBinary")}", () => new ReadOnlyMemoryContent(rows), Writing);

    /// <summary>在每台主机上执行: there is no coordinator that would.</summary>
    public void Everywhere(string statement)
    {
        foreach (var host in address.Hosts)
        {
            Sent(host, "", new StringContent(statement), Writing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private byte[] Sent(string settings, Func<HttpContent> content, TimeSpan most)
    {
        ClickHouseException? away = null;
        var first = _last;
        for (var i = 0; i < address.Hosts.Count; i++)
        {
            var at = (first + i) % address.Hosts.Count;
            try
            {
                var answer = Sent(address.Hosts[at], settings, content(), most);
                _last = at;
                return answer;
            }
            catch (ClickHouseException e) when (e.IsAway)
            {
                away = e;
            }
        }

        throw away!;
    }

    private byte[] Sent(Uri host, string settings, HttpContent content, TimeSpan most)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/?" + settings)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(address.User + ":" + address.Password)));
        using var until = new CancellationTokenSource(most);
        try
        {
            using var response = _client.Send(request, HttpCompletionOption.ResponseContentRead, until.Token);
            using var body = new MemoryStream();
            response.Content.CopyTo(body, null, until.Token);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return body.ToArray();
            }

            var said = Encoding.UTF8.GetString(body.ToArray());
            throw Code().Match(said) is { Success: true } code && int.TryParse(code.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? ClickHouseException.Refused(address, number, said) : ClickHouseException.Stranger(address);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or SocketException)
        {
            throw ClickHouseException.Away(address, e is OperationCanceledException ? $"no answer from {host.Authority} in time" : e.Message);
        }
    }

    [GeneratedRegex("Code: ([0-9]{1,9})", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
