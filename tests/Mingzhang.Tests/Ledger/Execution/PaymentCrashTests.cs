using System.Diagnostics;
using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>支付时断电与抢付：what was acknowledged is there, and nothing is ever beyond its allotment.</summary>
public class PaymentCrashTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Payments_that_were_acknowledged_before_a_kill_are_there_at_any_moment(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var office = Executing.Allotment(hands, "30201");
        var random = new Random(20261127);
        var acknowledged = new List<string>();
        for (var round = 0; round < Killing.Kills; round++)
        {
            using var writer = Writer(hands.Address);
            var (wanted, later) = (random.Next(0, 60), random.Next(0, 6000));
            var feeding = Killing.Feed(writer, Payments(office, string.Create(CultureInfo.InvariantCulture, $"{round}"), 400, 1));
            acknowledged.AddRange((await Killing.AfterAnswers(writer, wanted, later)).Where(a => a.StartsWith("已登记", StringComparison.Ordinal)));
            await feeding;
        }

        var paid = hands.Store.Read(r => Mingzhang.Ledger.Execution.Payments.Of(r, Executing.Of(r)));
        var vouchers = paid.Select(p => p["voucher"]).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(acknowledged.Count, Killing.Kills, int.MaxValue);
        Assert.All(acknowledged, a => Assert.Contains(a.Split(' ')[^1], vouchers));
        Assert.Equal(paid.Count, vouchers.Count);
        NothingBeyondItsAllotment(hands);
    }

    [Theory]
    [InlineData("sqlite", 4)]
    [InlineData("postgres", 8)]
    public async Task Processes_that_pay_from_one_allotment_stop_where_it_ends(string kind, int count)
    {
        // Each has 100 payments of 1,000 yuan; together they want more than the 250,000 that there are.
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var office = Executing.Allotment(hands, "30201");
        var writers = Enumerable.Range(0, count).Select(_ => Writer(hands.Address)).ToList();
        var feeding = writers.Select((w, i) => Killing.Feed(w, Payments(office, "w" + i.ToString(CultureInfo.InvariantCulture), 100, 1000))).ToList();
        var answers = await Task.WhenAll(writers.Select(w => w.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(feeding);
        writers.ForEach(w => w.Dispose());
        Assert.Equal(250, answers.Sum(a => a.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(250, hands.Store.Read(r => r.All(Kinds.Payment)).Count);
        Assert.Equal(0, Executing.Book(hands).Left(Executing.Book(hands).Find(office)!));
        NothingBeyondItsAllotment(hands);
    }

    internal static void NothingBeyondItsAllotment(Hands hands)
    {
        foreach (var book in new[] { "700001", "700002" }.Select(u => Executing.Book(hands, u)))
        {
            Assert.All(book.All, a => Assert.InRange(book.Paid(a), 0, book.Revised(a)));
        }

        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static IEnumerable<string> Payments(string allotment, string writer, int count, int yuan) =>
        Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"voucher={writer}-{i}\tallotment={allotment}\tyuan={yuan}\tday=2026-03-05"));

    private static Process Writer(string address) => Killing.Start(Hands.Clerk, "pay", Executing.Unit, "--stdin", "--database", address);
}
