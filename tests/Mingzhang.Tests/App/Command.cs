using System.Diagnostics;
using System.Text;

namespace Mingzhang.Tests.App;

/// <summary>一次运行：the program as a process, with its exit code and what it said.</summary>
internal static class Command
{
    public static (int Code, string Output, string Error) Run(params string[] arguments) => Given([], arguments);

    /// <summary>With these bytes as its input.</summary>
    public static (int Code, string Output, string Error) Given(byte[] input, params string[] arguments)
    {
        var start = BuiltProgram.Start(arguments);
        (start.StandardOutputEncoding, start.StandardErrorEncoding) = (Encoding.UTF8, Encoding.UTF8);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
