using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Files.Shelves;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang data：makes the data files of an archive ready, so that the server only sends them.</summary>
internal static class DataCommand
{
    public static Command Create(LedgerOptions options)
    {
        var files = LedgerOptions.Text("--files", "放在哪个文件夹，与 serve 的相同 / folder, the same as that of serve");
        var each = LedgerOptions.Flag("--each", "也为每一份文件各备一套 / and a set for each document, too");
        var command = new Command("data", "备好全部与各年度的数据文件（CSV、JSON、SQLite、数据包）/ make the data files of the whole archive and of each year ready") { options.Database, files, each };
        command.SetAction(parsed => Make(parsed.GetValue(options.Database)!, parsed.GetValue(files), parsed.GetValue(each)));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(string database, string? folder, bool each)
    {
        using var store = ArchiveStore.Open(database, TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        if (store is null)
        {
            Messages.Fail(problem!);
            return ExitCodes.Unusable;
        }

        var shelf = new Shelf(store, Library.Standard, folder ?? Shelf.FolderOf(store));
        foreach (var year in store.Read(a => a.Years()).Select(y => (int?)y.Year).Distinct().Prepend(null))
        {
            var set = shelf.Make(year, CancellationToken.None);
            Console.Out.WriteLine($"{set.Scope}\t{set.Version}\t{set.Documents}\t{set.Files.Sum(f => f.Bytes)}");
        }

        foreach (var document in each ? store.Read(a => a.Documents((int?)null)) : [])
        {
            if (shelf.MakePublication(document, CancellationToken.None) is not { } set)
            {
                Messages.Fail("文件夹写不进去", "the folder cannot be written to", "请检查 --files 的位置和磁盘", "check the place of --files and the disk");
                return ExitCodes.Unusable;
            }

            Console.Out.WriteLine($"{set.Scope}\t{set.Version}\t{set.Documents}\t{set.Files.Sum(f => f.Bytes)}");
        }

        return ExitCodes.Clean;
    }
}
