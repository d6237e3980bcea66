using System.Globalization;
using System.Text;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>文字印成网页：lines with tabs become tables; the blank cells of a header are merged with the label at the left or above, as people draw them.</summary>
internal static class TextPages
{
    private const int MostHeaderRows = 3;

    public static string Html(string text)
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"></head><body>\n");
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                rows.Add(line.Split('\t'));
                continue;
            }

            Table(page, rows);
            rows.Clear();
            page.Append(line.Length > 0 ? "<p>" + line + "</p>\n" : "");
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Table(StringBuilder page, List<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var header = rows.FindIndex(r => r.Any(c => c.Length > 0 && c.All(d => char.IsAsciiDigit(d) || d is '.' or ',')));
        header = header is < 0 or > MostHeaderRows ? 0 : header;
        page.Append("<table border=1>\n");
        for (var r = 0; r < rows.Count; r++)
        {
            page.Append("<tr>");
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (r >= header || rows[r][c].Length > 0)
                {
                    var columns = r >= header ? 1 : 1 + Enumerable.Range(c + 1, rows[r].Length - c - 1).TakeWhile(k => rows[r][k].Length == 0 && Below(rows, r, k, header)).Count();
                    var deep = r >= header || Below(rows, r, c, header) ? 1 : header - r;
                    page.Append(CultureInfo.InvariantCulture, $"<td colspan={columns} rowspan={deep}>{rows[r][c]}</td>");
                }
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static bool Below(List<string[]> rows, int row, int column, int header) => rows.Take(header).Skip(row + 1).Any(r => r[column].Length > 0);
}
