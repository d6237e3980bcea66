using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>完整性：tables, sections, nil statements and contact that a book requires.</summary>
internal static partial class Completeness
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ101", Tables),
        new("MZ102", Sections),
        new("MZ103", EmptyTables),
        new("MZ104", NilNotes),
        new("MZ105", Contact),
        new("MZ106", Recognised),
    ];

    private static IEnumerable<Verdict> Tables(LawContext c)
    {
        if (c.Book is not { } book)
        {
            return [NoBook];
        }

        if (Alone(c))
        {
            return [ThreeExpenses];
        }

        if (c.Disclosure.Tables.Count == 0)
        {
            return [Verdict.Broken("none", Top(c), "count", book.Forms.Count.ToString(CultureInfo.InvariantCulture)).As(Severity.Note)];
        }

        return Doubtful(book.Forms.Select(form => c.Disclosure.Tables.Any(t => t.Form == form.Key)
            ? Verdict.Held
            : Verdict.Broken("missing", Gap(c, form), "number", form.Number, "title", Titled(c, form), "gap", Later(c, form) ? "，表号不连续（缺号）" : "", "gap-en", Later(c, form) ? "; the numbers have a gap" : "")));
    }

    private static IEnumerable<Verdict> Sections(LawContext c)
    {
        if (c.Book is not { } book)
        {
            return [NoBook];
        }

        if (Alone(c))
        {
            return [ThreeExpenses];
        }

        if (c.Disclosure.Sections.Count == 0)
        {
            return [Verdict.NotApplicable("文中只有表，没有说明", "there are only tables")];
        }

        var headings = c.Disclosure.Sections.SelectMany(s => s.SelfAndBelow()).Select(s => Fold.Label(s.Title)).ToList();
        // What is told without a heading of its own is told; what is only explained among the terms is not.
        var told = c.Disclosure.Passages.Where(p => p.Kind == PassageKind.Paragraph && p.Place.Section?.Contains("名词", StringComparison.Ordinal) != true).Select(p => Fold.Label(p.Text)).ToList();
        return Doubtful(book.AllSections.Where(s => !s.Optional && (s.Since is null || c.Disclosure.Facts.Year is not { } year || s.Since <= year)).Select(section => section.Folded.Any(f => headings.Exists(h => h.Contains(f, StringComparison.Ordinal)) || (f.Length >= 4 && told.Exists(t => t.Contains(f, StringComparison.Ordinal))))
            ? Verdict.Held
            : Verdict.Broken("missing", Top(c) with { Line = null, Page = null, Section = section.Titles[0] }, "title", Titled(c, section.Titles[0]))));
    }

    // Where most of what the book prints is not there, the document is arranged another way, or only a part of it was given: no fault by itself.
    private static IEnumerable<Verdict> Doubtful(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        var missing = all.FindAll(v => v.Outcome == Outcome.Broken);
        return missing.Count * 2 > all.Count ? all.Select(v => v.Outcome == Outcome.Broken ? v.As(Severity.Note) : v) : all;
    }

    private static IEnumerable<Verdict> EmptyTables(LawContext c)
    {
        foreach (var table in c.Disclosure.Tables.Where(t => t.Empty && !c.Disclosure.Performance.Any(p => p.Table == Fold.Label(t.Name) && p.Indicators.Count > 0)))
        {
            var said = table.Notes.Any(n => c.Library.Wording.NilTables.Any(w => Fold.Label(n.Text).Contains(w, StringComparison.Ordinal)));
            var form = c.Book?.Forms.FirstOrDefault(f => f.Key == table.Form);
            yield return said ? Verdict.Held : Verdict.Broken("unexplained", table.Place, "table", table.Name, "nil", Filled(form?.Nil ?? "备注：本部门无此项收支，故此表无数据。", c.Disclosure.Facts).TrimEnd('。'));
        }
    }

    // What is proposed can be taken as it stands.
    private static string Filled(string words, DocumentFacts facts) => words
        .Replace("{N}", facts.Entity ?? "本部门", StringComparison.Ordinal).Replace("{Y}年", facts.Year is { } year ? year.ToString(System.Globalization.CultureInfo.InvariantCulture) + "年" : "", StringComparison.Ordinal);

    private static IEnumerable<Verdict> NilNotes(LawContext c)
    {
        foreach (var table in c.Disclosure.Tables)
        {
            foreach (var note in table.Notes.Where(n => c.Library.Wording.NilTables.Any(w => Fold.Label(n.Text).Contains(w, StringComparison.Ordinal))))
            {
                var amount = table.Rows.SelectMany(r => r.Cells).Select(x => x.Statement).OfType<AmountStatement>().FirstOrDefault(a => a.Amount is { Value: not 0 });
                yield return amount is null ? Verdict.Held : Verdict.Broken("contradiction", [note.Place, amount.Place], "table", table.Name, "note", note.Text, "amount", amount.Raw);
            }
        }
    }

    private static IEnumerable<Verdict> Contact(LawContext c) => c.Disclosure.Sections.Count == 0
        ? [Verdict.NotApplicable("文中只有表，没有说明", "there are only tables")]
        : [c.Disclosure.Contact is not null ? Verdict.Held : Verdict.Broken("missing", End(c))];

    private static IEnumerable<Verdict> Recognised(LawContext c)
    {
        var facts = c.Disclosure.Facts;
        if (facts.Kind == DocumentKind.Unknown && c.Book is null)
        {
            return [Verdict.Broken("unknown", Top(c))];
        }

        var missing = facts.Year is null ? ("年度", "the year") : facts.Entity is null ? ("公开主体", "the entity") : default;
        return [missing.Item1 is null ? Verdict.Held : Verdict.Broken("partial", Top(c), "what", missing.Item1, "what-en", missing.Item2).As(Severity.Note)];
    }

    internal static Verdict NoBook { get; } = Verdict.NotChecked("没有认出适用的表册", "no form book was recognised");

    private static Verdict ThreeExpenses { get; } = Verdict.NotApplicable("只公开“三公”经费", "only the three public expenses are disclosed");

    internal static Place Top(LawContext c) => (c.Disclosure.Facts.Title?.Place ?? c.Disclosure.Passages.Select(p => p.Place).FirstOrDefault() ?? c.Disclosure.Tables.Select(t => t.Place).FirstOrDefault()) is { } first
        ? new() { File = first.File, Page = first.Page is null ? null : 1, Line = first.Line is null ? null : 1, Order = 1 } : new() { File = c.Disclosure.Facts.Name };

    private static Place End(LawContext c) => Bare(c, c.Disclosure.Passages.Where(p => p.Place.Table is null).MaxBy(p => p.Place.Order)?.Place) with { Section = "文末" };

    private static bool Later(LawContext c, Form form) => c.Book!.Forms.Any(f => Numbering.Value(f.Number) > Numbering.Value(form.Number) && c.Disclosure.Tables.Any(t => t.Form == f.Key));

    private static string Titled(LawContext c, Form form) => Titled(c, form.Title);

    private static string Titled(LawContext c, string title) =>
        title.Replace("{Y}", (c.Disclosure.Facts.Year ?? 0).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // Where the table should stand: behind the last one with a smaller number.
    private static Place Gap(LawContext c, Form form)
    {
        var before = c.Disclosure.Tables.LastOrDefault(t => c.Book!.Forms.FirstOrDefault(f => f.Key == t.Form) is { } known && Numbering.Value(known.Number) < Numbering.Value(form.Number));
        return Bare(c, before?.Rows.Count > 0 ? before.Rows[^1].Place : before?.Place) with { Table = "表" + form.Number };
    }

    private static bool Alone(LawContext c) => OnlyThree().IsMatch(Fold.Label(c.Disclosure.Facts.Title?.Place.Text ?? ""));

    // Only where on paper, not what stands there.
    private static Place Bare(LawContext c, Place? place) =>
        new() { File = c.Disclosure.Facts.Name, Page = place?.Page, Line = place?.Line, Order = place?.Order };

    // …局2023年“三公”经费支出决算情况说明, not …局2023年部门决算及“三公”经费决算公开.
    [GeneratedRegex(@"^(?!.*(?:部门|单位)(?:综合)?[预决]算).*三公")]
    private static partial Regex OnlyThree();
}
