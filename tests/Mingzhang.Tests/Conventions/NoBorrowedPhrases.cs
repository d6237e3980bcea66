using System.Text.RegularExpressions;
using Mingzhang.Forms;

namespace Mingzhang.Tests.Conventions;

/// <summary>不照抄：no list or pattern holds a slip of a real document; what rules find they find by what they know, not by having seen it.</summary>
public partial class NoBorrowedPhrases
{
    // Wording of the official template itself, not of one document.
    private static readonly string[] Official = ["支出收入"];

    [Fact]
    public void Sources_hold_no_slip_of_a_real_document()
    {
        var rows = File.ReadAllLines(Shared.File("answers/known-errors.tsv")).Select(l => l.Split('\t')).ToList();
        var columns = rows[0].ToList();
        var (kind, needles) = (columns.IndexOf("class"), columns.IndexOf("needles"));
        var slips = rows.Skip(1).Where(r => r[kind] is "wording" or "entity").SelectMany(r => Divider().Split(r[needles])).Select(n => n.Trim().TrimStart('!'))
            .Where(n => n.Length >= 4 && n.All(c => c is >= '\u4e00' and <= '\u9fff')).Except(Official).Distinct().ToList();
        Assert.NotEmpty(slips);
        var sources = Directory.EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && (f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))).Select(File.ReadAllText).ToList();

        // Words of the field (公务接待) and parts of names of codes are no slips.
        var library = Library.Standard;
        var borrowed = slips.Where(s => !library.Lexicon.Phrases.Any(p => p.Folded.Contains(s, StringComparison.Ordinal)) && !library.Catalogues.Values.SelectMany(c => c.Entries).Any(e => e.Name.Contains(s, StringComparison.Ordinal)))
            .Where(s => sources.Exists(t => t.Contains(s, StringComparison.Ordinal)));
        Assert.Empty(borrowed);
    }

    [GeneratedRegex(@"\|\||&&")]
    private static partial Regex Divider();
}
