using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>表式的读取：one table-NN.txt.</summary>
internal sealed class FormLoading(Space space, Lexicon lexicon, Problems problems)
{
    private static readonly string[] Once = ["title", "alias", "layout", "at", "codes", "closes", "columns", "rows", "nil"];

    public Form? Form(Outline root, string book)
    {
        if (root.Key != "form")
        {
            problems.Unknown(root);
            return null;
        }

        Fields.Check(root, Once, [], problems);
        var title = Child(root, "title")?.Value ?? "";
        if (title.Length == 0 || !Enum.TryParse<FormLayout>(Child(root, "layout")?.Value, ignoreCase: true, out var layout))
        {
            problems.Add(root, "表式应有 title 和 layout (sides, codes, labels, single, objective, projects)", "a form needs a title and a layout (sides, codes, labels, single, objective, projects)");
            return null;
        }

        string[] aliases = [.. Child(root, "alias")?.Value.Split('|', StringSplitOptions.TrimEntries) ?? []];
        return new Form
        {
            Key = book + "/" + root.Value,
            Number = root.Value,
            Title = title,
            Aliases = aliases,
            Layout = layout,
            At = Coordinates(Child(root, "at")),
            Classification = Child(root, "codes")?.Value.Split(' ')[0],
            Closes = Child(root, "closes")?.Value != "no",
            Columns = [.. Child(root, "columns")?.Children.Select(Column) ?? []],
            Rows = [.. Rows(Child(root, "rows"), "")],
            Nil = Child(root, "nil")?.Value,
            Stems = [.. aliases.Append(title).Select(t => Fold.Label(t.Replace("{Y}年", "", StringComparison.Ordinal))).OrderByDescending(t => t.Length)],
        };
    }

    private FormColumn Column(Outline at)
    {
        var folded = Fold.Label(at.Text);
        return new FormColumn(at.Text, lexicon.Kind(folded), [.. at.Children.Select(Column)]);
    }

    private static IEnumerable<FormRow> Rows(Outline? at, string side)
    {
        foreach (var child in at?.Children ?? [])
        {
            if (child.Key == "side")
            {
                foreach (var row in Rows(child, child.Value))
                {
                    yield return row;
                }
            }
            else if (child.Key[0] == '*')
            {
                yield return new FormRow("", side, child.Key[1..], [.. child.Value.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))], []);
            }
            else
            {
                yield return new FormRow(child.Text, side, null, [], [.. Rows(child, side)]);
            }
        }
    }

    private Point? Coordinates(Outline? at)
    {
        if (at is null)
        {
            return null;
        }

        var point = space.Parse(at.Value, out var unknown);
        if (point is null)
        {
            problems.Add(at, $"不认识的坐标“{unknown}”", $"unknown coordinate '{unknown}'");
        }

        return point;
    }

    private static Outline? Child(Outline at, string key) => at.Children.FirstOrDefault(c => c.Key == key);
}
