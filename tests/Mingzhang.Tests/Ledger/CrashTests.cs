using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;

namespace Mingzhang.Tests.Ledger;

/// <summary>断电与抢写：processes that are killed, that write at the same time, or whose disk is full.</summary>
public class CrashTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_acknowledged_before_a_kill_is_there_at_any_moment(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        var random = new Random(20260807);
        var acknowledged = new List<string>();
        for (var round = 0; round < Killing.Kills; round++)
        {
            using var writer = Writer(hands.Address, round % 2 == 0 ? "700001" : "700002");
            var (wanted, later) = (random.Next(0, 12), random.Next(0, 6000));
            var feeding = Killing.Feed(writer, Lines(round, 400));
            acknowledged.AddRange((await Killing.AfterAnswers(writer, wanted, later)).Where(l => l.EndsWith('元')));
            await feeding;
        }

        var ids = hands.Lines().Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(acknowledged.Count, Killing.Kills, int.MaxValue);
        Assert.All(acknowledged, a => Assert.Contains(a.Split(' ')[1], ids));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public async Task An_import_that_is_killed_is_there_whole_or_not_at_all()
    {
        const int Rows = 4000;
        var random = new Random(20260808);
        var file = Path.Combine(Databases.Temporary(), "rows.csv");
        await File.WriteAllTextAsync(file, "资金性质,支出性质,支出功能分类,经济分类科目,金额(元),备注\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"一般公共预算,公用经费,2012601,30201,{i},{i}\n"))), TestContext.Current.CancellationToken);
        int needed;
        using (var hands = Hands.Department(Databases.Fresh("sqlite")))
        {
            needed = await Killing.Undisturbed(Import(hands));
            Assert.Equal(Rows, hands.Lines().Count);
        }

        for (var round = 0; round < Math.Max(4, Killing.Kills / 5); round++)
        {
            using var hands = Hands.Department(Databases.Fresh("sqlite"));
            await Killing.AfterTime(Import(hands), random.Next(needed / 4, needed));
            Assert.True(hands.Lines().Count is 0 or Rows, $"{hands.Lines().Count} lines");
            Assert.Empty(Verification.Of(hands.Store).Faults);
        }

        System.Diagnostics.Process Import(Hands hands) => Killing.Start(Hands.Clerk, "import", file, "--unit", "700001", "--database", hands.Address);
    }

    [Theory]
    [InlineData("sqlite", 4)]
    [InlineData("postgres", 8)]
    public async Task Processes_that_write_at_once_lose_nothing_and_never_break_a_control(string kind, int count)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700001", Hands.Income("700001", "general", 5), Hands.Running("700001", "public", "30202", 5));
        hands.Put("700002", Hands.Income("700002", "general", 5), Hands.Running("700002", "public", "30202", 5));
        hands.Step("submit", "700001", Hands.Clerk);
        hands.Step("submit", "700002", Hands.Clerk);
        hands.Step("gather", "700", Hands.Officer);
        hands.Do(w => Controls.Put(w, Organisations.Unit(w, Hands.Year, "700001")!, new Control("general", "basic", Allowed)), Hands.Reviewer);
        hands.Do(w => Controls.Put(w, Organisations.Unit(w, Hands.Year, "700002")!, new Control("general", "basic", 1_000_000_00)), Hands.Reviewer);
        hands.Step("issue", "700", Hands.Reviewer);

        // Half of them write to one unit, whose control figure stops some; the others to one that has room for all.
        var writers = Enumerable.Range(0, count).Select(i => Writer(hands.Address, i % 2 == 0 ? "700001" : "700002")).ToList();
        var feeding = writers.Select((w, i) => Killing.Feed(w, Lines(i, 25))).ToList();
        var answers = await Task.WhenAll(writers.Select(w => w.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(feeding);
        writers.ForEach(w => w.Dispose());
        var acknowledged = answers.Select(a => a.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[1]).ToList()).ToList();
        Assert.All(acknowledged.Where((_, i) => i % 2 == 1), a => Assert.Equal(25, a.Count));
        var added = hands.Lines().Where(l => l.Economic == "30201").ToList();
        Assert.Equal(acknowledged.SelectMany(a => a).Order(StringComparer.Ordinal), added.Select(l => l.Id).Order(StringComparer.Ordinal));
        var spent = hands.Lines().Where(l => l is { Unit: "700001", Spending: true }).Sum(l => l.Fen);
        Assert.InRange(spent, Allowed - 25_00, Allowed);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public async Task A_disk_that_is_full_loses_nothing_acknowledged_and_leaves_nothing_half_done()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/bin/bash"))
        {
            Assert.Skip("needs bash and its ulimit");
        }

        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        using var writer = Limited(800, "line", "add", "700001", "--stdin", "--database", hands.Address);
        var feeding = Killing.Feed(writer, Lines(0, 4000));
        var answers = (await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        await feeding;
        Assert.InRange(answers.Length, 10, 3999);
        Assert.Equal(answers.Select(a => a.Split(' ')[1]).Order(StringComparer.Ordinal), hands.Lines().Select(l => l.Id).Order(StringComparer.Ordinal));
        Assert.Empty(Verification.Of(hands.Store).Faults);
        hands.Put("700001", Hands.Running("700001", "public", "30202", 5));
    }

    // In 分; the lines that Feed writes to one unit ask for more.
    private const long Allowed = 600_00;

    private static IEnumerable<string> Lines(int round, int count) =>
        Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"fund=general\tnature=public\tfunction=2012601\teconomic=30201\tyuan={i + 1}\tdetails={round}-{i}"));

    private static System.Diagnostics.Process Writer(string address, string unit) => Killing.Start(Hands.Clerk, "line", "add", unit, "--stdin", "--database", address);

    // A process none of whose files may grow beyond so many blocks of 1,024 bytes; the signal of it is ignored, so that writing fails as on a full disk.
    private static System.Diagnostics.Process Limited(int blocks, params string[] arguments) =>
        Killing.StartBy("/bin/bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "bash"], Hands.Clerk, arguments);
}
