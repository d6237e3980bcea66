using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang analytics：loads what the archive holds and the analytics database lacks.</summary>
internal static class AnalyticsCommand
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(10);

    public static Command Create(LedgerOptions options)
    {
        var address = AnalyticsOption.Create();
        var anew = LedgerOptions.Flag("--anew", "先清空分析库，从头装入 / empty the analytics database and load it from the beginning");
        var format = CommonOptions.Format("text", "json");
        var command = new Command("analytics", "分析库：把档案中的数装入 ClickHouse，只装所缺的 / load the figures of the archive into ClickHouse, only what it lacks") { options.Database, address, anew, format };
        command.SetAction(parsed => Load(parsed.GetValue(options.Database)!, parsed.GetValue(address) ?? "", parsed.GetValue(anew), parsed.GetValue(format) == "json"));
        return command;
    }

    private static int Load(string database, string address, bool anew, bool json)
    {
        using var server = AnalyticsOption.Open(address);
        if (server is null)
        {
            return ExitCodes.Unusable;
        }

        using var store = ArchiveStore.Open(database, TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        if (store is null)
        {
            Messages.Fail(problem!);
            return ExitCodes.Unusable;
        }

        try
        {
            var load = new ColumnLoad(store, server);
            if (anew)
            {
                load.Empty();
            }

            Interruption.Watch();
            var said = TimeSpan.Zero;
            var loaded = load.Run(l => said = Said(l, said, json), Interruption.Token);
            Console.Out.WriteLine(json ? Json(loaded, server) : Text(loaded, server));
            return Interruption.Asked ? Interruption.Code : ExitCodes.Clean;
        }
        catch (ClickHouseException e)
        {
            Messages.Fail(e.Problem);
            return ExitCodes.Unusable;
        }
    }

    // A long load says now and then how far it is.
    private static TimeSpan Said(LoadedRows loaded, TimeSpan before, bool json)
    {
        if (json || loaded.Took - before < Each)
        {
            return before;
        }

        Messages.Note($"已装入 {loaded.Documents}/{loaded.Lacking} 份，{loaded.Rows} 行", $"{loaded.Documents} of {loaded.Lacking} documents, {loaded.Rows} rows");
        return loaded.Took;
    }

    private static string Text(LoadedRows loaded, ClickHouse server) => string.Create(CultureInfo.InvariantCulture,
        $"{server.Address}：装入 {loaded.Documents}/{loaded.Lacking} 份，{loaded.Rows} 行，{loaded.Took.TotalSeconds:0.0} 秒，每秒 {Rate(loaded)} 行 / loaded {loaded.Documents} of {loaded.Lacking} documents that it lacked, {loaded.Rows} rows, {loaded.Took.TotalSeconds:0.0} s, {Rate(loaded)} rows a second");

    private static string Json(LoadedRows loaded, ClickHouse server) => new JsonObject
    {
        ["analytics"] = server.Address.ToString(),
        ["lacking"] = loaded.Lacking,
        ["documents"] = loaded.Documents,
        ["rows"] = loaded.Rows,
        ["seconds"] = Math.Round(loaded.Took.TotalSeconds, 3),
        ["rowsPerSecond"] = Rate(loaded),
        ["interrupted"] = Interruption.Asked,
    }.ToJsonString();

    private static long Rate(LoadedRows loaded) => (long)(loaded.Rows / Math.Max(0.001, loaded.Took.TotalSeconds));
}
