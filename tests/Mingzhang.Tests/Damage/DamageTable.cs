using System.Globalization;
using System.Text;

namespace Mingzhang.Tests.Damage;

/// <summary>损伤表：the trials counted by kind and by document, and the reasons for what was not found.</summary>
internal sealed class DamageTable(IReadOnlyList<Trial> trials)
{
    public int Found { get; } = trials.Count(t => t.Found.Count > 0);

    public int Localisable { get; } = trials.Count(t => t.Localisable);

    public int Named { get; } = trials.Count(t => t.Named);

    public int OneRoot { get; } = trials.Count(t => t.OneRoot);

    public IReadOnlyList<Trial> Unexplained { get; } = [.. trials.Where(t => t.Why == "unexplained")];

    public string Summary => Table("损伤 kind", t => t.Injury.Kind) + "\n" + Reasons();

    public string Page => "# Damage test\n\nCopies of the real documents beside the repository (templates apart; text, web page and PDF), each with one figure made wrong at random (seeded), in its line or its\ncell after extraction and before reading, beyond the rounding slack of the laws that it enters. Found: an error or doubt that the undamaged document has not. One root: that is a single\nfinding, its consequences listed under it. Localisable: brute force over all figures finds one whose change alone mends every law. Named: that figure is named first, with the right value.\n`MINGZHANG_DAMAGE=2000 MINGZHANG_ACCEPT=1 ./test FullyQualifiedName~DamageTests` renews this page; `./test` runs a smaller sample with the same thresholds.\n\n"
        + Table("损伤 kind", t => t.Injury.Kind) + "\n" + Table("文件 document", t => t.Document) + "\n" + Reasons();

    private string Table(string head, Func<Trial, string> key)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {head} | 次数 tried | 发现 found | 一个问题 one root | 可定位 localisable | 指名且数正确 named first, right value |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var group in trials.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} | {group.Count(t => t.Found.Count > 0)} | {group.Count(t => t.OneRoot)} | {group.Count(t => t.Localisable)} | {group.Count(t => t.Named)} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"| all | {trials.Count} | {Found} ({Share(Found, trials.Count)}) | {OneRoot} ({Share(OneRoot, Found)} of found) | {Localisable} ({Share(Localisable, Found)} of found) | {Named} ({Share(Named, Localisable)} of localisable) |");
        return text.ToString();
    }

    private string Reasons()
    {
        var text = new StringBuilder("Not found, and why no rule could see it:\n\n| reason | damages |\n| --- | --- |\n");
        foreach (var group in trials.Where(t => t.Found.Count == 0).GroupBy(t => t.Why).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} |");
        }

        return text.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
