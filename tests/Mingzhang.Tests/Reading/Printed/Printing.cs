using System.Globalization;
using System.Net;
using System.Text;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>纸面的印制：the same blocks as plain text and as a web page with real headings and tables.</summary>
internal static class Printing
{
    // The family of the fonts stands between these two.
    private const string StyleBefore = "@page { size: A4; margin: 18mm } body { font-family: ";
    private const string StyleBehind = "; font-size: 11pt } h1 { text-align: center; font-size: 16pt } h2 { font-size: 12pt } "
        + "p { text-indent: 2em; margin: 4pt 0 } p.title { text-align: center; text-indent: 0; font-weight: bold } p.unit { text-align: right } "
        + "table { border-collapse: collapse; width: 100%; margin: 4pt 0 12pt 0 } td, th { border: 1px solid black; padding: 2pt; font-size: 8pt; font-weight: normal }";

    public static string Text(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(block is Grid grid ? string.Concat(grid.Rows.Select(r => string.Join('\t', r.Cells.Select(c => c.Text)) + "\n")) : ((TextLine)block).Text + "\n").Append('\n');
        }

        return text.ToString();
    }

    public static string Html(IReadOnlyList<Block> blocks, Func<Grid, int> header, Borders borders = Borders.All, string family = Fonts.Usual)
    {
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{((TextLine)blocks[0]).Text}</title><style>{StyleBefore}{family}{StyleBehind}</style></head><body>\n");
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Grid grid)
            {
                Table(page, grid, header(grid), borders);
                continue;
            }

            var text = ((TextLine)blocks[i]).Text;
            var heading = i == 0 ? "h1" : text.Length < 40 && !text.Contains('。', StringComparison.Ordinal) && Numbering.Level(Fold.Label(text)) > 0 ? "h2" : "p";
            var kind = heading != "p" ? "" : text.StartsWith("单位：", StringComparison.Ordinal) ? " class=\"unit\"" : text.EndsWith('表') ? " class=\"title\"" : "";
            page.Append(CultureInfo.InvariantCulture, $"<{heading}{kind}>{WebUtility.HtmlEncode(text)}</{heading}>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Table(StringBuilder page, Grid grid, int header, Borders borders)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table border=\"{(borders == Borders.All ? 1 : 0)}\" cellspacing=\"0\">");
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            page.Append(r == 0 && header > 0 ? "<thead>" : "").Append("<tr>");
            for (var c = 0; c < grid.Rows[r].Cells.Count; c++)
            {
                if (grid.Rows[r].Cells[c] is not { CoveredFrom: null } cell)
                {
                    continue;
                }

                var style = BorderStyle.Of(borders, grid, header, r, c);
                page.Append(CultureInfo.InvariantCulture, $"<td{(cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "")}{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}{(NumberLike(cell.Text) ? " align=\"right\"" : "")}{(style.Length > 0 ? $" style=\"{style}\"" : "")}>{WebUtility.HtmlEncode(cell.Text)}</td>");
            }

            page.Append("</tr>").Append(r == header - 1 ? "</thead>" : "").Append('\n');
        }

        page.Append("</table>\n");
    }

    private static bool NumberLike(string text) => text.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c is ',' or '.');
}
