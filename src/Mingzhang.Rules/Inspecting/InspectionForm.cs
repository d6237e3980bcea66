using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Rules.Inspecting;

/// <summary>公开情况检查表：the form that a reviewer fills for a disclosure: one line a part and a table, whether it meets what is required, and the problems as
/// numbered sentences. Every finding stands in one line.</summary>
public static class InspectionForm
{
    /// <summary>由一份报告填写; without a known book the parts and tables that were found are the lines.</summary>
    public static IReadOnlyList<InspectionLine> Of(Report report, Library library)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(library);
        var disclosure = report.Disclosure;
        var book = library.Book(disclosure.Facts.Book);
        var left = report.Findings.ToList();
        var lines = new List<InspectionLine>
        {
            Line(new Reason("及时性", "Timeliness"), Taken(left, f => f.Rule == "MZ901"), report.Checks.Any(c => c is { Rule: "MZ901", Outcome: Outcome.NotChecked })),
            Line(new Reason("封面、标题", "Cover and title"), Taken(left, f => f.Rule is "MZ106" or "MZ502" or "MZ506"), disclosure.Facts.Title is null),
            Line(new Reason("目录", "Contents"), Taken(left, f => f.Rule is "MZ614" or "MZ201"), !disclosure.Passages.Any(p => p.Kind == PassageKind.Contents)),
        };
        var tables = (book?.Forms.Select(f => new Part(f.Title.Replace("{Y}", disclosure.Facts.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal), [.. disclosure.Tables.Where(t => t.Form == f.Key).Select(t => t.Name)], f.Number))
            ?? disclosure.Tables.Select(t => new Part(t.Title, [t.Name], t.Number))).ToList();
        var ofTables = tables.ConvertAll(t => Line(Same((t.Number.Length > 0 ? "表" + t.Number.TrimStart('表') + " " : "") + t.Title),
            Taken(left, f => (f.Places.Count > 0 && f.Places[0].Table is { } table && t.Names.Contains(table, StringComparer.Ordinal)) || (f.Rule == "MZ101" && f.Arguments.GetValueOrDefault("title") == t.Title)), t.Names.Count == 0));
        var sections = book?.Sections.Where(s => !Holds(s, disclosure, tables)).Select(s => s.Titles.ToList()).ToList() ?? disclosure.Sections.Select(s => new List<string> { s.Title }).ToList();
        foreach (var titles in sections)
        {
            var folded = titles.ConvertAll(Fold.Label);
            var there = disclosure.Sections.SelectMany(s => s.SelfAndBelow()).Any(s => folded.Exists(f => Fold.Label(s.Title).Contains(f, StringComparison.Ordinal)));
            lines.Add(Line(Same(titles[0]), Taken(left, f => Under(f, folded)), !there));
        }

        lines.AddRange(ofTables);
        lines.Add(Line(new Reason("联系方式", "Contact"), Taken(left, f => f.Rule == "MZ105"), disclosure.Sections.Count == 0));
        lines.Add(Line(new Reason("其他", "Other"), Taken(left, _ => true), unread: false));
        return lines;
    }

    // A part that only holds the tables has no line of its own.
    private static bool Holds(SectionForm section, Disclosure disclosure, List<Part> tables) =>
        section.Sentences.Count == 0 && section.Children.Count == 0 && section.Titles.Any(t => t.EndsWith('表')) && disclosure.Tables.Count > 0 && tables.Count > 0;

    private static bool Under(Finding finding, List<string> folded) => finding.Places.Count > 0 && finding.Places[0].Table is null
        && finding.Places[0].Section is { } section && folded.Exists(f => Fold.Label(section).Contains(f, StringComparison.Ordinal));

    private static List<Finding> Taken(List<Finding> left, Predicate<Finding> which)
    {
        var taken = left.FindAll(which);
        left.RemoveAll(taken.Contains);
        return taken;
    }

    private static InspectionLine Line(Reason name, List<Finding> findings, bool unread) =>
        new(name, findings.Exists(f => f.Severity > Severity.Note) ? Meets.No : unread ? Meets.NotChecked : Meets.Yes, findings);

    private static Reason Same(string title) => new(title, title);

    private sealed record Part(string Title, IReadOnlyList<string> Names, string Number);
}

/// <summary>检查表的一行。</summary>
/// <param name="Name">Part or table.</param>
/// <param name="Meets">Whether it meets what is required.</param>
/// <param name="Problems">What was found there, the most severe first.</param>
public sealed record InspectionLine(Reason Name, Meets Meets, IReadOnlyList<Finding> Problems);

/// <summary>是否符合要求。</summary>
public enum Meets
{
    /// <summary>是。</summary>
    Yes,

    /// <summary>否: an error or a doubt stands against it.</summary>
    No,

    /// <summary>未核对: it is not there, or its evidence was not given.</summary>
    NotChecked,
}
