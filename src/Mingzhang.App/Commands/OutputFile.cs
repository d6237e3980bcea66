using Mingzhang.Documents.Writing;

namespace Mingzhang.App.Commands;

/// <summary>写出的文件：written beside and renamed, so that it appears whole or not at all; what is there is only replaced when the user agrees.</summary>
internal static class OutputFile
{
    /// <summary>可否写到该处; false after a message, or after the user said no.</summary>
    public static bool MayWrite(string path, bool force)
    {
        if (Directory.Exists(path))
        {
            Messages.Fail($"“{path}”是文件夹", $"'{path}' is a folder", "请指明文件名", "name a file");
            return false;
        }

        if (!File.Exists(path) || force)
        {
            return true;
        }

        if (!Console.IsInputRedirected)
        {
            Console.Error.Write($"{path} 已存在，替换吗？ / exists already; replace it? [y/N] ");
            return Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "是";
        }

        Messages.Fail($"{path} 已存在", $"{path} exists already", "加 --force 替换，或换一个文件名", "add --force to replace it, or choose another name");
        return false;
    }

    /// <summary>结果会不会盖掉所读的文件; true after a message.</summary>
    public static bool WouldReplace(string? output, params IEnumerable<string> read)
    {
        if (output is null || !File.Exists(output) || !read.Any(r => r != Sources.Input && Path.GetFullPath(r) == Path.GetFullPath(output)))
        {
            return false;
        }

        Messages.Fail($"{output} 就是要读的文件，不能用结果替换它", $"{output} is the file to be read and is not replaced by the result", "请换一个文件名", "choose another name");
        return true;
    }

    /// <summary>写出一种格式的结果; false after a message where it could not be made.</summary>
    public static bool Write(string path, WrittenFile file)
    {
        if (file.Bytes is { } bytes)
        {
            Write(path, bytes);
            return true;
        }

        Messages.Fail($"没有写出 {path}：{file.Problem!.Chinese}", $"{path} was not written: {file.Problem.English}");
        return false;
    }

    /// <summary>写出。</summary>
    public static void Write(string path, byte[] bytes)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
