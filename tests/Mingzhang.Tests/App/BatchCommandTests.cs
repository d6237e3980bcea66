using System.Diagnostics;

namespace Mingzhang.Tests.App;

/// <summary>大批量：interrupted rudely or politely, and gone on with; what is finished is not done again, and what is changed is.</summary>
public sealed class BatchCommandTests : IDisposable
{
    private const int Documents = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Given => Path.Combine(_folder, "given");

    private string Reports => Path.Combine(_folder, "reports") + "/";

    private IEnumerable<string> Written => Directory.Exists(Reports) ? Directory.EnumerateFiles(Reports, "*.txt").Order(StringComparer.Ordinal) : [];

    [Fact]
    public void A_run_that_was_killed_is_gone_on_with()
    {
        Make();
        using (var process = Start("check", Given, "-o", Reports))
        {
            WaitFor(process, 5);
            process.Kill();
            process.WaitForExit();
        }

        var before = Written.ToDictionary(f => f, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
        Assert.InRange(before.Count, 5, Documents - 1);
        var journal = File.ReadAllLines(Path.Combine(Reports, ".mingzhang", "finished.jsonl")).Length;
        var (code, _, error) = Command.Run("check", Given, "-o", Reports, "--resume");
        Assert.Equal(0, code);
        Assert.Contains("份此前已完成", error, StringComparison.Ordinal);
        Assert.Equal(Documents, Written.Count());
        Assert.DoesNotContain(Directory.EnumerateFiles(Reports), f => f.EndsWith(".partial", StringComparison.Ordinal));

        // A report that was moved into place just before the end may be missing in the list, and is then written again.
        Assert.True(before.Count(b => File.GetLastWriteTimeUtc(b.Key) == b.Value) >= Math.Min(journal, before.Count) - 1);
        var fresh = Path.Combine(_folder, "fresh") + "/";
        Assert.Equal(0, Command.Run("check", Given, "-o", fresh).Code);
        Assert.All(Written, f => Assert.Equal(File.ReadAllText(Path.Combine(fresh, Path.GetFileName(f))), File.ReadAllText(f)));
    }

    [Fact]
    public async Task An_interrupted_run_leaves_whole_reports_and_says_how_to_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        Assert.SkipWhen(Deaf(), "interrupts are ignored here, as in what a shell starts in the background");

        // So many that none ends before the signal arrives, however busy the machine is.
        Make(1000);
        using var process = Start("check", Given, "-o", Reports);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        WaitFor(process, 3);
        Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("--resume", await error, StringComparison.Ordinal);
        Assert.All(Written, f => Assert.EndsWith("\n", File.ReadAllText(f), StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(Reports), f => f.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_changed_is_checked_again()
    {
        Make(3);
        string Finished(params string[] more) => Command.Run(["check", Path.Combine(Given, "000.txt"), Path.Combine(Given, "001.txt"), "-o", Reports, .. more]).Error;
        Finished();
        Assert.Contains("2 份此前已完成", Finished("--resume"), StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(Given, "001.txt"), "\n");
        Assert.Contains("1 份此前已完成", Finished("--resume"), StringComparison.Ordinal);
        File.Delete(Path.Combine(Reports, "000.txt"));
        Assert.Contains("1 份此前已完成", Finished("--resume"), StringComparison.Ordinal);
        Assert.DoesNotContain("此前已完成", Finished("--resume", "--lang", "en"), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Given, "mingzhang.json"), "{}");
        Assert.DoesNotContain("此前已完成", Finished("--resume"), StringComparison.Ordinal);
        Assert.DoesNotContain("此前已完成", Finished(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_cannot_be_read_stops_nothing_and_is_tried_again()
    {
        Make(2);
        File.WriteAllText(Path.Combine(Given, "bad.pdf"), "%PDF-1.7\n");
        var (code, _, error) = Command.Run("check", Given, "-o", Reports);
        Assert.Equal(2, code);
        Assert.Contains("bad.pdf", error, StringComparison.Ordinal);
        Assert.Equal(2, Written.Count());
        (code, _, error) = Command.Run("check", Given, "-o", Reports, "--resume");
        Assert.Equal(2, code);
        Assert.Contains("bad.pdf", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_needs_a_folder_of_reports_and_progress_stays_out_of_pipes()
    {
        Make(2);
        Assert.Equal(2, Command.Run("check", Given, "--resume").Code);
        Assert.Equal("", Command.Run("check", Given, "-o", Reports).Error);
    }

    private void Make(int documents = Documents)
    {
        Directory.CreateDirectory(Given);
        for (var i = 0; i < documents; i++)
        {
            File.WriteAllText(Path.Combine(Given, $"{i:000}.txt"), Tests.Documents.Sample.Replace("云溪市", $"云溪{(char)('一' + i)}市", StringComparison.Ordinal));
        }
    }

    // A program that is started with interrupts ignored goes on ignoring them.
    private static bool Deaf() => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0;

    private void WaitFor(Process process, int reports)
    {
        var watch = Stopwatch.StartNew();
        while (Written.Count() < reports && !process.HasExited && watch.Elapsed < Patience)
        {
            Thread.Sleep(5);
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(BuiltProgram.Start(arguments))!;
}
