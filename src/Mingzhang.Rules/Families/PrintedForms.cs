using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>表式与表号：numbers in order, units stated, one total row, no row twice, columns complete.</summary>
internal static partial class PrintedForms
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ201", Numbers),
        new("MZ202", Units),
        new("MZ203", Totals),
        new("MZ204", RowsOnce),
        new("MZ205", Columns),
        new("MZ206", Understood),
    ];

    private static IEnumerable<Verdict> Numbers(LawContext c)
    {
        Table? before = null;
        foreach (var table in c.Disclosure.Tables.Where(t => t.Number.Length > 0))
        {
            var first = c.Disclosure.Tables.First(t => t.Number == table.Number);
            if (c.Disclosure.Performance.Any(p => p.Tiered && p.Table == Fold.Label(table.Name)))
            {
                // One sheet a project: all bear the number of their form, or of the annex that they make up.
                yield return Verdict.Held;
                continue;
            }

            if (!ReferenceEquals(first, table))
            {
                yield return Verdict.Broken("twice", [table.Place, first.Place], "number", table.Number, "first", first.Title, "second", table.Title);
            }
            else if (before is not null && Value(table) < Value(before))
            {
                yield return Verdict.Broken("order", table.Place, "number", table.Number, "before", before.Number);
            }
            else
            {
                yield return Verdict.Held;
            }

            before = table;
        }
    }

    private static int Value(Table table) => int.TryParse(table.Number.TrimStart('表'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Numbering.Value(table.Number.TrimStart('表'));

    private static IEnumerable<Verdict> Units(LawContext c) => c.Disclosure.Tables.Where(t => !t.Empty)
        .Select(t => t.Unit is not null ? Verdict.Held : Verdict.Broken("missing", t.Place, "table", t.Name, "unit", (c.Book?.Unit ?? MoneyUnit.TenThousand).Name));

    private static IEnumerable<Verdict> Totals(LawContext c)
    {
        foreach (var table in c.Disclosure.Tables.Where(t => !t.Empty && FormOf(c, t) is { Layout: FormLayout.Codes } form && form.Rows.Any(r => r.Label.Length > 0 && c.Library.Lexicon.Read(r.Label).Total)))
        {
            var totals = table.Rows.Where(r => r.Code.Length == 0 && c.Library.Lexicon.Read(r.Label).Total).ToList();

            // 人员经费合计 and 公用经费合计 are totals of two things.
            var most = totals.GroupBy(r => c.Library.Lexicon.Read(r.Label).Point).Select(g => g.Count()).DefaultIfEmpty(0).Max();
            yield return most switch
            {
                1 => Verdict.Held,
                0 => Verdict.Broken("missing", table.Place, "table", table.Name),
                var n => Verdict.Broken("twice", totals[^1].Place, "table", table.Name, "count", n.ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    private static IEnumerable<Verdict> RowsOnce(LawContext c)
    {
        foreach (var table in c.Disclosure.Tables)
        {
            foreach (var group in table.Rows.Where(r => r.Code.Length > 0).GroupBy(r => r.Code))
            {
                var rows = group.ToList();
                yield return rows.Count == 1 ? Verdict.Held : Verdict.Broken("twice", [rows[1].Place, rows[0].Place], "table", table.Name, "row", rows[1].Name);
            }
        }
    }

    // A column counts as present when some printed column narrows to the same coordinates; wordings vary.
    private static IEnumerable<Verdict> Columns(LawContext c)
    {
        foreach (var table in c.Disclosure.Tables.Where(t => t.Columns.Count > 0))
        {
            if (FormOf(c, table) is not { Layout: FormLayout.Codes or FormLayout.Sides or FormLayout.Single or FormLayout.Projects } form)
            {
                continue;
            }

            var printed = table.Columns.SelectMany(p => p.Split('/').Reverse().Take(p.Contains("编码", StringComparison.Ordinal) ? 3 : 2)).Select(p => Dated().Replace(Fold.Label(p), "")).Distinct(StringComparer.Ordinal).ToList();
            var title = Fold.Label(table.Title);
            var spent = title.EndsWith("支出决算表", StringComparison.Ordinal) && !title.Contains("收入支出", StringComparison.Ordinal);
            foreach (var leaf in form.Columns.SelectMany(x => x.Leaves([])).Select(l => l.Leaf))
            {
                var label = Dated().Replace(Fold.Label(leaf.Label.Replace("{Y}", "2000", StringComparison.Ordinal).Replace("{Y-1}", "2000", StringComparison.Ordinal)), "");
                var meaning = c.Library.Lexicon.Read(label);
                var there = printed.Contains(label)
                    || (leaf.Kind != ColumnKind.Amount && printed.Exists(p => c.Library.Lexicon.Kind(p) == leaf.Kind))
                    || (leaf.Kind == ColumnKind.Amount && printed.Exists(p => c.Library.Lexicon.Kind(p) == ColumnKind.Amount && c.Library.Lexicon.Read(p) is var m && m.Point.Equals(meaning.Point)));

                // A table of expenditure alone has no columns of what came in; 金额 is 决算数 where nothing else is printed.
                there = there || (spent && meaning.Point.Key("measure") is "income" or "carried-in" or "carried-out")
                    || (meaning.Point.Members is [{ Dimension.Key: "phase" }] && printed.Exists(p => c.Library.Lexicon.Read(p) is { Understood: true, Any: false, Total: false }));
                yield return there ? Verdict.Held : Verdict.Broken("missing", table.Place, "table", table.Name, "column", leaf.Label);
            }
        }
    }

    private static IEnumerable<Verdict> Understood(LawContext c) => c.Disclosure.Unbound.GroupBy(u => u.Place.Table)
        .Select(g => Verdict.Broken("unbound", g.First().Place, "table", g.Key ?? "说明部分", "table-en", g.Key ?? "the narrative", "count", g.Count().ToString(CultureInfo.InvariantCulture), "raw", g.First().Raw, "reason", g.First().Reason.Chinese, "reason-en", g.First().Reason.English));

    [GeneratedRegex(@"20\d{2}年(?:度)?")]
    private static partial Regex Dated();

    internal static Form? FormOf(LawContext c, Table table) => c.Book?.Forms.FirstOrDefault(f => f.Key == table.Form);
}
