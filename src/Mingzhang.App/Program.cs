using System.CommandLine;
using System.Text;
using Mingzhang.App.Commands;

namespace Mingzhang.App;

/// <summary>程序入口：the commands of `mingzhang`.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var root = CommandTree.Of(args);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // One mistake makes several errors; what was not recognised says most.
            var error = parsed.Errors.FirstOrDefault(e => e.Message.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? parsed.Errors[0];
            var message = string.Join(' ', error.Message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
            Messages.Fail(UsageWords.Chinese(message) is { } why ? $"命令用法有误：{why}" : $"命令用法有误：mingzhang {string.Join(' ', args)}", message, "用 mingzhang --help 查看用法", "see mingzhang --help");

            return ExitCodes.Unusable;
        }

        try
        {
            // The handler of the library would print a stack trace and exit with 1, which means "errors found".
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (IOException e)
        {
            // A pipe that is closed early (| head), a full disk.
            Messages.Fail("无法写出结果", "the result cannot be written: " + e.Message, "请检查磁盘空间和输出位置", "check the disk and the output path");
            return ExitCodes.Unusable;
        }
        catch (UnauthorizedAccessException e)
        {
            Messages.Fail("没有写入权限", e.Message, "请换一个输出位置", "choose another output path");
            return ExitCodes.Unusable;
        }
        catch (Exception e)
        {
            Messages.Failure("", "", e);
            return ExitCodes.Unusable;
        }
    }
}
