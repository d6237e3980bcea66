using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>分析库的健康：whether it answers, over all its shards, and how many documents it holds. Pages do without it, so it is not needed; where none is named it is not missed.</summary>
internal static class AnalyticsHealth
{
    public static IReadOnlyList<Surrounding> Of(string? given)
    {
        if (given is not { Length: > 0 })
        {
            return [];
        }

        var what = new Reason("分析库", "analytics database");
        if (ClickHouseAddress.Of(given, out var problem) is not { } address)
        {
            return [Missing(problem!)];
        }

        using var server = new ClickHouse(address);
        try
        {
            var version = server.Version();
            var documents = server.Rows($"SELECT count() FROM {ColumnTable.Document.In(address)} FINAL", r => ClickHouse.Whole(r[0]))[0].ToString(CultureInfo.InvariantCulture);
            return [new Surrounding("analytics", what, $"{address} ({version}, {documents})", null)];
        }
        catch (ClickHouseException e)
        {
            return [Missing(e.Problem)];
        }

        Surrounding Missing(Problem why) => new("analytics", what, null, new Reason($"{why.Message.Chinese}：{why.Remedy.Chinese}", $"{why.Message.English}; {why.Remedy.English}"));
    }
}
