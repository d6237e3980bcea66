using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>说明的事实：who, which year, department or unit, which unit of money, reasons.</summary>
internal static partial class Narrative
{
    private const int AFew = 2;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ501", c => Entity(c).Concat(OtherSubjects.Find(c))),
        new("MZ502", Years),
        new("MZ503", Scope),
        new("MZ504", MoneyUnits),
        new("MZ505", Reasons),
        .. SelfDescription.Rules,
    ];

    private static IEnumerable<Verdict> Entity(LawContext c)
    {
        var entity = c.Disclosure.Facts.Entity;
        foreach (var table in c.Disclosure.Tables)
        {
            var form = PrintedForms.FormOf(c, table);
            var title = Fold.Label(table.Title);
            var stem = form?.Stems.FirstOrDefault(s => title.EndsWith(s, StringComparison.Ordinal));
            var name = stem is null ? "" : YearPart(title[..^stem.Length]);
            yield return entity is null || name.Length < 4 || entity.Contains(name, StringComparison.Ordinal) || name.Contains(entity, StringComparison.Ordinal) ? Verdict.Held
                : Verdict.Broken("other", table.Place with { Text = table.Title }, "table", table.Name, "printed", name, "entity", entity);
        }
    }

    private static IEnumerable<Verdict> Years(LawContext c)
    {
        if (c.Disclosure.Facts.Year is not { } year)
        {
            yield break;
        }

        // Tables of another year put in together are one mistake.
        var said = c.Disclosure.Facts.Title?.Year == year ? "标题为" : "本文为";
        var others = c.Disclosure.Tables.GroupBy(t => c.Library.Lexicon.Read(t.Title).Point.Key("year")).Where(g => g.Key is not null && g.Key != Text(year) && g.Count() > AFew).ToList();
        foreach (var other in others)
        {
            yield return Verdict.Broken("tables", [.. other.Select(t => t.Place)], "table", other.First().Name, "count", other.Count().ToString(CultureInfo.InvariantCulture), "printed", other.Key!, "said", said, "year", Text(year));
        }

        foreach (var table in c.Disclosure.Tables.Except(others.SelectMany(o => o)))
        {
            // Last year's figures stand beside this year's, never alone.
            var headers = table.Columns.Select(x => c.Library.Lexicon.Read(x).Point.Key("year")).OfType<string>().Distinct().ToList();
            var both = headers.Contains(Text(year)) && headers.Contains(Text(year - 1));
            foreach (var years in headers.Where(h => !both || h != Text(year - 1)).Select(h => new { Printed = (string?)h, Part = "栏目", English = "header" })
                .Prepend(new { Printed = c.Library.Lexicon.Read(table.Title).Point.Key("year"), Part = "表名", English = "title" }))
            {
                yield return years.Printed is null || years.Printed == Text(year) ? Verdict.Held
                    : Verdict.Broken("table", table.Place, "table", table.Name, "part", years.Part, "part-en", years.English, "printed", years.Printed, "said", said, "year", Text(year));
            }
        }

        foreach (var left in LastYear.Find(c, year))
        {
            yield return left;
        }

        // One mistake in the year is one finding, however many sentences repeat it.
        var changes = c.Disclosure.Statements.OfType<ChangeStatement>().ToList();
        if (changes.FindAll(Changes.OfItself) is { Count: > 0 } themselves)
        {
            yield return Verdict.Broken("itself", [.. themselves.Select(b => b.Place).Take(6)], "printed", Text(themselves[0].Base.Year), "year", Text(year)).As(Severity.Warning);
        }

        // A year further back stands beside the year before where both are told (比2019年疫情前).
        var usual = changes.Where(x => x.Base.Year == year - 1).Select(x => x.Place.Order).ToHashSet();
        foreach (var bases in changes.Where(x => !Changes.OfItself(x) && x.Base.Year != year && (x.Base.Year >= year - 1 || !(usual.Contains(x.Place.Order) || x.Base.Raw.Contains('疫', StringComparison.Ordinal)))).GroupBy(s => s.Base.Year))
        {
            yield return bases.Key == year - 1 ? Verdict.Held
                : Verdict.Broken("base", [.. bases.Select(b => b.Place).Take(6)], "printed", Text(bases.Key), "expected", Text(year - 1)).As(Severity.Warning);
        }
    }

    private static IEnumerable<Verdict> Scope(LawContext c)
    {
        if (c.Disclosure.Facts.Scope is not { } scope)
        {
            yield break;
        }

        var (own, foreign) = scope == DocumentScope.Department ? ("部门", "单位") : ("单位", "部门");
        foreach (var passage in c.Disclosure.Passages)
        {
            var folded = Fold.Label(passage.Text);
            if (passage.Kind == PassageKind.Closing && Find(folded, foreign + "预算公开", foreign + "决算公开") is { } closing)
            {
                var who = folded.IndexOf("联系人", StringComparison.Ordinal) is var at && at >= 0 ? folded[..Math.Min(folded.Length, at + 3)] : closing;
                yield return Verdict.Broken("closing", passage.Place with { Text = passage.Text }, "kind", own, "kind-en", Kind(scope), "text", who, "right", who.Replace(foreign, own, StringComparison.Ordinal));
            }
            else if (passage.Kind is PassageKind.Note or PassageKind.Paragraph && Find(folded, "本" + foreign) is not null)
            {
                var words = folded[folded.IndexOf("本" + foreign, StringComparison.Ordinal)..];
                words = words[..Math.Min(words.Length, 16)].Split('。', ',')[0];
                yield return Verdict.Broken("note", passage.Place with { Text = passage.Text }, "kind", own, "kind-en", Kind(scope), "text", words, "right", "本" + own).As(Severity.Note);
            }
            else
            {
                yield return Verdict.Held;
            }
        }
    }

    private static IEnumerable<Verdict> MoneyUnits(LawContext c)
    {
        var amounts = c.Disclosure.Statements.OfType<AmountStatement>().Where(a => a.Place.Table is null && a.Amount is { Value: not 0 }).ToList();
        var groups = amounts.GroupBy(a => a.Amount!.Value.Unit).OrderByDescending(g => g.Count()).ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        return groups.Count == 1 ? [Verdict.Held]
            : groups.Skip(1).Select(g => Verdict.Broken("mixed", g.First().Place, "usual", groups[0].Key.Name, "other", g.Key.Name, "raw", g.First().Raw));
    }

    // Leaves of the three public expenses that changed: the words behind the change must give a reason.
    private static IEnumerable<Verdict> Reasons(LawContext c)
    {
        var changes = c.Disclosure.Statements.OfType<ChangeStatement>().Where(x => x.Point.Key("purpose")?.StartsWith("三公/", StringComparison.Ordinal) == true).ToList();
        var unexplained = new List<ChangeStatement>();
        foreach (var same in changes.Where(x => x.Direction != Direction.Flat && (x.Amount is not null || x.Percent is not null) && x.Amount is not { Value: 0 } && x.Percent is not { Value: 0 }).GroupBy(x => x.Point))
        {
            // A paragraph further on may explain all of them; one change is one finding, in money and in percent.
            var change = same.First();
            var explained = changes.Exists(p => change.Point.Contains(p.Point) && p.Reason is { Length: > 1 });
            var elsewhere = c.Disclosure.Passages.Where(p => p.Place.Section == change.Place.Section && p.Place.Order >= change.Place.Order)
                .SelectMany(p => (p.Place.Order == change.Place.Order && p.Text.IndexOf(change.Raw, StringComparison.Ordinal) is var at && at >= 0 ? p.Text[at..] : p.Text).Split('。', '；', ';'))
                .Any(sentence => Because().IsMatch(sentence) && SpeaksOf(sentence, change.Point.Key("purpose")!));
            if (explained || elsewhere)
            {
                yield return Verdict.Held;
            }
            else
            {
                unexplained.Add(change);
            }
        }

        // What one paragraph leaves out is one thing to mend.
        foreach (var paragraph in unexplained.GroupBy(x => x.Place.Order))
        {
            yield return Verdict.Broken("missing", [.. paragraph.Select(x => x.Place)], "change", string.Join("、", paragraph.Select(x => x.Raw)));
        }
    }

    // A reason that names another of the three is that one's; one that names none is for all.
    private static bool SpeaksOf(string sentence, string purpose)
    {
        var own = purpose switch
        {
            "三公/reception" => sentence.Contains("接待", StringComparison.Ordinal),
            "三公/abroad" => sentence.Contains("出国", StringComparison.Ordinal),
            _ => sentence.Contains("用车", StringComparison.Ordinal) || sentence.Contains("车辆", StringComparison.Ordinal),
        };
        return own || !(sentence.Contains("接待", StringComparison.Ordinal) || sentence.Contains("出国", StringComparison.Ordinal) || sentence.Contains("用车", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"原因|主要情况|由于|因为|主要是|主要系")]
    private static partial Regex Because();

    private static string? Find(string text, params string[] words) => words.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal));

    private static string Kind(DocumentScope scope) => scope == DocumentScope.Department ? "department" : "unit";

    private static string YearPart(string text)
    {
        var at = text.IndexOf('年', StringComparison.Ordinal);
        return at >= 4 && text[(at - 4)..at].All(char.IsAsciiDigit) ? text.Remove(at - 4, 5) : text;
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
