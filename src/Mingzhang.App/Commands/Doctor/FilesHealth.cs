using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>文件夹和文件的健康：what must be writable is, and what is secret is not for everybody.</summary>
internal static class FilesHealth
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const UnixFileMode AllButOwner = Others | UnixFileMode.GroupWrite | UnixFileMode.GroupRead;

    /// <summary>临时文件夹。</summary>
    public static Surrounding Temporary()
    {
        var what = new Reason("临时文件夹，转换和识别用", "folder for temporary files, for converting and recognising");
        var folder = Path.GetTempPath();
        return Writable(folder)
            ? new Surrounding("temporary", what, $"{folder} ({Free(folder)})", null, Needed: true)
            : new Surrounding("temporary", what, null, new Reason($"{folder} 不能写入，请检查权限和磁盘，或用 TMPDIR 指明别处", $"{folder} cannot be written to; check permissions and disk, or name another with TMPDIR"), Needed: true);
    }

    /// <summary>当前文件夹。</summary>
    public static Surrounding Current()
    {
        var what = new Reason("当前文件夹", "this folder");
        var folder = Environment.CurrentDirectory;
        return Writable(folder)
            ? new Surrounding("folder", what, $"{folder} ({Free(folder)})", null)
            : new Surrounding("folder", what, null, new Reason($"{folder} 不能写入；结果请用 -o 写到别处", $"{folder} cannot be written to; write results elsewhere with -o"));
    }

    /// <summary>账库文件和它的文件夹; nothing where the ledger is on a server, or is not there.</summary>
    public static IEnumerable<Surrounding> Data(string address)
    {
        if (address.Contains("://", StringComparison.Ordinal) || !File.Exists(address))
        {
            yield break;
        }

        var what = new Reason("账库文件和文件夹的权限", "rights of the ledger's file and folder");
        var file = Path.GetFullPath(address);
        var folder = Path.GetDirectoryName(file)!;
        if (!Writable(folder) || !CanOpen(file))
        {
            yield return new Surrounding("data", what, null, new Reason($"{Environment.UserName} 不能写入 {file} 或它的文件夹；服务用哪个用户运行，就交给哪个用户：chown", $"{Environment.UserName} cannot write {file} or its folder; give both to the user of the service: chown"), Needed: true);
            yield break;
        }

        // Others reach a file only where they can also pass through its folder.
        var open = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0 && (File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) != 0;
        yield return open
            ? new Surrounding("data", what, $"{folder} ({Free(folder)})", new Reason($"{file} 本机所有用户都能读；如是服务器请收紧：chmod o-rwx {folder}", $"everybody on this machine can read {file}; on a server close it: chmod o-rwx {folder}"))
            : new Surrounding("data", what, $"{folder} ({Free(folder)})", null);
    }

    /// <summary>私钥和口令文件。</summary>
    public static Surrounding Secret(string file)
    {
        var what = new Reason($"密钥文件 {file}", $"secret file {file}");
        if (!File.Exists(file) || !CanOpen(file, FileAccess.Read))
        {
            return new Surrounding("secret", what, null, new Reason("没有这个文件，或不能读", "it is not there, or cannot be read"), Needed: true);
        }

        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AllButOwner) == 0
            ? new Surrounding("secret", what, Path.GetFullPath(file), null, Needed: true)
            : new Surrounding("secret", what, null, new Reason($"不只所有者能读：chmod 600 {file}", $"not for its owner alone: chmod 600 {file}"), Needed: true);
    }

    private static bool CanOpen(string file, FileAccess access = FileAccess.ReadWrite)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
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
            return (new DriveInfo(folder).AvailableFreeSpace >> 20).ToString(CultureInfo.InvariantCulture) + " MiB";
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
