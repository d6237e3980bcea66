using System.Globalization;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>分析库没有办成的事：nobody answered, or the server refused; with what to do about it.</summary>
internal sealed class ClickHouseException : Exception
{
    private const int Longest = 300, UnknownCluster = 170, Missing = 60, MissingDatabase = 81;

    private ClickHouseException(Problem problem, bool away = false, bool missing = false) : base(problem.Message.English) => (Problem, IsAway, IsMissing) = (problem, away, missing);

    /// <summary>是什么，怎么办。</summary>
    public Problem Problem { get; }

    /// <summary>是否没有回应: another of its hosts may.</summary>
    public bool IsAway { get; }

    /// <summary>是否还没有表。</summary>
    public bool IsMissing { get; }

    /// <summary>没有回应。</summary>
    public static ClickHouseException Away(ClickHouseAddress address, string why) => new(Problem.Of($"分析库 {address} 没有回应", $"the analytics database {address} does not answer: {why}",
        "请查看 ClickHouse 是否已启动、地址和端口（HTTP，一般是 8123）是否正确、防火墙是否放行", "see that ClickHouse runs, that address and port (HTTP, usually 8123) are right, and that no firewall stands between"), away: true);

    /// <summary>不是 ClickHouse。</summary>
    public static ClickHouseException Stranger(ClickHouseAddress address) => new(Problem.Of($"{address} 回应的不是 ClickHouse", $"what answers at {address} is not ClickHouse",
        "请写 HTTP 接口的端口（一般是 8123，不是 9000）", "give the port of its HTTP interface (usually 8123, not 9000)"));

    /// <summary>版本太旧。</summary>
    public static ClickHouseException Old(ClickHouseAddress address, string version) => new(Problem.Of($"{address} 的 ClickHouse 是 {version}，太旧", $"ClickHouse at {address} is {version}, which is too old",
        $"请使用 {ClickHouse.Oldest} 或更新的版本", $"use {ClickHouse.Oldest} or newer"));

    /// <summary>另一个档案的数。</summary>
    public static ClickHouseException OfAnother(ClickHouseAddress address) => new(Problem.Of($"分析库 {address} 中是另一个档案的数", $"the analytics database {address} holds the figures of another archive",
        "请给每个档案一个库；如果这个档案是从备份恢复的，用 mingzhang analytics --anew 清空重装", "give each archive a database of its own; if this archive was restored from a backup, empty and load it with mingzhang analytics --anew"));

    /// <summary>没有这个集群。</summary>
    public static ClickHouseException NoCluster(ClickHouseAddress address) => Refused(address, UnknownCluster, "");

    /// <summary>集群的分片与装入时不同。</summary>
    public static ClickHouseException Moved(ClickHouseAddress address) => new(Problem.Of($"分析库 {address} 的分片与装入时不同", $"the shards of the analytics database {address} are not those that it was loaded over",
        "增减分片后请用 mingzhang analytics --anew 重新装入", "after adding or taking away shards load it anew with mingzhang analytics --anew"));

    /// <summary>服务器拒绝的，按它的编号。</summary>
    public static ClickHouseException Refused(ClickHouseAddress address, int code, string said)
    {
        var number = code.ToString(CultureInfo.InvariantCulture);
        var line = said.ReplaceLineEndings(" ").Trim();
        line = line.Length > Longest ? line[..Longest] + "…" : line;
        return new(code switch
        {
            192 or 193 or 194 or 516 => Problem.Of($"分析库 {address} 不接受用户“{address.User}”或其口令", $"the analytics database {address} does not accept user '{address.User}' or its password",
                "请检查用户和口令（users.xml）；口令中的特殊字符写作 %XX", "check user and password (users.xml); special characters of the password are written as %XX"),
            497 or 164 => Problem.Of($"分析库 {address} 的用户“{address.User}”权限不够", $"user '{address.User}' of the analytics database {address} lacks rights: {line}",
                "它要能在该库中建表、写入和查询", "it has to create tables, to insert and to select in that database"),
            Missing or MissingDatabase => Problem.Of($"分析库 {address} 还没有装入", $"the analytics database {address} is not loaded yet", "先运行 mingzhang analytics", "run mingzhang analytics first"),
            UnknownCluster or 701 => Problem.Of($"分析库没有名为“{address.Cluster}”的集群", $"the analytics database knows no cluster '{address.Cluster}'",
                "请在每台服务器的 remote_servers 中写明各分片，名称与 cluster= 相同", "name the shards in remote_servers of every server, under the same name as cluster="),
            279 or 209 or 210 => Problem.Of($"分析库 {address} 的一个分片没有回应", $"a shard of the analytics database {address} does not answer (code {number})",
                "请查看 remote_servers 中的每台服务器是否已启动、相互能否连接（TCP，一般是 9000）", "see that every server of remote_servers runs and that they reach each other (TCP, usually 9000)"),
            _ => Problem.Of($"分析库 {address} 拒绝了请求（{number}）", $"the analytics database {address} refused: {line}", "请查看 ClickHouse 的日志", "see the log of ClickHouse"),
        }, missing: code is Missing or MissingDatabase);
    }
}
