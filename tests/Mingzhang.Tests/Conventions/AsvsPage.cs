using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Conventions;

/// <summary>对照安全标准：each requirement has one row, what is said to be met names tests that are there, and little is called not applicable.</summary>
public partial class AsvsPage
{
    private const string Met = "met", Apart = "not applicable", Open = "open";

    // How many the standard has in each of its chapters at levels 1 and 2.
    private static readonly int[] Chapters = [38, 53, 18, 9, 30, 13, 12, 15, 7, 5, 8, 15, 13, 23];

    private static string Page { get; } = File.ReadAllText(Repository.Path("docs", "asvs.md"));

    private static List<Row> Rows { get; } = [.. Line().Matches(Page).Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value.Trim()))];

    [Fact]
    public void Every_requirement_of_the_standard_has_one_row()
    {
        Assert.Equal(Rows.Count, Rows.Select(r => r.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Chapters, Rows.GroupBy(r => int.Parse(r.Number.Split('.')[0], CultureInfo.InvariantCulture)).Select(g => g.Count()));
        Assert.Equal(Rows.Count, Page.Split('\n').Count(l => l.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(l[2])));
        Assert.All(Rows, r => Assert.True(r.State is Met or Apart or Open && r.Asked.Length > 0 && r.Why.Length > 0, r.Number));
    }

    [Fact]
    public void What_is_met_is_shown_by_tests_that_are_there()
    {
        var there = typeof(AsvsPage).Assembly.GetTypes().SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0).Select(m => t.Name + "." + m.Name)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Rows.Where(r => r.State == Met && !Test().IsMatch(r.Why)).Select(r => r.Number));
        Assert.Empty(Rows.SelectMany(r => Test().Matches(r.Why).Select(m => m.Groups[1].Value).Where(t => !there.Contains(t)).Select(t => r.Number + " " + t)));
        Assert.Empty(Rows.Where(r => r.State == Apart && Test().IsMatch(r.Why)).Select(r => r.Number));
    }

    [Fact]
    public void Little_is_not_applicable_and_the_counts_are_right()
    {
        Assert.True(Count(Apart) * 100 < Rows.Count * 15);
        Assert.Contains($"\n{Rows.Count} requirements: {Count(Met)} met, {Count(Apart)} not applicable, {Count(Open)} open.\n", Page, StringComparison.Ordinal);
    }

    private static int Count(string state) => Rows.Count(r => r.State == state);

    [GeneratedRegex(@"(?m)^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$")]
    private static partial Regex Line();

    [GeneratedRegex(@"`([A-Za-z]+\.[A-Za-z0-9_]+)`")]
    private static partial Regex Test();

    private sealed record Row(string Number, string Asked, string State, string Why);
}
