using System.CommandLine;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>--analytics：the analytics database, whose address may hold a password and is better given by the environment.</summary>
internal static class AnalyticsOption
{
    public static Option<string?> Create() => new("--analytics")
    {
        Description = "分析库：clickhouse://用户:口令@主机:8123,主机:8123/库?cluster=集群，也可用环境变量 MINGZHANG_ANALYTICS / analytics database: an address of ClickHouse; the environment may give it",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MINGZHANG_ANALYTICS"),
    };

    /// <summary>打开; null after a message.</summary>
    public static ClickHouse? Open(string given)
    {
        if (ClickHouseAddress.Of(given, out var problem) is { } address)
        {
            return new ClickHouse(address);
        }

        Messages.Fail(problem!);
        return null;
    }
}
