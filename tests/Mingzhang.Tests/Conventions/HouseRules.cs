using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Conventions;

/// <summary>家规：what docs/architecture.md promises, as tests.</summary>
public partial class HouseRules
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Mingzhang.Budget"] = [],
        ["Mingzhang.Paper"] = [],
        ["Mingzhang.Pdf"] = [],
        ["Mingzhang.Charts"] = [],
        ["Mingzhang.Forms"] = ["Mingzhang.Budget"],
        ["Mingzhang.Rules"] = ["Mingzhang.Budget", "Mingzhang.Forms"],
        ["Mingzhang.Documents"] = ["Mingzhang.Budget", "Mingzhang.Forms", "Mingzhang.Rules", "Mingzhang.Paper", "Mingzhang.Pdf"],
        ["Mingzhang.Ledger"] = ["Mingzhang.Budget", "Mingzhang.Forms", "Mingzhang.Rules", "Mingzhang.Paper"],
        ["Mingzhang.Portal"] = ["Mingzhang.Charts", "Mingzhang.Documents", "Mingzhang.Ledger"],
        ["Mingzhang.Publishing"] = ["Mingzhang.Documents", "Mingzhang.Ledger"],
        ["Mingzhang.Workbench"] = ["Mingzhang.Charts", "Mingzhang.Documents", "Mingzhang.Ledger", "Mingzhang.Portal", "Mingzhang.Publishing"],
        ["Mingzhang.App"] = ["Mingzhang.Documents", "Mingzhang.Ledger", "Mingzhang.Portal", "Mingzhang.Publishing", "Mingzhang.Workbench"],
    };

    private static readonly string[] Sources = [.. new[] { "src", "tests", "bench", "tools" }.SelectMany(f => Directory.EnumerateFiles(Repository.Path(f), "*", SearchOption.AllDirectories)).Where(IsOurs)];

    [Fact]
    public void References_follow_the_arrows()
    {
        foreach (var project in Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToHashSet(StringComparer.Ordinal);
            Assert.True(Arrows.ContainsKey(name), $"{name} has no place in the arrows");
            Assert.Equal(Arrows[name].Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Budget_and_Paper_use_no_packages_and_do_no_input_or_output()
    {
        foreach (var name in new[] { "Mingzhang.Budget", "Mingzhang.Paper", "Mingzhang.Pdf", "Mingzhang.Charts" })
        {
            Assert.Empty(XDocument.Load(Repository.Path("src", name, name + ".csproj")).Descendants("PackageReference"));
            Assert.All(Sources.Where(f => f.Contains(Path.DirectorySeparatorChar + name + Path.DirectorySeparatorChar, StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)),
                f => Assert.DoesNotMatch(@"\b(File|Directory|Stream|HttpClient)\.", File.ReadAllText(f)));
        }
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Assert.All(Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)), f => Assert.True(File.ReadLines(f).Count() <= 300, f));

    [Fact]
    public void No_folder_or_type_is_a_drawer_for_everything() =>
        Assert.All(Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)), f =>
        {
            Assert.DoesNotMatch(@"[\\/](Utils?|Helpers?|Common|Managers?|Misc)([\\/]|\.cs$)", Path.GetRelativePath(Repository.Root, f));
            Assert.DoesNotMatch(@"\b(class|record|struct|interface) \w*(Utils?|Helpers?|Manager)\b", File.ReadAllText(f));
        });

    [Fact]
    public void Public_types_of_Budget_cannot_be_changed()
    {
        foreach (var type in typeof(Amount).Assembly.GetExportedTypes())
        {
            Assert.All(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }),
                p => Assert.True(p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)), $"{type.Name}.{p.Name} can be set"));
            Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(f => !type.IsEnum), f => Assert.True(f.IsInitOnly, $"{type.Name}.{f.Name}"));
        }
    }

    [Fact]
    public void Summaries_begin_with_the_Chinese_term()
    {
        string[] projects = ["Mingzhang.Budget", "Mingzhang.Forms", "Mingzhang.Rules", "Mingzhang.Paper", "Mingzhang.Pdf", "Mingzhang.Documents", "Mingzhang.Ledger", "Mingzhang.Charts", "Mingzhang.Portal", "Mingzhang.Publishing", "Mingzhang.Workbench", "Mingzhang.Site"];
        foreach (var file in Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && projects.Any(p => f.Contains(p + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !f.Contains("Tests", StringComparison.Ordinal))))
        {
            foreach (Match summary in Summary().Matches(File.ReadAllText(file)))
            {
                var first = summary.Groups[1].Value[0];
                Assert.True(first >= '\u2e80' || first is '“' or '”', $"{file}: {summary.Value}");
            }
        }
    }

    [Fact]
    public void Files_are_UTF8_without_mark_and_end_lines_with_LF() =>
        Assert.All(Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal)), f =>
        {
            var bytes = File.ReadAllBytes(f);
            Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), f);
            Assert.False(bytes.AsSpan().Contains((byte)'\r'), f);
        });

    [Fact]
    public void Every_decision_is_dated_and_short()
    {
        var decisions = Directory.GetFiles(Repository.Path("docs", "decisions"), "*.md");
        Assert.NotEmpty(decisions);
        Assert.All(decisions, d =>
        {
            var lines = File.ReadAllLines(d);
            Assert.InRange(lines.Length, 8, 30);
            Assert.Matches(@"^# \d{4} .+", lines[0]);
        });
    }

    [Fact]
    public void The_glossary_names_every_dimension_member_and_type_of_the_field()
    {
        var glossary = File.ReadAllText(Repository.Path("docs", "glossary.md"));
        Assert.All(Documents.Library.Space.Members.Where(m => m.Chinese != m.Key), m => Assert.True(glossary.Contains(m.Chinese, StringComparison.Ordinal) && glossary.Contains(m.English, StringComparison.Ordinal), m + " " + m.Chinese));
        Assert.All(Documents.Library.Space.Dimensions, d => Assert.Contains(d.Chinese, glossary, StringComparison.Ordinal));
    }

    private static bool IsOurs(string path) => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.EndsWith(".received", StringComparison.Ordinal);

    [GeneratedRegex(@"/// <summary>([^<\s])")]
    private static partial Regex Summary();
}
