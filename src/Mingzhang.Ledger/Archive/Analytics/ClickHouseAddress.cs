using System.Text.RegularExpressions;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>分析库的地址：clickhouse://用户:口令@主机:8123,主机:8123/库?cluster=集群; clickhouses:// for TLS. Shown without its password.</summary>
internal sealed partial class ClickHouseAddress
{
    private const int Port = 8123, TlsPort = 8443;

    private ClickHouseAddress(IReadOnlyList<Uri> hosts, string user, string password, string database, string? cluster) =>
        (Hosts, User, Password, Database, Cluster) = (hosts, user, password, database, cluster);

    /// <summary>各主机，先问在前的。</summary>
    public IReadOnlyList<Uri> Hosts { get; }

    /// <summary>用户。</summary>
    public string User { get; }

    /// <summary>口令，不显示。</summary>
    public string Password { get; }

    /// <summary>库。</summary>
    public string Database { get; }

    /// <summary>集群在服务器设置中的名称; null where one server holds all.</summary>
    public string? Cluster { get; }

    /// <summary>由文字; null with the reason where it cannot be understood.</summary>
    public static ClickHouseAddress? Of(string address, out Problem? problem)
    {
        problem = null;
        var found = Shape().Match(address);
        if (found.Success && (!found.Groups["cluster"].Success || found.Groups["hosts"].Value.Length > 0))
        {
            var secure = found.Groups["tls"].Value.Length > 0;
            List<Uri> hosts = [];
            foreach (var host in found.Groups["hosts"].Value.Split(','))
            {
                if (!Uri.TryCreate($"{(secure ? "https" : "http")}://{host}/", UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath != "/" || uri.UserInfo.Length > 0)
                {
                    hosts.Clear();
                    break;
                }

                hosts.Add(uri.IsDefaultPort ? new UriBuilder(uri) { Port = secure ? TlsPort : Port }.Uri : uri);
            }

            if (hosts.Count > 0)
            {
                return new ClickHouseAddress(hosts, found.Groups["user"] is { Success: true } user ? Uri.UnescapeDataString(user.Value) : "default", Uri.UnescapeDataString(found.Groups["password"].Value),
                    found.Groups["database"].Value, found.Groups["cluster"] is { Success: true } cluster ? cluster.Value : null);
            }
        }

        // Not repeated: it may hold a password.
        problem = Problem.Of("分析库的地址不能识别", "the address of the analytics database is not understood",
            "请写作 clickhouse://用户:口令@主机:8123,主机:8123/库?cluster=集群；口令中的特殊字符写作 %XX", "write it as clickhouse://user:password@host:8123,host:8123/database?cluster=NAME, with %XX for special characters of the password");
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"clickhouse{(Hosts[0].Scheme == "https" ? "s" : "")}://{string.Join(',', Hosts.Select(h => h.Authority))}/{Database}{(Cluster is null ? "" : "?cluster=" + Cluster)}";

    // Database and cluster become names in statements, so they are letters, digits and lines below only.
    [GeneratedRegex("^clickhouse(?<tls>s?)://(?:(?<user>[^:@/]+)(?::(?<password>[^/]*))?@)?(?<hosts>[^/@?]+)/(?<database>[A-Za-z_][A-Za-z0-9_]*)(?:\\?cluster=(?<cluster>[A-Za-z_][A-Za-z0-9_]*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
