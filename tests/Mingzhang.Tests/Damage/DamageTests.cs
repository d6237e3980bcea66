using System.Diagnostics;
using System.Globalization;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Damage;

/// <summary>损伤试验：copies of all real documents, each with one figure made wrong beyond rounding: is it found, is it one finding, and is
/// the figure named? MINGZHANG_DAMAGE is the number of damages; the full run of 2,000 is kept in docs/generated/damage.md.</summary>
public class DamageTests
{
    private const int Full = 2000;
    private const int Few = 400;
    private const int Seed = 20241124;

    [Fact]
    public void Damaged_figures_are_found_and_named()
    {
        var watch = Stopwatch.StartNew();
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_DAMAGE"), CultureInfo.InvariantCulture, out var n) ? n : Few;
        var documents = DamagedDocument.Corpus();
        var weights = documents.Sum(d => d.Figures);
        var trials = documents.SelectMany(d => Injuries(d, (int)Math.Ceiling((double)wanted * d.Figures / weights)).Select(i => new Pending(d, i)))
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(p => Try(p.Document, p.Injury)).ToList();
        var table = new DamageTable(trials);
        var folder = Repository.Path("build", "tables");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "damage.txt"), table.Summary);
        File.WriteAllText(Path.Combine(Repository.Path("build"), "damage-trials.txt"), string.Join('\n', trials.Select(t => t.Line)) + "\n" + watch.Elapsed);

        Assert.True(trials.Count >= wanted * 0.9, table.Summary);
        Assert.True(table.Unexplained.Count == 0, string.Join('\n', table.Unexplained.Select(t => t.Line)));
        Assert.True(table.Localisable >= 0.80 * table.Found, table.Summary);
        Assert.True(table.Named >= 0.95 * table.Localisable, table.Summary);
        Assert.True(table.OneRoot >= 0.90 * table.Found, table.Summary);
        if (wanted == Full)
        {
            Golden.CheckFile(Repository.Path("docs", "generated", "damage.md"), table.Page);
        }
    }

    private static IEnumerable<Injury> Injuries(DamagedDocument document, int count)
    {
        var made = 0;
        foreach (var injury in Injury.Random(document.Paper, document.Sound, document.Unhurt, Seed, count * 3).Where(document.Beyond))
        {
            if (made++ < count)
            {
                yield return injury;
            }
        }
    }

    private static Trial Try(DamagedDocument document, Injury injury)
    {
        var damaged = Reader.Read(injury.Paper, Documents.Library);
        var found = document.New(damaged);
        if (found.Count == 0)
        {
            return new Trial(document.Name, injury, found, false, null, document.Why(injury));
        }

        var missing = found.FirstOrDefault(f => f.Rule == "MZ008");
        var localisable = BruteForce.SingleRepairs(damaged, document.Broken).Count == 1 || missing is { Candidates.Count: 1 };
        var first = (missing ?? found.FirstOrDefault(f => f.Rule == "MZ007") ?? found.FirstOrDefault(f => f.Candidates.Count > 0)) is { Candidates: [var top, ..] } ? top : null;
        return new Trial(document.Name, injury, found, localisable, first, "");
    }

    private sealed record Pending(DamagedDocument Document, Injury Injury);
}
