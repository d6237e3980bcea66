using System.Globalization;
using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports.Page;

/// <summary>正文的一侧：the document as it was read, places of findings marked and numbered back to their finding.</summary>
internal sealed class DocumentPane(string key, bool english)
{
    public void Write(StringBuilder page, DocumentBlocks blocks)
    {
        var number = 0;
        foreach (var marked in blocks.All)
        {
            if (marked.Block.Passage is { } passage)
            {
                if (passage.Place.Page is { } at && at != number)
                {
                    number = at;
                    page.Append(CultureInfo.InvariantCulture, $"<p class=\"page\">{(english ? "page " : "第")}{at}{(english ? "" : "页")}</p>\n");
                }

                Passage(page, marked, passage);
            }
            else
            {
                Table(page, marked, marked.Block.Table!);
            }
        }
    }

    private void Passage(StringBuilder page, MarkedBlock marked, Passage passage)
    {
        var kind = passage.Kind switch { PassageKind.Title => "title", PassageKind.Heading => "heading", PassageKind.Contents => "contents", PassageKind.Caption => "caption", PassageKind.Note => "note", PassageKind.Closing => "closing", _ => "text" };
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}{Tone(marked)}\" id=\"{key}-b{marked.Index}\">").Append(Marked(passage.Text, marked.Marks)).Append(Back(marked)).Append("</p>\n");
    }

    private void Table(StringBuilder page, MarkedBlock marked, Table table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlReport.Escape(table.Name)}\"><table id=\"{key}-b{marked.Index}\" class=\"read{Tone(marked)}\">\n<caption>{HtmlReport.Escape(string.Join(' ', new[] { table.Number, table.Title }.Where(t => t.Length > 0)))}{Back(marked)}</caption>\n");
        if (table.Columns.Count > 0)
        {
            page.Append("<thead><tr>").AppendJoin("", table.Columns.Select(c => "<th scope=\"col\">" + HtmlReport.Escape(c) + "</th>")).Append("</tr></thead>\n");
        }

        page.Append("<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var cell = row.Cells.FirstOrDefault(x => x.Column == c);
                var mark = cell?.Statement is { } statement ? marked.Marks.FirstOrDefault(m => m.Place.Order == row.Place.Order && m.Place.Row == statement.Place.Row && m.Place.Column == statement.Place.Column) : null;
                var amount = cell?.Statement is AmountStatement or ChangeStatement;
                var tone = mark is null ? "" : " " + SeverityWords.English(mark.Finding.Severity);
                page.Append(CultureInfo.InvariantCulture, $"<td class=\"{(amount ? "amount" : "label")}{tone}\"{Title(cell?.Statement)}>").Append(HtmlReport.Escape(cell?.Raw)).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table></div>\n");
    }

    // On hover a figure says its point.
    private static string Title(Statement? statement) => statement is null ? "" : " title=\"" + HtmlReport.Escape(statement.Point.ToString()) + "\"";

    private static string Marked(string text, IReadOnlyList<Mark> marks)
    {
        var spans = marks.Select(m => new { m.Finding, At = m.Place.Text is { Length: > 0 } words ? text.IndexOf(words, StringComparison.Ordinal) : -1, Length = m.Place.Text?.Length ?? 0 })
            .Where(s => s.At >= 0 && s.Length < text.Length).OrderBy(s => s.At).ToList();
        var page = new StringBuilder();
        var done = 0;
        foreach (var span in spans.Where(s => s.At >= done))
        {
            page.Append(HtmlReport.Escape(text[done..span.At])).Append(CultureInfo.InvariantCulture, $"<mark class=\"{SeverityWords.English(span.Finding.Severity)}\">").Append(HtmlReport.Escape(text.Substring(span.At, span.Length))).Append("</mark>");
            done = span.At + span.Length;
        }

        return page.Append(HtmlReport.Escape(text[done..])).ToString();
    }

    private static string Tone(MarkedBlock marked) => marked.Marks.Count == 0 ? "" : " at " + SeverityWords.English(marked.Marks.Max(m => m.Finding.Severity));

    private string Back(MarkedBlock marked)
    {
        var page = new StringBuilder();
        foreach (var finding in marked.Marks.Select(m => m.Finding).DistinctBy(f => f.Id))
        {
            page.Append(CultureInfo.InvariantCulture, $" <a class=\"back {SeverityWords.English(finding.Severity)}\" href=\"#{key}-{finding.Id}\" title=\"{HtmlReport.Escape(english ? finding.Message.English : finding.Message.Chinese)}\">{finding.Rule}</a>");
        }

        return page.ToString();
    }
}
