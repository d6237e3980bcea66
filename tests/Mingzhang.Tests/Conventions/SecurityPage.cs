using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Conventions;

/// <summary>安全说明和故障表：what they say is held by tests names tests that are there.</summary>
public partial class SecurityPage
{
    [Fact]
    public void Every_test_that_the_security_page_names_exists()
    {
        var there = typeof(SecurityPage).Assembly.GetTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(File.ReadAllText(Repository.Path("SECURITY.md"))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, there));
    }

    [Fact]
    public void Every_test_that_the_table_of_faults_names_exists()
    {
        var there = typeof(SecurityPage).Assembly.GetTypes().SelectMany(t => t.GetMethods().Select(m => t.Name + "." + m.Name).Append(t.Name)).ToHashSet(StringComparer.Ordinal);
        var named = Method().Matches(File.ReadAllText(Repository.Path("docs/faults.md"))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.InRange(named.Count, 10, int.MaxValue);
        Assert.All(named, name => Assert.Contains(name, there));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests(?:\\.[A-Za-z_]+)?)`")]
    private static partial Regex Method();

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests|Fuzzing)`")]
    private static partial Regex Named();
}
