using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Conventions;

/// <summary>安全说明：what it says is held by tests names tests that are there.</summary>
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

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests|Fuzzing)`")]
    private static partial Regex Named();
}
