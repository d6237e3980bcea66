using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Ledger.Journal;

namespace Mingzhang.Tests.Ledger;

/// <summary>断电与抢写：processes that are killed, and processes that write at the same time.</summary>
public class CrashTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var random = new Random(20260807);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var writer = Writer(hands.Address, "700001");
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
    public async Task An_import_that_is_killed_is_there_whole_or_not_at_all()
    {
        const int Rows = 4000;
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var file = Path.Combine(Databases.Temporary(), "rows.csv");
        await File.WriteAllTextAsync(file, "资金性质,支出性质,支出功能分类,经济分类科目,金额(元),备注\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"一般公共预算,公用经费,2012601,30201,{i},{i}\n"))), TestContext.Current.CancellationToken);
        var random = new Random(20260808);
        for (var round = 0; round < 4; round++)
        {
            using var writer = Start("import", file, "--unit", "700001", "--database", hands.Address);
            await Task.Delay(random.Next(150, 1200), TestContext.Current.CancellationToken);
            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(hands.Lines().Count is 0 or Rows, $"{hands.Lines().Count} lines");
        }

        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Four_processes_that_write_at_once_lose_nothing(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        var writers = Enumerable.Range(0, 4).Select(i => Writer(hands.Address, i % 2 == 0 ? "700001" : "700002")).ToList();
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

    private static Process Writer(string address, string unit) => Start("line", "add", unit, "--stdin", "--database", address);

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), .. arguments, "--who", Hands.Clerk, "--year", "2026"])
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
