using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Text;
using Mingzhang.Documents.Certificates;

namespace Mingzhang.App.Commands;

/// <summary>钥匙文件：a private key is for its owner only and never replaced: what it signed could no longer be signed again.</summary>
internal static class KeyFiles
{
    private const long MostBytes = 64 * 1024;

    /// <summary>新写一个文件; false after a message where one is there.</summary>
    public static bool Write(string path, string pem, bool ownerOnly)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using var stream = !ownerOnly ? new FileStream(path, FileMode.CreateNew)
                : OperatingSystem.IsWindows() ? Owned(path)
                : new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            stream.Write(Encoding.ASCII.GetBytes(pem));
            return true;
        }
        catch (IOException) when (File.Exists(path) || Directory.Exists(path))
        {
            Messages.Fail($"{path} 已存在，钥匙文件从不替换", $"{path} exists already, and a key is never replaced", "请换一个文件名", "choose another name");
            return false;
        }
    }

    /// <summary>私钥; null after a message.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SigningKey? Signing(string path)
    {
        if (Text(path) is not { } pem)
        {
            return null;
        }

        var key = SigningKey.Read(pem, out var problem);
        return Told(path, key, problem);
    }

    /// <summary>公钥; null after a message.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static VerifyingKey? Verifying(string path)
    {
        if (Text(path) is not { } pem)
        {
            return null;
        }

        var key = VerifyingKey.Read(pem, out var problem);
        return Told(path, key, problem);
    }

    private static T? Told<T>(string path, T? key, Budget.Reason? problem)
        where T : class
    {
        if (key is null)
        {
            Messages.Fail($"{path}：{problem!.Chinese}", $"{path}: {problem.English}", "用 mingzhang keys new 可以新造一对", "mingzhang keys new makes a pair");
        }

        return key;
    }

    private static string? Text(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length <= MostBytes)
            {
                return File.ReadAllText(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Messages.Fail($"{path} 无法读取", $"{path} cannot be read", "请检查文件权限", "check its permissions");
            return null;
        }

        Messages.Fail($"没有钥匙文件 {path}", $"there is no key in {path}", "请检查路径，或用 mingzhang keys new 新造一对", "check the path, or make a pair with mingzhang keys new");
        return null;
    }

    // Nothing is inherited from the folder.
    [SupportedOSPlatform("windows")]
    private static FileStream Owned(string path)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, bufferSize: 4096, FileOptions.None, security);
    }
}
