using Mingzhang.Paper;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>没有页面的图：text and grids of a web page, a text file or a spreadsheet as HTML, with every figure marked.</summary>
internal sealed class PlainDrawing(Markup html, FigureIndex figures)
{
    /// <summary>画全文。</summary>
    public void Draw(IEnumerable<Block> blocks)
    {
        html.Raw("<div class=\"paper\">\n");
        foreach (var block in blocks)
        {
            if (block is Grid grid)
            {
                Table(grid);
            }
            else if (block is TextLine line)
            {
                Line(line);
            }
        }

        html.Raw("</div>\n");
    }

    private void Line(TextLine line)
    {
        html.Raw($"<p{(line.Furniture ? " class=\"furniture\"" : line.Prominent ? " class=\"head\"" : "")}>");
        var at = 0;
        foreach (var span in figures.Spans(line))
        {
            html.Text(line.Text[at..span.Start]);
            Mark(span, line.Text.Substring(span.Start, span.Length));
            at = span.Start + span.Length;
        }

        html.Text(line.Text[at..]).Raw("</p>\n");
    }

    private void Table(Grid grid)
    {
        html.Raw($"<table{(grid.Guessed ? " class=\"guess\"" : "")}>\n");
        foreach (var row in grid.Rows)
        {
            html.Raw("<tr>");
            for (var c = 0; c < row.Cells.Count; c++)
            {
                if (row.Cells[c] is not { CoveredFrom: null } cell)
                {
                    continue;
                }

                html.Raw(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<td{(cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "")}{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}>"));
                if (figures.Cell(row, c) is { } span)
                {
                    Mark(span, cell.Text);
                }
                else
                {
                    html.Text(cell.Text);
                }

                html.Raw("</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</table>\n");
    }

    private void Mark(Span span, string text) => html.Raw($"<mark class=\"{span.Kind}\" title=\"").Text(span.Words).Raw("\">").Text(text).Raw("</mark>");
}
