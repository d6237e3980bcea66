using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>名词解释：the terms that a document uses are those that it explains. Only documents with such a section are asked; that it is absent is
/// told by completeness.</summary>
internal static class Terms
{
    // What every disclosure speaks of. 机关运行经费 is left out: its own section usually says what it is.
    private static readonly string[] Usual = ["财政拨款", "基本支出", "项目支出", "“三公”经费"];
    private const int LongestTerm = 24;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ618", Explained),
    ];

    private static IEnumerable<Verdict> Explained(LawContext c)
    {
        var inside = c.Disclosure.Passages.Where(InGlossary).ToList();
        var paragraphs = inside.FindAll(p => p.Kind is PassageKind.Paragraph);
        if (paragraphs.Count == 0)
        {
            yield break;
        }

        var explained = inside.ConvertAll(p => Plain(c.Folded(p)));
        var used = Texts(c).Select(Plain).Distinct(StringComparer.Ordinal).ToList();
        var missing = Usual.Where(t => Among(used, Plain(t)) && !Among(explained, Plain(t))).ToList();
        yield return missing.Count == 0 ? Verdict.Held : Verdict.Broken("unexplained", inside[0].Place, "terms", string.Join("、", missing));

        // A narrative whose tables stand in another file may explain what they use.
        if (c.Disclosure.Tables.Count == 0)
        {
            yield break;
        }

        var heads = paragraphs.Select(p => Head(c.Folded(p))).OfType<string>().Distinct().ToList();

        // 基本支出预算 explains 基本支出 of a budget.
        var unused = heads.FindAll(h => !Among(used, Undone(Plain(h))));
        yield return unused.Count == 0 ? Verdict.Held : Verdict.Broken("unused", inside[0].Place, "terms", string.Join("、", unused));
    }

    // What the document says outside its glossary: sentences and headings, and the titles, rows and columns of its tables.
    private static IEnumerable<string> Texts(LawContext c)
    {
        var places = c.Disclosure.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(x => x.Statement?.Place).OfType<Place>();
        return c.Paragraphs.Concat(c.Disclosure.Passages.Where(p => p.Kind == PassageKind.Heading)).Where(p => !InGlossary(p)).Select(c.Folded)
            .Concat(c.Disclosure.Tables.Select(t => t.Title))
            .Concat(places.SelectMany(p => new[] { p.Row, p.Column }).OfType<string>().Distinct(StringComparer.Ordinal));
    }

    private static bool Among(List<string> texts, string term) => texts.Exists(t => t.Contains(term, StringComparison.Ordinal));

    private static bool InGlossary(Passage passage) =>
        passage.Kind != PassageKind.Contents && (passage.Place.Section?.Contains("名词解释", StringComparison.Ordinal) == true || (passage.Kind == PassageKind.Heading && passage.Text.Contains("名词解释", StringComparison.Ordinal)));

    // （一）基本支出：指… names what it explains before the colon.
    private static string? Head(string paragraph)
    {
        var colon = paragraph.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > LongestTerm || !paragraph.AsSpan(colon + 1).TrimStart().StartsWith("指"))
        {
            return null;
        }

        var term = Numbering.Strip(paragraph[..colon]).Trim();
        return term.Length < 2 || term.Contains('(', StringComparison.Ordinal) ? null : term;
    }

    private static string Undone(string term) => term.Length > 4 && (term.EndsWith("预算", StringComparison.Ordinal) || term.EndsWith("决算", StringComparison.Ordinal)) ? term[..^2] : term;

    private static string Plain(string text) => text.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
