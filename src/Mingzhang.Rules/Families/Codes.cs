using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>科目：codes exist in the catalogue of the year, names fit, parents stand above, the level is deep enough.</summary>
internal static partial class Codes
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ301", Exist),
        new("MZ302", c => Names(c).Concat(TurnedNames.Find(c))),
        new("MZ303", Parents),
        new("MZ304", Levels),
        new("MZ305", Tables),
        new("MZ307", LostZeros),
        new("MZ308", Narrated),
        new("MZ311", Running),
    ];

    private static IEnumerable<Verdict> Exist(LawContext c)
    {
        foreach (var (_, row, catalogue) in Coded(c))
        {
            var year = c.Disclosure.Facts.Year!.Value;
            int[] lengths = catalogue.Key == "functions" ? [3, 5, 7] : [3, 5];
            if (!lengths.Contains(row.Code.Length))
            {
                yield return Verdict.Broken("length", row.Place, "code", row.Code, "lengths", string.Join("、", lengths)).As(Severity.Error);
            }
            else if (catalogue.Names(row.Code).Count == 0)
            {
                var guess = catalogue.ByName(row.Label, year, row.Code.Length).FirstOrDefault();
                yield return Verdict.Broken("unknown", row.Place, "code", row.Code, "year", Text(year), "guess", guess is null ? "" : $"“{row.Label}”的编码为 {guess.Code}。");
            }
            else
            {
                yield return Verdict.Held;
            }
        }
    }

    private static IEnumerable<Verdict> Names(LawContext c)
    {
        var year = c.Disclosure.Facts.Year ?? 0;
        foreach (var (_, row, catalogue) in Coded(c).Where(x => x.Row.Label.Length > 0))
        {
            var names = catalogue.Names(row.Code);
            if (names.Count == 0)
            {
                continue;
            }

            var printed = Catalogue.FoldName(row.Label);
            var now = catalogue.Find(row.Code, year) ?? names[0];
            if (names.Any(n => n.ValidIn(year) && Catalogue.FoldName(n.Name) == printed))
            {
                yield return Verdict.Held;
            }
            else if (names.Any(n => Catalogue.FoldName(n.Name) == printed))
            {
                yield return Verdict.Broken("old", row.Place, "code", row.Code, "expected", now.Name, "printed", row.Label, "year", Text(year)).As(Severity.Warning);
            }
            else
            {
                yield return Verdict.Broken("other", row.Place, "code", row.Code, "expected", now.Name, "printed", row.Label).As(now.Verified ? Severity.Error : Severity.Warning);
            }
        }
    }

    private static IEnumerable<Verdict> Parents(LawContext c)
    {
        foreach (var group in Coded(c).GroupBy(x => x.Table))
        {
            var codes = group.Select(x => x.Row.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var (_, row, catalogue) in group.Where(x => x.Row.Code.Length > 3))
            {
                var parent = row.Code[..^2];
                var name = catalogue.Find(parent, c.Disclosure.Facts.Year ?? 0)?.Name ?? "";
                yield return codes.Contains(parent) ? Verdict.Held : Verdict.Broken("missing", row.Place, "parent", parent, "name", name);
            }
        }
    }

    private static IEnumerable<Verdict> Levels(LawContext c)
    {
        foreach (var group in Coded(c).GroupBy(x => x.Table))
        {
            var rows = group.ToList();
            foreach (var (_, row, catalogue) in rows)
            {
                var deepest = catalogue.Key == "functions" ? 7 : 5;
                var filled = row.Cells.Any(x => x.Statement is AmountStatement { Amount: { Value: not 0 } });
                if (row.Code.Length < deepest && filled)
                {
                    yield return rows.Exists(o => o.Row.Code.Length > row.Code.Length && o.Row.Code.StartsWith(row.Code, StringComparison.Ordinal))
                        ? Verdict.Held : Verdict.Broken("shallow", row.Place, "level", deepest == 7 ? "项" : "款");
                }
            }
        }
    }

    private static IEnumerable<Verdict> Tables(LawContext c)
    {
        foreach (var (table, row, catalogue) in Coded(c))
        {
            var capital = catalogue.Key == "functions" && row.Code.StartsWith("223", StringComparison.Ordinal)
                && row.Cells.Select(x => x.Statement).OfType<AmountStatement>().FirstOrDefault() is { } amount && amount.Point.Key("fund") is "general" or "government-funds";
            var mixed = catalogue.Key == "functions" ? row.Code[0] is not '2' : row.Code[0] is not ('3' or '5');
            yield return capital || mixed ? Verdict.Broken("misplaced", row.Place, "code", row.Code, "title", table.Title) : Verdict.Held;
        }
    }

    // Cells formatted as numbers lose the zero of 02. A whole table of them is one mistake of format.
    private static IEnumerable<Verdict> LostZeros(LawContext c)
    {
        const int AFew = 5;
        foreach (var table in c.Disclosure.Tables)
        {
            var lost = table.Rows.Where(r => r.PrintedCode is not null).ToList();
            if (lost.Count > AFew)
            {
                yield return Verdict.Broken("zeros", [.. lost.Select(r => r.Place).Take(AFew)], "table", table.Name, "count", lost.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "printed", lost[0].PrintedCode!, "code", lost[0].Code, "name", lost[0].Label);
                continue;
            }

            foreach (var row in lost)
            {
                yield return Verdict.Broken("zero", row.Place, "printed", row.PrintedCode!, "code", row.Code, "name", row.Label);
            }

            if (lost.Count == 0)
            {
                yield return Verdict.Held;
            }
        }
    }

    // A code in a sentence with the name of another: 2120501-城乡社区规划与管理.
    private static IEnumerable<Verdict> Narrated(LawContext c)
    {
        var catalogue = c.Library.Catalogues["functions"];
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            foreach (Match match in CodeAndName().Matches(c.Folded(passage)))
            {
                var (code, name) = (match.Groups["code"].Value, Catalogue.FoldName(match.Groups["name"].Value));
                if (catalogue.Names(code).Any(n => Catalogue.FoldName(n.Name) == name || Catalogue.FoldName(n.Name) == name + "支出"))
                {
                    yield return Verdict.Held;
                }
                else if (catalogue.Names(code).Count > 0 && catalogue.ByName(name, code.Length).Concat(catalogue.ByName(name + "支出", code.Length)).FirstOrDefault(e => e.Code[..3] == code[..3]) is { } meant)
                {
                    yield return Verdict.Broken("narrated", passage.Place with { Text = match.Value }, "code", code, "name", name, "right", meant.Code, "is", catalogue.Names(code)[0].Name);
                }
            }
        }
    }

    // By definition both items are what an office spends to exist; a project has an item of its own.
    private static IEnumerable<Verdict> Running(LawContext c)
    {
        foreach (var same in Coded(c).Where(x => x.Row.Code.Length == 7 && x.Catalogue.Find(x.Row.Code, c.Disclosure.Facts.Year ?? 0)?.Name is "行政运行" or "事业运行").GroupBy(x => x.Row.Code))
        {
            var project = same.SelectMany(x => x.Row.Cells).Select(x => x.Statement).OfType<AmountStatement>().FirstOrDefault(s => s.Point.Key("nature") == "project" && s.Amount is { Value: not 0 });
            yield return project is null ? Verdict.Held : Verdict.Broken("project", project.Place, "code", same.Key, "name", same.First().Catalogue.Names(same.Key)[0].Name, "amount", project.Raw);
        }
    }

    // Rows with a code, and the catalogue that the coordinate of their figures belongs to.
    private static IEnumerable<CodedRow> Coded(LawContext c)
    {
        if (c.Disclosure.Facts.Year is null)
        {
            yield break;
        }

        foreach (var table in c.Disclosure.Tables)
        {
            foreach (var row in table.Rows.Where(r => r.Code.Length > 0))
            {
                var point = row.Cells.Select(x => x.Statement).OfType<AmountStatement>().FirstOrDefault()?.Point;
                var key = point?.Key("function") is not null ? "functions" : point?.Key("economic") is not null ? "economic-department" : point?.Key("government-economic") is not null ? "economic-government" : null;
                if (key is not null)
                {
                    yield return new CodedRow(table, row, c.Library.Catalogues[key]);
                }
            }
        }
    }

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<code>2\d{2}(?:\d{2}){1,2})[-—\s]{0,2}(?<name>[\u4e00-\u9fff]{4,24}?)(?:支出)?(?:的)?(?:预算|决算|金额)?(?:为)?(?=[\d,。;(]|\s\d)")]
    private static partial Regex CodeAndName();

    private sealed record CodedRow(Table Table, TableRow Row, Catalogue Catalogue);
}
