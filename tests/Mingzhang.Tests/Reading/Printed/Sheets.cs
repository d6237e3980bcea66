using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>表样的填制：every form of a book filled with codes, labels and figures, no two figures alike.</summary>
internal static class Sheets
{
    private static readonly string[] Functions = ["201", "20126", "2012601", "2012604", "208", "20805", "2080505", "221", "22102", "2210201"];
    private static readonly string[] Economics = ["301", "30101", "30102", "302", "30201", "30217", "30231", "303", "30302"];

    /// <summary>The form with every cell filled.</summary>
    public static Sheet Of(FormBook book, Form form)
    {
        var columns = Columns(form);
        var figure = 0;
        var rows = form.Layout == FormLayout.Projects ? Projects(columns, ref figure) : Lines(form, columns, ref figure);
        return new Sheet(form, form.Unit ?? book.Unit, columns, rows);
    }

    public static string Dated(string text) => text.Replace("{Y-1}", (Sheet.Year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{Y}", Sheet.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static List<SheetColumn> Columns(Form form)
    {
        var columns = new List<SheetColumn>();
        var side = 0;
        foreach (var (leaf, path) in form.Columns.SelectMany(c => c.Leaves([])))
        {
            // 项目名称 names the rows where the form is none of projects.
            var kind = leaf.Kind == ColumnKind.Project && form.Layout != FormLayout.Projects ? ColumnKind.Label : leaf.Kind;
            var names = kind is ColumnKind.Label or ColumnKind.Name or ColumnKind.Code;
            side += names && columns.Count > 0 && columns[^1].Money && form.Layout == FormLayout.Sides ? 1 : 0;
            columns.Add(new SheetColumn([.. path.Select(Dated)], kind, side));
        }

        return columns;
    }

    private static List<SheetRow> Lines(Form form, List<SheetColumn> columns, ref int figure)
    {
        var sides = columns.Max(c => c.Side) + 1;
        var lines = Enumerable.Range(0, sides).Select(s => form.Layout == FormLayout.Single ? [("", "", false)] : Labels(Below(form, columns, s)).ToList()).ToList();
        var height = lines.Max(l => l.Count);
        foreach (var short_ in lines.Where(l => l.Count < height && l[^1].Total))
        {
            // The totals of both sides stand in one line, the last.
            short_.InsertRange(short_.Count - 1, Enumerable.Repeat(("", "", false), height - short_.Count));
        }

        var rows = new List<SheetRow>();
        for (var r = 0; r < height; r++)
        {
            var cells = new List<string>();
            for (var c = 0; c < columns.Count; c++)
            {
                var (code, label, _) = r < lines[columns[c].Side].Count ? lines[columns[c].Side][r] : ("", "", false);
                var filled = form.Layout == FormLayout.Single || code.Length + label.Length > 0;
                cells.Add(filled ? Cell(columns, c, code, label, ref figure) : "");
            }

            rows.Add(new SheetRow(cells, sides == 1 && lines[0][r].Total));
        }

        return rows;
    }

    private static IReadOnlyList<FormRow> Below(Form form, List<SheetColumn> columns, int side)
    {
        var heads = string.Concat(columns.Where(c => c.Side == side).SelectMany(c => c.Path));
        var names = form.Rows.Select(r => r.Side).Distinct(StringComparer.Ordinal).ToList();
        return names.Count < 2 ? form.Rows : [.. form.Rows.Where(r => r.Side == names.Find(n => heads.Contains(n, StringComparison.Ordinal)))];
    }

    private static IEnumerable<(string Code, string Label, bool Total)> Labels(IReadOnlyList<FormRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Codes is { } classification)
            {
                foreach (var code in (classification == "functions" ? Functions : Economics).Where(c => row.Lengths.Contains(c.Length)))
                {
                    yield return (code, Documents.Library.Catalogues[classification].Find(code, Sheet.Year)?.Name ?? "", false);
                }

                continue;
            }

            // A group whose first line is its 小计 stands beside it, not above.
            if (row.Children is [{ Label: "小计" }, ..])
            {
                yield return ("", row.Label + " 小计", false);
                continue;
            }

            yield return ("", row.Label, row.Label.EndsWith('计') && row.Children.Count == 0);
            foreach (var below in Labels(row.Children))
            {
                yield return below;
            }
        }
    }

    private static string Cell(List<SheetColumn> columns, int at, string code, string label, ref int figure)
    {
        var column = columns[at];
        var first = columns.FindIndex(c => c.Side == column.Side && c.Kind == column.Kind) == at;
        return column.Kind switch
        {
            ColumnKind.Amount => Figure(ref figure),
            ColumnKind.Code => Part(code, at - columns.FindIndex(c => c.Side == column.Side && c.Kind == ColumnKind.Code), columns.Count(c => c.Side == column.Side && c.Kind == ColumnKind.Code)),
            ColumnKind.Label or ColumnKind.Name when first => label,
            ColumnKind.Text => "集中采购",
            _ => "",
        };
    }

    /// <summary>The part of a code that stands in one of several columns.</summary>
    public static string Part(string code, int index, int of) => of == 1 ? code
        : index == 0 ? code[..Math.Min(3, code.Length)]
        : code.Length >= 3 + (2 * index) ? code.Substring(1 + (2 * index), 2) : "";

    private static List<SheetRow> Projects(List<SheetColumn> columns, ref int figure)
    {
        var rows = new List<SheetRow>();
        foreach (var (name, first) in new[] { ("馆藏档案数字化", true), ("馆藏档案数字化", false), ("档案库房修缮", true), ("档案库房修缮", false) })
        {
            var cells = new List<string>();
            foreach (var column in columns)
            {
                cells.Add(column.Kind switch
                {
                    ColumnKind.Index => first ? (rows.Count / 2 + 1).ToString(CultureInfo.InvariantCulture) : "",
                    ColumnKind.Project => first ? name : "",
                    ColumnKind.Amount => first ? Figure(ref figure) : "",
                    ColumnKind.Goal => first ? $"完成{name}" : "",
                    ColumnKind.Indicator => first ? name + "数量" : name + "合格率",
                    ColumnKind.Nature => "≥",
                    ColumnKind.Value => first ? "12" : "95",
                    ColumnKind.Unit => first ? "项" : "%",
                    ColumnKind.Weight => "50",
                    _ => "",
                });
            }

            rows.Add(new SheetRow(cells, false));
        }

        return rows;
    }

    private static string Figure(ref int figure) => (318.46m + (137.29m * figure++)).ToString("N2", CultureInfo.InvariantCulture);
}
