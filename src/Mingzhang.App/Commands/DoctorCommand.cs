using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang doctor：what on this machine is missing or wrong for any part of the program, each with its remedy; nothing is changed.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var database = new LedgerOptions().Database;
        var format = CommonOptions.Format("text", "json");
        var language = CommonOptions.Language();
        var command = new Command("doctor", "检查本机环境：字体、外部程序、账库、磁盘 / check this machine: fonts, programs, ledger, disk") { database, format, language };
        command.SetAction(parsed =>
        {
            var named = parsed.GetResult(database) is { Implicit: false };
            var all = Programs.All().Concat([Folder(), Place(), Ledger(parsed.GetValue(database)!, named)]).ToList();
            Console.Out.Write(parsed.GetValue(format) == "json" ? DoctorReport.Json(all) : DoctorReport.Text(all, english: parsed.GetValue(language) == "en"));
            return all.TrueForAll(s => s.Holds || !s.Needed) ? ExitCodes.Clean : ExitCodes.Found;
        });
        return command;
    }

    private static Surrounding Folder()
    {
        var what = new Reason("临时文件夹，转换和识别用", "folder for temporary files, for converting and recognising");
        var folder = Path.GetTempPath();
        return Writable(folder)
            ? new Surrounding("temporary", what, $"{folder} ({Free(folder)})", null, Needed: true)
            : new Surrounding("temporary", what, null, new Reason($"{folder} 不能写入，请检查权限和磁盘，或用 TMPDIR 指明别处", $"{folder} cannot be written to; check permissions and disk, or name another with TMPDIR"), Needed: true);
    }

    private static Surrounding Place()
    {
        var what = new Reason("当前文件夹", "this folder");
        var folder = Environment.CurrentDirectory;
        return Writable(folder)
            ? new Surrounding("folder", what, $"{folder} ({Free(folder)})", null)
            : new Surrounding("folder", what, null, new Reason($"{folder} 不能写入；结果请用 -o 写到别处", $"{folder} cannot be written to; write results elsewhere with -o"));
    }

    // A ledger that nobody named and that is not there is not missed.
    private static Surrounding Ledger(string address, bool named)
    {
        var what = new Reason("账库", "ledger");
        if (!named && !address.Contains("://", StringComparison.Ordinal) && !File.Exists(address))
        {
            return new Surrounding("ledger", what, "–", new Reason($"还没有 {address}；用 mingzhang init 建立", $"there is no {address} yet; make one with mingzhang init"));
        }

        using var store = Store.Open(address, TimeProvider.System, create: false, out var problem);
        return store is null
            ? new Surrounding("ledger", what, null, new Reason($"{problem!.Message.Chinese}；{problem.Remedy.Chinese}", $"{problem.Message.English}; {problem.Remedy.English}"), Needed: true)
            : new Surrounding("ledger", what, store.Address, null, Needed: true);
    }

    private static bool Writable(string folder)
    {
        try
        {
            var file = Path.Combine(folder, ".mingzhang-" + Guid.NewGuid().ToString("N"));
            File.WriteAllBytes(file, [1]);
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Free(string folder)
    {
        try
        {
            return (new DriveInfo(folder).AvailableFreeSpace >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture) + " MiB";
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
