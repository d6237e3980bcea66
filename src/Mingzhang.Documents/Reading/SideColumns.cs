using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>一侧的栏目：in a side-by-side table each side has its own labels; other tables have one side.</summary>
internal sealed class SideColumns
{
    private readonly Header _header;

    private SideColumns(Header header) => _header = header;

    public List<int> Codes { get; } = [];

    public List<int> Labels { get; } = [];

    public int? Project { get; private set; }

    /// <summary>另有坐标的栏（专项、经济科目、采购物品）。</summary>
    public List<FacetColumn> Facets { get; } = [];

    public List<AmountColumn> Amounts { get; } = [];

    public static SideColumns[] Of(Header header, Form? form, ReadingContext context, Point at)
    {
        var subject = new Subject(context);
        var sides = new List<SideColumns>();
        var side = new SideColumns(header);
        for (var c = 0; c < header.Columns.Count; c++)
        {
            var column = header.Columns[c];
            var kind = column.Kind == ColumnKind.Project && form is { Layout: not (FormLayout.Projects or FormLayout.Sheet) } ? ColumnKind.Label : column.Kind;

            // A rate beside a project is told of the project; elsewhere it is a number whose meaning is not known.
            kind = kind == ColumnKind.Rate && !header.Columns.Any(x => x.Kind == ColumnKind.Project) ? ColumnKind.Amount : kind;

            // Words without a header between a name and its amounts are the lower half of the name.
            if (kind == ColumnKind.Text && column.Path.Count <= 1 && side.Labels.Count > 0 && side.Amounts.Count == 0 && (column.Path.Count == 0 || column.Path[0] == (header.Columns[c - 1].Path is [.., var left] ? left : "")))
            {
                kind = ColumnKind.Name;
            }

            var begins = kind is ColumnKind.Label or ColumnKind.Code or ColumnKind.Name && side.Amounts.Count > 0;
            if (begins)
            {
                sides.Add(side);
                side = new SideColumns(header);
            }

            switch (kind)
            {
                case ColumnKind.Code:
                    side.Codes.Add(c);
                    break;
                case ColumnKind.Name or ColumnKind.Label:
                    side.Labels.Add(c);
                    break;
                case ColumnKind.Earmark or ColumnKind.Category or ColumnKind.Goods:
                    side.Facets.Add(new FacetColumn(c, kind));
                    break;
                case ColumnKind.Project:
                    side.Project = c;
                    break;
                case ColumnKind.Amount:
                    side.Amounts.Add(Amount(column, c, subject, context, at));
                    break;
                default:
                    break;
            }
        }

        sides.Add(side);
        return [.. sides];
    }

    public string ColumnName(int column) => string.Join(' ', _header.Columns[column].Path);

    /// <summary>编码所属的维度: as the form says, else by the header's words and the code itself.</summary>
    public string CodeDimension(Form? form, string code)
    {
        var classification = form?.Classification
            ?? (Codes.Any(c => _header.Columns[c].Path.Any(p => p.Contains("经济分类", StringComparison.Ordinal))) || code[0] is '3' or '5' ? code[0] == '5' ? "economic-government" : "economic-department" : "functions");
        return classification switch
        {
            "economic-department" => "economic",
            "economic-government" => "government-economic",
            _ => "function",
        };
    }

    /// <summary>一行的编码: 类 | 款 | 项 in one column or three, zeros lost (301 | 2) or the upper parts left out; words in these columns
    /// belong to the name. What was printed is kept where zeros are lost.</summary>
    public (string Code, string Words, string? Printed) Code(GridRow row, string before)
    {
        var code = "";
        var words = "";
        var parts = new List<string>();
        for (var i = 0; i < Codes.Count; i++)
        {
            var text = Fold.Label(row[Codes[i]]);
            var digits = 0;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }

            var part = text[..digits];
            words += digits < text.Length && text is not ("类" or "款" or "项" or "栏次") ? text[digits..].TrimStart('-', ' ') : "";
            if (part.Length == 0)
            {
                continue;
            }

            parts.Add(part);
            if (part.Length >= 3)
            {
                code = part;
            }
            else
            {
                // A part below without its own parts above goes on under the row before.
                var above = 3 + (2 * Math.Max(0, i - 1));
                code = (code.Length > 0 ? code : before.Length >= above ? before[..above] : "") + part.PadLeft(2, '0');
            }
        }

        return (code, words, parts.Exists(p => p.Length == 1) ? string.Join(' ', parts) : null);
    }

    private static AmountColumn Amount(HeaderColumn column, int index, Subject subject, ReadingContext context, Point at)
    {
        var point = at;
        if (column.Path.Count == 0)
        {
            return new(index, point, new Reason("该栏没有栏目名", "the column has no header"));
        }

        var change = ChangeColumn.Find(column.Path, context);
        foreach (var label in change?.Labels ?? column.Path)
        {
            var meaning = subject.Read(label);
            if (!meaning.Understood)
            {
                return new(index, point, new Reason($"未读懂栏目“{label}”", $"the column '{label}' is not understood"));
            }

            point = subject.Place(point, meaning);
        }

        return new(index, point, null, change?.Column);
    }
}
