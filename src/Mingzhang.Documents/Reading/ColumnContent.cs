using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>栏目内容：what a column holds, by its label, and where no label is known by what stands in it.</summary>
internal static class ColumnContent
{
    /// <summary>栏目种类。</summary>
    public static ColumnKind Kind(Grid grid, int from, int column, List<string> path, Lexicon lexicon)
    {
        var leaf = path.Count == 0 ? ColumnKind.Amount : lexicon.Kind(path[^1]);
        if (leaf == ColumnKind.Amount && path.Exists(p => lexicon.Kind(p) == ColumnKind.Code))
        {
            leaf = ColumnKind.Code;
        }

        // 项目 or 科目名称 may stand over codes, 收入 and 支出 over amounts: there the cells decide.
        return leaf switch
        {
            ColumnKind.Amount => Words(grid, from, column) ? ColumnKind.Text : Codes(grid, from, column) && Named(path) ? ColumnKind.Code : leaf,
            ColumnKind.Label or ColumnKind.Name when Codes(grid, from, column) => ColumnKind.Code,
            ColumnKind.Label when path[^1] is "收入" or "支出" && !Words(grid, from, column) => ColumnKind.Amount,
            _ => leaf,
        };
    }

    private static bool Named(List<string> path) => path.Exists(p => p.Contains("编码", StringComparison.Ordinal) || p.Contains("代码", StringComparison.Ordinal) || p.Contains("科目", StringComparison.Ordinal));

    // Words and no number at all: notes, kinds of procurement, names of departments.
    private static bool Words(Grid grid, int from, int column)
    {
        var words = 0;
        for (var r = from; r < grid.Rows.Count; r++)
        {
            var kind = NumberText.Read(grid.Rows[r][column].TrimEnd('%', '％')).Kind;
            if (kind == CellNumberKind.Number)
            {
                return false;
            }

            words += kind == CellNumberKind.Words ? 1 : 0;
        }

        return words > 0;
    }

    private static bool Codes(Grid grid, int from, int column)
    {
        var codes = 0;
        for (var r = from; r < grid.Rows.Count; r++)
        {
            var text = Fold.Label(grid.Rows[r][column]);
            if (text.Length == 0 || !text.All(char.IsAsciiDigit))
            {
                if (text.Length > 0 && NumberText.Read(text).Kind == CellNumberKind.Number)
                {
                    return false;
                }

                continue;
            }

            if (text.Length is not (2 or 3 or 5 or 7) || (text.Length > 2 && text[0] is not ('2' or '3' or '5')))
            {
                return false;
            }

            codes++;
        }

        return codes > 1;
    }
}
