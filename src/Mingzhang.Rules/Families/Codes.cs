using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>科目：codes exist in the catalogue of the year, names fit, parents stand above, the level is deep enough.</summary>
internal static class Codes
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ301", Exist),
        new("MZ302", Names),
        new("MZ303", Parents),
        new("MZ304", Levels),
        new("MZ305", Tables),
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

    private sealed record CodedRow(Table Table, TableRow Row, Catalogue Catalogue);
}
