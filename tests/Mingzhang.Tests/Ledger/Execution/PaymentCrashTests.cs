using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>支付时断电与抢付：what was acknowledged is there, and nothing is ever beyond its allotment.</summary>
public class PaymentCrashTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Fact]
    public async Task Payments_that_were_acknowledged_before_a_kill_are_there()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        var office = Executing.Allotment(hands, "30201");
        var random = new Random(20261127);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var writer = Writer(hands.Address);
            var feeding = Task.Run(() => Feed(writer, office, round.ToString(CultureInfo.InvariantCulture), 400, 10), TestContext.Current.CancellationToken);
            for (var i = random.Next(3, 60); i > 0 && await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } answer; i--)
            {
                acknowledged.Add(answer);
            }

            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            acknowledged.AddRange((await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n').SkipLast(1));
            await feeding;
        }

        var vouchers = hands.Store.Read(r => Payments.Of(r, Executing.Of(r))).Select(p => p["voucher"]).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged.Where(a => a.Length > 0), a => Assert.Contains(a.Split(' ')[^1], vouchers));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Four_processes_that_pay_from_one_allotment_stop_where_it_ends(string kind)
    {
        // 4 × 100 payments of 1,000 yuan want 400,000 of the 250,000 that there are.
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var office = Executing.Allotment(hands, "30201");
        var writers = Enumerable.Range(0, 4).Select(_ => Writer(hands.Address)).ToList();
        var feeding = writers.Select((w, i) => Task.Run(() => Feed(w, office, "w" + i.ToString(CultureInfo.InvariantCulture), 100, 1000), TestContext.Current.CancellationToken)).ToList();
        var answers = await Task.WhenAll(writers.Select(w => w.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(feeding);
        writers.ForEach(w => w.Dispose());
        Assert.Equal(250, answers.Sum(a => a.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(250, hands.Store.Read(r => r.All(Kinds.Payment)).Count);
        Assert.Equal(0, Executing.Book(hands).Left(Executing.Book(hands).Find(office)!));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static void Feed(Process writer, string allotment, string round, int count, int yuan)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                writer.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"voucher={round}-{i}\tallotment={allotment}\tyuan={yuan}\tday=2026-03-05"));
            }

            writer.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed.
        }
    }

    private static Process Writer(string address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), "pay", Executing.Unit, "--stdin", "--database", address, "--who", Hands.Clerk, "--year", "2026"])
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
