using System.Text;
using Mingzhang.Paper;

namespace Mingzhang.Ledger.Imports;

/// <summary>逗号或制表符分隔的文件：rows as a grid, each with the line on which it begins, so that a fault can be found again.</summary>
internal static class CsvGrid
{
    /// <summary>至多的行数。</summary>
    public const int MostRows = 200_000;

    /// <summary>读取; quotes protect separators, line breaks and doubled quotes. Null where it has more rows or columns than any budget.</summary>
    public static Grid? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var separator = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))).Contains('\t') ? '\t' : ',';
        var rows = new List<GridRow>();
        var cells = new List<GridCell>();
        var cell = new StringBuilder();
        var quoted = false;
        var (line, began) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                quoted = c != '"' || (i + 1 < text.Length && text[i + 1] == '"');
                if (c == '"' && quoted)
                {
                    i++;
                }

                if (quoted)
                {
                    cell.Append(c);
                    line += c == '\n' ? 1 : 0;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                End(cells, cell);
                if (cells.Count > PaperDocument.MostColumns)
                {
                    return null;
                }
            }
            else if (c == '\n')
            {
                End(cells, cell);
                rows.Add(new GridRow([.. cells], began, null));
                cells.Clear();
                began = ++line;
                if (rows.Count > MostRows)
                {
                    return null;
                }
            }
            else if (c is not ('\r' or '\uFEFF'))
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            End(cells, cell);
            rows.Add(new GridRow([.. cells], began, null));
        }

        return new Grid(rows);
    }

    private static void End(List<GridCell> cells, StringBuilder cell)
    {
        cells.Add(new GridCell(cell.ToString().Trim(), 0));
        cell.Clear();
    }
}
