using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Portal.Text;

namespace Mingzhang.Tests.Portal;

public partial class WordsTests
{
    private static readonly string[] Sources = [.. new[] { "Mingzhang.Portal", "Mingzhang.Workbench" }.SelectMany(p => Directory.EnumerateFiles(Repository.Path("src", p), "*.cs", SearchOption.AllDirectories)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))];

    [Fact]
    public void Every_sentence_that_pages_ask_for_is_there_and_every_one_that_is_there_is_asked_for()
    {
        var known = Words.Standard.Keys.ToHashSet(StringComparer.Ordinal);
        var code = string.Join('\n', Sources.Select(File.ReadAllText));
        var asked = Quoted().Matches(code).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Asked().Matches(code).Select(m => m.Groups[1].Value), k => !k.EndsWith('.') && !known.Contains(k));
        Assert.DoesNotContain(known, k => !asked.Contains(k) && !asked.Any(a => a.EndsWith('.') && k.StartsWith(a, StringComparison.Ordinal)));
    }

    [Fact]
    public void Keys_that_are_put_together_are_all_there()
    {
        var known = Words.Standard.Keys.ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> all =
        [
            .. Enum.GetNames<Outcome>().Select(o => "outcome." + o), .. new[] { "error", "warning", "note" }.Select(s => "severity." + s), .. new[] { "amount", "change", "share", "completion", "count", "nil" }.Select(k => "statement." + k),
            .. Mingzhang.Ledger.Archive.Headlines.Items.Select(i => "item." + i.Key), .. MoneyUnit.All.Select(u => "money." + u.Factor.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        Assert.DoesNotContain(all, k => !known.Contains(k));
    }

    [Fact]
    public void Pages_say_nothing_in_Chinese_that_is_not_in_the_data() => Assert.All(Sources, f =>
    {
        foreach (var line in File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            // Coordinates have Chinese keys; a unit of money is named in the data; what is refused is said in both languages where it is refused.
            var text = Coordinates().Replace(line, "");
            Assert.False(Chinese().IsMatch(text) && !text.Contains("EscapeDataString", StringComparison.Ordinal) && !text.Contains("Problem.Of(", StringComparison.Ordinal), f + ": " + line);
        }
    });

    [Fact]
    public void Both_languages_say_it_and_fill_in_the_same()
    {
        Assert.All(Words.Standard.Keys, k =>
        {
            var (chinese, english) = (Words.Standard.Say(false, k), Words.Standard.Say(true, k));
            Assert.True(chinese.Length > 0 && english.Length > 0, k);
            Assert.Equal(Holes(chinese), Holes(english));
        });
        Assert.All(Glossary.All, t => Assert.True(t.Meaning.Length > 5 && t.MeaningEnglish.Length > 5 && Chinese().IsMatch(t.Meaning) && !Chinese().IsMatch(t.MeaningEnglish), t.Key));
    }

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?:\bv|_v)(?:\.Say\(|\[)""([a-zA-Z0-9.-]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"""([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]*)*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex("三公(/[a-z/]+)?|机关运行")]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
