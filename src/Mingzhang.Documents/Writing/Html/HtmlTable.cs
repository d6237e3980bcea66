using System.Globalization;
using System.Text;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Html;

/// <summary>网页中的表：caption, header rows with scopes, the names of rows as row headers.</summary>
internal static class HtmlTable
{
    public static void Write(StringBuilder page, ComposedTable table, string anchor)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"table{(table.Landscape ? " wide" : "")}\" id=\"{anchor}\">\n<section class=\"scroll\" tabindex=\"0\" aria-labelledby=\"{anchor}c\">\n<table>\n<caption id=\"{anchor}c\">");
        foreach (var (text, kind) in new[] { (table.Number, "number"), (table.Title, "title"), (table.EntityLine, "line"), (table.UnitLine, "line unit") }.Where(l => l.Item1.Length > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\">{HtmlText.Escape(text)}</p>");
        }

        page.Append("</caption>\n");
        if (table.Header.Count > 0)
        {
            page.Append("<thead>\n");
            foreach (var row in table.Header)
            {
                page.Append("<tr>");
                foreach (var cell in row.Where(c => c.Kind != CellKind.Covered))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<th scope=\"{(cell.Columns > 1 ? "colgroup" : "col")}\"{Spans(cell)}>{HtmlText.Escape(cell.Text)}</th>");
                }

                page.Append("</tr>\n");
            }

            page.Append("</thead>\n");
        }

        page.Append("<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append(row.Total ? "<tr class=\"total\">" : "<tr>");
            foreach (var cell in row.Cells.Where(c => c.Kind != CellKind.Covered))
            {
                page.Append(Cell(cell));
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</section>\n");
        foreach (var note in table.Notes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{HtmlText.Escape(note)}</p>\n");
        }

        page.Append("</div>\n");
    }

    private static string Cell(ComposedCell cell) => cell.Kind switch
    {
        CellKind.Name when cell.Text.Length > 0 => $"<th scope=\"row\"{Spans(cell)}>{HtmlText.Escape(cell.Text)}</th>",
        CellKind.Amount or CellKind.Number => $"<td class=\"n\"{Spans(cell)}>{HtmlText.Escape(cell.Text)}</td>",
        CellKind.Code => $"<td class=\"c\"{Spans(cell)}>{HtmlText.Escape(cell.Text.Trim())}</td>",
        CellKind.Label => $"<td class=\"label\"{Spans(cell)}>{HtmlText.Escape(cell.Text)}</td>",
        _ => $"<td{Spans(cell)}>{HtmlText.Escape(cell.Text)}</td>",
    };

    private static string Spans(ComposedCell cell) =>
        (cell.Columns > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"") : "") + (cell.Rows > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"") : "");
}
