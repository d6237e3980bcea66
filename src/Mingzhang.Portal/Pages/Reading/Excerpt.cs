using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Reading;

/// <summary>原文摘录：the sentence around a figure, or its row in the table with the head above it.</summary>
internal static class Excerpt
{
    private const int Around = 2;

    public static Markup Of(Visit v, IArchive archive, ArchivedDocument document, Statement statement)
    {
        if (statement.Place.Table is not null)
        {
            foreach (var table in archive.Tables(document, id => id == statement.Id ? statement : null))
            {
                var row = Enumerable.Range(0, table.Rows.Count).FirstOrDefault(i => table.Rows[i].Cells.Any(c => ReferenceEquals(c.Statement, statement)), -1);
                if (row >= 0)
                {
                    return Table(v, table, row, statement);
                }
            }
        }

        if (statement.Place.Order is not { } order)
        {
            return Empty;
        }

        var paragraph = archive.Texts(document).Where(t => t.Kind is not "Project" && t.Place.Order <= order).LastOrDefault(t => t.Said.Contains(statement.Raw, StringComparison.Ordinal));
        if (paragraph is null)
        {
            return Empty;
        }

        var at = paragraph.Said.IndexOf(statement.Raw, StringComparison.Ordinal);
        if (paragraph.Place.Order == order && statement.Place.Start is { } start && start + statement.Raw.Length <= paragraph.Said.Length && string.CompareOrdinal(paragraph.Said, start, statement.Raw, 0, statement.Raw.Length) == 0)
        {
            at = start;
        }

        return Html($"<blockquote lang=\"zh\">{paragraph.Said[..at]}<mark>{statement.Raw}</mark>{paragraph.Said[(at + statement.Raw.Length)..]}</blockquote>");
    }

    private static Markup Table(Visit v, Table table, int row, Statement own) => Html($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{table.Name}"><table class="printed" lang="zh"><caption>{string.Join(' ', new[] { table.Number, table.Title }.Where(t => t.Length > 0))}{When(table.Unit is not null, () => Html($" <small>{v.Say("unit.of", table.Unit!.Name)}</small>"))}</caption><thead><tr>{table.Columns.Select(c => Html($"<th scope=\"col\">{c}</th>"))}</tr></thead><tbody>
        {table.Rows.Skip(Math.Max(0, row - Around)).Take((2 * Around) + 1).Select(r => Html($"<tr>{Enumerable.Range(0, table.Columns.Count).Select(c => Cell(r.Cells.FirstOrDefault(x => x.Column == c), own))}</tr>\n"))}</tbody></table></div>
        """);

    private static Markup Cell(TableCell? cell, Statement own) => ReferenceEquals(cell?.Statement, own) ? Html($"<td class=\"n\"><mark>{cell!.Raw}</mark></td>") : Html($"<td class=\"{(cell is { Raw: [(>= '0' and <= '9') or '-', ..] } ? "n" : "")}\">{cell?.Raw}</td>");
}
