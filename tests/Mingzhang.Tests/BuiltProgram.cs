using System.Diagnostics;

namespace Mingzhang.Tests;

/// <summary>被测的程序：as a process; the one beside the tests, or, where MINGZHANG_PROGRAM names it, the one that was compiled ahead from the same sources, as people start it.</summary>
internal static class BuiltProgram
{
    private static readonly string? Ahead = Environment.GetEnvironmentVariable("MINGZHANG_PROGRAM") is { Length: > 0 } file ? file : null;

    /// <summary>启动它的命令: what stands before its arguments.</summary>
    public static IReadOnlyList<string> Words { get; } = Ahead is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "mingzhang.dll")] : [Ahead];

    /// <summary>一次运行, whose output is read.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        new(Words[0], [.. Words.Skip(1), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
}
