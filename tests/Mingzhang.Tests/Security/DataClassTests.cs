using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Security;

/// <summary>数据分类：each table of the database is in one class, and each class says how it is protected and kept.</summary>
public partial class DataClassTests
{
    private static readonly string[] Own = ["migration", "archive_migration", "work_migration"];

    private static string Page { get; } = File.ReadAllText(Repository.Path("docs", "security-practice.md"));

    [Fact]
    public void Every_table_of_the_database_is_in_one_class()
    {
        var made = Directory.EnumerateFiles(Repository.Path("src"), "*.sql", SearchOption.AllDirectories).Where(f => f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Made().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Concat(Own).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(made, Classes().SelectMany(c => c[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_class_says_how_it_is_protected_and_how_long_it_is_kept()
    {
        Assert.Equal(["public", "official", "record", "personal", "secret"], Classes().Select(c => c[0]));
        Assert.All(Classes(), c => Assert.True(c.Length == 5 && c.All(part => part.Length > 3)));
    }

    [Fact]
    public void Every_key_says_where_it_is_and_how_it_is_replaced()
    {
        var keys = Rows("| key | purpose |");
        Assert.True(keys.Count >= 6);
        Assert.All(keys, k => Assert.True(k.Length == 6 && k.All(part => part.Length > 3)));
        Assert.Contains("mingzhang accounts rekey", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_that_the_way_of_working_names_exists()
    {
        var there = typeof(DataClassTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(Page).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 5);
        Assert.All(named, n => Assert.Contains(n, there));
    }

    private static List<string[]> Classes() => Rows("| class | what |");

    // The rows of the table that begins so, below its rule.
    private static List<string[]> Rows(string head) => [.. Page[Page.IndexOf(head, StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(p => p.Trim()).ToArray())];

    [GeneratedRegex(@"CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)")]
    private static partial Regex Made();

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests|HouseRules|Sbom|Fuzzing)`")]
    private static partial Regex Named();
}
