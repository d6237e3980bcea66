using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Mcp;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang mcp：the archive for programs that speak the Model Context Protocol, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(LedgerOptions options)
    {
        var address = LedgerOptions.Text("--public", "网站的网址，写在回答中 / the address of the pages, for the places in answers");
        var demo = LedgerOptions.Flag("--demo", "查阅虚构的云溪区 / the fictional district");
        var command = new Command("mcp", "供人工智能助手查阅：经标准输入输出的 MCP 服务 / the archive for assistants, as an MCP server over standard input and output") { options.Database, address, demo };
        command.SetAction(parsed => (parsed.GetValue(demo) ? ServeCommand.Demo() : parsed.GetValue(options.Database)) is { } database ? Serve(database, parsed.GetValue(address) ?? "") : ExitCodes.Unusable);
        return command;
    }

    // The protocol's assemblies are only loaded here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(string database, string address)
    {
        using var store = ArchiveStore.Open(database, TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        if (store is null)
        {
            Messages.Fail(problem!);
            return ExitCodes.Unusable;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        try
        {
            McpHost.Serve(new Site(store, Library.Standard, TimeProvider.System), address.TrimEnd('/'), input, output, stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Interrupted, or the other side went away.
        }

        return ExitCodes.Clean;
    }
}
