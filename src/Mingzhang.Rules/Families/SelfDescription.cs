using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>自述：what title, tables and the user say that the document is: kind, year and book.</summary>
internal static class SelfDescription
{
    // Funds whose names hold the word: they say nothing of the document.
    private static readonly string[] Funds = ["一般公共预算", "公共财政预算", "政府性基金预算", "基金预算", "国有资本经营预算", "社会保险基金预算", "财政专户管理资金预算", "预算执行", "预算单位", "预算绩效", "预算项目", "绩效预算", "预算外", "预算内"];

    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ506", Agrees)];

    private static IEnumerable<Verdict> Agrees(LawContext c)
    {
        var facts = c.Disclosure.Facts;
        if (facts.Title is { } title)
        {
            yield return facts.Year is not { } year || year == title.Year ? Verdict.Held
                : Verdict.Broken("chosen-year", title.Place, "chosen", Text(year), "printed", Text(title.Year));
            yield return facts.Kind == title.Kind ? Verdict.Held
                : Verdict.Broken("chosen-kind", title.Place, "chosen", Chinese(facts.Kind), "chosen-en", English(facts.Kind), "printed", Chinese(title.Kind), "printed-en", English(title.Kind));
        }

        if (facts.Kind == DocumentKind.Unknown)
        {
            yield break;
        }

        if (c.Book is { } book)
        {
            yield return book.Kind == facts.Kind ? Verdict.Held
                : Verdict.Broken("chosen-book", Completeness.Top(c), "book", book.Key, "chosen", Chinese(book.Kind), "chosen-en", English(book.Kind), "printed", Chinese(facts.Kind), "printed-en", English(facts.Kind));
        }

        var others = c.Disclosure.Tables.Where(t => KindOf(t.Title) is { } kind && kind != facts.Kind).ToList();
        var other = facts.Kind == DocumentKind.Final ? DocumentKind.Budget : DocumentKind.Final;
        yield return others.Count == 0 ? Verdict.Held
            : Verdict.Broken("kind", [.. others.Select(t => t.Place with { Text = t.Title })], "kind", Chinese(facts.Kind), "kind-en", English(facts.Kind), "table", others[0].Name, "other", Chinese(other), "other-en", English(other),
                "more", others.Count == 1 ? "" : $"，共 {Text(others.Count)} 张", "more-en", others.Count == 1 ? "" : $" ({Text(others.Count)} tables)");
    }

    private static DocumentKind? KindOf(string title)
    {
        if (title.Contains("决算", StringComparison.Ordinal))
        {
            return DocumentKind.Final;
        }

        foreach (var fund in Funds)
        {
            title = title.Replace(fund, "", StringComparison.Ordinal);
        }

        return title.Contains("预算", StringComparison.Ordinal) ? DocumentKind.Budget : null;
    }

    private static string Chinese(DocumentKind kind) => kind == DocumentKind.Final ? "决算" : "预算";

    private static string English(DocumentKind kind) => kind == DocumentKind.Final ? "final account" : "budget";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
