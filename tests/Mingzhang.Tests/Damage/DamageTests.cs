using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Rules;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Tests.Damage;

/// <summary>损伤试验：copies of the two real documents, each with one figure made wrong beyond rounding: is it found, and is it named?</summary>
public class DamageTests
{
    private const int Injuries = 400;
    private const int Seed = 20241124;

    [Fact]
    public void Damaged_figures_are_found_and_named()
    {
        var table = new StringBuilder();
        int tried = 0, detected = 0, localisable = 0, named = 0;
        var byKind = new SortedDictionary<string, (int Tried, int Detected, int Localisable, int Named)>(StringComparer.Ordinal);
        var undetected = new List<string>();
        var misnamed = new List<string>();
        foreach (var (document, share) in new[] { (Shared.Council, 0.8), (Shared.Bureau, 0.2) })
        {
            var text = Shared.Text(document);
            var sound = Documents.Read(text);
            var known = Inspector.Check(sound, Documents.Library).Findings.Where(f => f.Severity != Severity.Note).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
            var slack = Slack(sound);
            foreach (var injury in Injury.Random(sound, Seed, (int)(Injuries * share * 2)).Where(i => Beyond(i, slack)).Take((int)(Injuries * share)))
            {
                var damaged = Documents.Read(injury.Apply(text));
                var report = Inspector.Check(damaged, Documents.Library);
                var found = report.Findings.Where(f => f.Severity != Severity.Note && !known.Contains(f.Id)).ToList();
                var count = byKind.GetValueOrDefault(injury.Kind);
                count.Tried++;
                tried++;
                if (found.Count == 0)
                {
                    undetected.Add($"{injury.Figure.Place.Chinese} {injury.Figure.Raw} → “{injury.NewRaw}” ({injury.Kind}): {Why(injury, sound)}");
                }
                else
                {
                    count.Detected++;
                    detected++;
                    var missing = found.Find(f => f.Rule == "MZ008");
                    var repairs = BruteForce.SingleRepairs(damaged);
                    if (repairs.Count == 1 || missing is { Candidates.Count: 1 })
                    {
                        count.Localisable++;
                        localisable++;
                        var first = (missing ?? found.Find(f => f.Rule == "MZ007")) is { Candidates: [var top, ..] } ? top : null;
                        if (first is not null && first.Figure == injury.Figure.Id && Math.Abs(first.Yuan) == Injury.AmountOf(injury.Figure).Yuan)
                        {
                            count.Named++;
                            named++;
                        }
                        else
                        {
                            misnamed.Add($"{injury.Figure.Place.Chinese} {injury.Figure.Raw} → “{injury.NewRaw}” ({injury.Kind}): {first?.Figure} {first?.Value}");
                        }
                    }
                }

                byKind[injury.Kind] = count;
            }
        }

        table.AppendLine("| 损伤 kind | 次数 tried | 发现 detected | 可定位 localisable | 指名且数正确 named first, right value |");
        table.AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var (kind, c) in byKind)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {kind} | {c.Tried} | {c.Detected} | {c.Localisable} | {c.Named} |");
        }

        table.AppendLine(CultureInfo.InvariantCulture, $"| all | {tried} | {detected} ({Share(detected, tried)}) | {localisable} ({Share(localisable, detected)} of detected) | {named} ({Share(named, localisable)} of localisable) |");
        Section(table, "Undetected, with the reason that no rule could see them", undetected);
        Section(table, "Localisable, but another figure or value was named first", misnamed);
        var folder = Repository.Path("build", "tables");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "damage.txt"), table.ToString());

        Assert.True(tried >= 300, table.ToString());
        Assert.All(undetected, u => Assert.DoesNotContain("unexplained", u, StringComparison.Ordinal));
        Assert.True(localisable >= 0.80 * detected, table.ToString());
        Assert.True(named >= 0.95 * localisable, table.ToString());
        Golden.CheckFile(Repository.Path("docs", "generated", "damage.md"), "# Damage test\n\nCopies of the two real documents, each with one figure made wrong at random (seeded) beyond the rounding slack of the laws that it enters. Made by the test of this name; `MINGZHANG_ACCEPT=1 ./test` renews it.\n\n" + table);
    }

    private static void Section(StringBuilder table, string title, List<string> lines)
    {
        table.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{title}: {lines.Count}").AppendLine();
        foreach (var line in lines)
        {
            table.AppendLine("- " + line);
        }
    }

    // The smallest deviation that some law on the figure would notice.
    private static Dictionary<string, decimal> Slack(Disclosure sound)
    {
        var context = new LawContext(sound, Documents.Library);
        var slack = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var relation in LawBook.Relations(context).OfType<LinearRelation>().Where(r => !r.AtMost && r.Evaluate().Holds))
        {
            foreach (var figure in relation.Figures)
            {
                var room = relation.Evaluate().Slack + Math.Abs(relation.Evaluate().Difference);
                slack[figure.Id] = Math.Min(slack.GetValueOrDefault(figure.Id, decimal.MaxValue), room);
            }
        }

        return slack;
    }

    private static bool Beyond(Injury injury, Dictionary<string, decimal> slack)
    {
        var before = Injury.AmountOf(injury.Figure).Yuan;
        return !slack.TryGetValue(injury.Figure.Id, out var room) || Math.Abs((injury.NewYuan ?? 0) - before) > room;
    }

    // No law enters the figure, or only bounds that the damage respects.
    private static string Why(Injury injury, Disclosure sound)
    {
        var relations = LawBook.Relations(new LawContext(sound, Documents.Library)).Where(r => r.Figures.Any(f => f.Id == injury.Figure.Id)).ToList();
        return relations.Count == 0 ? "no other figure depends on it"
            : relations.TrueForAll(r => r is LinearRelation { AtMost: true }) ? "only bounds enter it, and they still hold"
            : "unexplained";
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
