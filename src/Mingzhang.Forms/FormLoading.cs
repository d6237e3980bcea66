using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>表式的读取：one table-NN.txt.</summary>
internal sealed class FormLoading(Space space, Lexicon lexicon, Problems problems)
{
    private static readonly string[] Once = ["title", "alias", "layout", "unit", "at", "codes", "closes", "columns", "rows", "nil"];

    public Form? Form(Outline root, string book)
    {
        if (root.Key != "form")
        {
            problems.Unknown(root);
            return null;
        }

        Fields.Check(root, Once, ["implies"], problems);
        var title = Child(root, "title")?.Value ?? "";
        if (title.Length == 0 || !Enum.TryParse<FormLayout>(Child(root, "layout")?.Value, ignoreCase: true, out var layout))
        {
            problems.Add(root, "表式应有 title 和 layout (sides, codes, labels, single, objective, projects, sheet)", "a form needs a title and a layout (sides, codes, labels, single, objective, projects, sheet)");
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
            Unit = MoneyUnit.Find(Child(root, "unit")?.Value ?? ""),
            At = Coordinates(Child(root, "at")),
            Classification = Child(root, "codes")?.Value.Split(' ')[0],
            Implied = [.. root.Children.Where(c => c.Key == "implies").SelectMany(Implied)],
            Closes = Child(root, "closes")?.Value != "no",
            Columns = [.. Child(root, "columns")?.Children.Select(Column) ?? []],
            Rows = [.. Rows(Child(root, "rows"), "")],
            Nil = Child(root, "nil")?.Value,
            Stems = [.. aliases.Append(title).Select(t => Fold.Label(Undated(t))).OrderByDescending(t => t.Length)],
        };
    }

    /// <summary>去掉年度的写法: documents print any year, or none.</summary>
    internal static string Undated(string title) => title.Replace("{Y}年度", "", StringComparison.Ordinal).Replace("{Y}年", "", StringComparison.Ordinal);

    private FormColumn Column(Outline at)
    {
        var folded = Fold.Label(at.Text);
        return new FormColumn(at.Text, lexicon.Kind(folded), [.. at.Children.Select(Column)]);
    }

    private IEnumerable<FormRow> Rows(Outline? at, string side)
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
                yield return new FormRow("", side, child.Key[1..], Lengths(child), []);
            }
            else
            {
                yield return new FormRow(child.Text.TrimEnd('?'), side, null, [], [.. Rows(child, side)], child.Text[^1] == '?');
            }
        }
    }

    // *CLASSIFICATION LENGTH…: rows by code, each of one of these lengths.
    private int[] Lengths(Outline at)
    {
        var words = at.Value.Split(' ');
        var lengths = words.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0).ToArray();
        if (lengths.Any(l => l is < 1 or > 9))
        {
            problems.Add(at, "按科目列行的写法是 *科目表 编码位数…，如 *functions 3 5 7", "write rows by code as *CLASSIFICATION and the lengths of the codes, such as *functions 3 5 7");
        }

        return lengths;
    }

    // implies CODE… COORDINATES
    private IEnumerable<CodeImplication> Implied(Outline at)
    {
        var words = at.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var codes = words.TakeWhile(w => w.All(char.IsAsciiDigit)).ToList();
        return Coordinates(at, string.Join(' ', words.Skip(codes.Count))) is { } point ? codes.Select(c => new CodeImplication(c, point)) : [];
    }

    private Point? Coordinates(Outline? at) => at is null ? null : Coordinates(at, at.Value);

    private Point? Coordinates(Outline at, string text)
    {
        var point = space.Parse(text, out var unknown);
        if (point is null)
        {
            problems.Add(at, $"不认识的坐标“{unknown}”", $"unknown coordinate '{unknown}'");
        }

        return point;
    }

    private static Outline? Child(Outline at, string key) => at.Children.FirstOrDefault(c => c.Key == key);
}
