using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Portal;

/// <summary>网站的无障碍：every kind of page in both languages, with its own style, examined by axe-core.</summary>
public partial class AccessibilityTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Pages_have_no_violation(string language)
    {
        Axe.Needed();
        var style = await portal.Text(Style().Match(await portal.Text("/")).Groups[1].Value);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in (await Paths()).Distinct())
        {
            var page = await portal.Text(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            pages.Add(path, Script().Replace(page, "").Replace("</head>", "<style>" + style + "</style></head>", StringComparison.Ordinal));
        }

        var faults = Axe.Violations(pages).Where(p => p.Value.Length > 0).Select(p => p.Key + ": " + p.Value).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // One of each kind, as the pages themselves link to them.
    private async Task<List<string>> Paths()
    {
        var department = Link().Matches(await portal.Text("/depts")).Select(m => m.Groups[1].Value).First(l => l.StartsWith("/d/", StringComparison.Ordinal));
        var links = Link().Matches(await portal.Text(department)).Select(m => m.Groups[1].Value.Split('#')[0]).ToList();
        var final = Link().Matches(await portal.Text("/depts?year=2024&kind=final")).Select(m => m.Groups[1].Value).First(l => l.StartsWith("/d/", StringComparison.Ordinal));
        var project = links.FirstOrDefault(l => l.StartsWith("/p/", StringComparison.Ordinal)) ?? department;
        var region = Link().Matches(await portal.Text("/region")).Select(m => m.Groups[1].Value).First(l => l.StartsWith("/region/", StringComparison.Ordinal));
        var versions = (await portal.Text(final)).Split("href=\"").Select(p => p.Split('"')[0]).First(l => l.EndsWith("/versions", StringComparison.Ordinal));
        return [final, project, versions, "/region", region + "/2024?kind=final", links.First(l => l.StartsWith("/chain/", StringComparison.Ordinal)).Replace("&amp;", "&", StringComparison.Ordinal), "/t/execution", "/t/rise?item=sangong", "/t/added", "/t/targets", "/", "/depts", department, links.First(l => l.StartsWith("/cell/", StringComparison.Ordinal)), links.First(l => l.StartsWith("/r/", StringComparison.Ordinal)), "/c", "/t/sangong", "/compare", "/status", "/s?q=%E6%9C%BA%E5%85%B3", "/data", "/help", "/check", "/cite?q=" + Uri.EscapeDataString(portal.Sample.Body!.Name + portal.Sample.Year + "年预算安排公务接待费12万元。"), "/r/" + portal.Sample.Key + "/files", "/questions", "/ask/" + portal.Sample.Key + ".t1.r1.c2", department.Split('?')[0] + "/pack"];
    }

    [GeneratedRegex("href=\"([^\"]*\\.css)\"")]
    private static partial Regex Style();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<script.*?</script>|<link[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
