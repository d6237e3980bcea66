using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Mingzhang.Tests.Ledger;

/// <summary>断电：processes of the program that are killed at seeded moments, as often as MINGZHANG_KILLS says.</summary>
internal static class Killing
{
    public static int Kills => int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    /// <summary>启动一条命令。</summary>
    public static Process Start(string who, params string[] arguments) => Started([.. BuiltProgram.Words, .. arguments, "--who", who, "--year", "2026"]);

    /// <summary>启动一条命令，由另一程序带起。</summary>
    public static Process StartBy(string program, string[] first, string who, params string[] arguments) => Started([program, .. first, .. BuiltProgram.Words, .. arguments, "--who", who, "--year", "2026"]);

    /// <summary>逐行喂给它，直到写完或它已被终止。</summary>
    public static Task Feed(Process writer, IEnumerable<string> lines) => Task.Run(() =>
    {
        try
        {
            foreach (var line in lines)
            {
                writer.StandardInput.WriteLine(line);
            }

            writer.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed.
        }
    }, TestContext.Current.CancellationToken);

    /// <summary>听到若干回答以后断电：not only right after an answer but anywhere within what follows. All that it said.</summary>
    public static async Task<List<string>> AfterAnswers(Process writer, int wanted, int microseconds)
    {
        var said = new List<string>();
        for (var i = 0; i < wanted && await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } answer; i++)
        {
            said.Add(answer);
        }

        var until = Stopwatch.GetTimestamp() + (microseconds * Stopwatch.Frequency / 1_000_000);
        SpinWait.SpinUntil(() => Stopwatch.GetTimestamp() >= until);
        writer.Kill();
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The last line may be cut off: nobody has read it to its end.
        said.AddRange((await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n').SkipLast(1));
        return said;
    }

    /// <summary>若干毫秒以后断电，如还未办完; whether it had answered by then.</summary>
    public static async Task<bool> AfterTime(Process process, int milliseconds)
    {
        using var late = new CancellationTokenSource(milliseconds);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        return (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains('\n', StringComparison.Ordinal);
    }

    /// <summary>不受打扰地办完，用了多少毫秒。</summary>
    public static async Task<int> Undisturbed(params Process[] processes)
    {
        var watch = Stopwatch.StartNew();
        foreach (var process in processes)
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        return (int)watch.ElapsedMilliseconds;
    }

    private static Process Started(string[] words)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }
}
