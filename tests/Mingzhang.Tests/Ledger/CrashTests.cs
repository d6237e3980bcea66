using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Ledger.Journal;

namespace Mingzhang.Tests.Ledger;

/// <summary>断电与抢写：processes that are killed, and processes that write at the same time.</summary>
public class CrashTests
{
    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var random = new Random(20260807);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var writer = Start(hands.Address, "700001");
            var wanted = random.Next(3, 30);
            var feeding = Task.Run(() => Feed(writer, round, 400), TestContext.Current.CancellationToken);
            for (var i = 0; i < wanted && await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } answer; i++)
            {
                acknowledged.Add(answer);
            }

            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            acknowledged.AddRange((await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.EndsWith('元')));
            await feeding;
        }

        var ids = hands.Lines().Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, a => Assert.Contains(a.Split(' ')[1], ids));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public async Task Four_processes_that_write_at_once_lose_nothing()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var writers = Enumerable.Range(0, 4).Select(i => Start(hands.Address, i % 2 == 0 ? "700001" : "700002")).ToList();
        var feeding = writers.Select((w, i) => Task.Run(() => Feed(w, i, 25), TestContext.Current.CancellationToken)).ToList();
        var answers = await Task.WhenAll(writers.Select(w => w.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(feeding);
        Assert.All(answers, a => Assert.Equal(25, a.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(100, hands.Lines().Count);
        Assert.Equal(100, hands.Lines().Select(l => l.Id).Distinct().Count());
        Assert.Empty(Verification.Of(hands.Store).Faults);
        writers.ForEach(w => w.Dispose());
    }

    private static void Feed(Process writer, int round, int count)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                writer.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fund=general\tnature=public\tfunction=2012601\teconomic=30201\tyuan={i + 1}\tdetails={round}-{i}"));
            }

            writer.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed.
        }
    }

    private static Process Start(string address, string unit)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), "line", "add", unit, "--stdin", "--database", address, "--who", Hands.Clerk, "--year", "2026"])
        {
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
