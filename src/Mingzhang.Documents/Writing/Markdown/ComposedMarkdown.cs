using System.Text;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Markdown;

/// <summary>成稿写成 Markdown：headings, paragraphs, tables with their header rows.</summary>
public static class ComposedMarkdown
{
    /// <summary>写成 Markdown。</summary>
    public static string Write(Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(composed.Title)).Append('\n');
        if (composed.Draft)
        {
            text.Append("\n> **草稿**：尚有待填之处，不得公布。\n");
        }

        foreach (var block in composed.Blocks)
        {
            switch (block)
            {
                case ComposedHeading heading:
                    text.Append('\n').Append('#', Math.Min(heading.Level + 1, 6)).Append(' ').Append(Escape(heading.Text)).Append('\n');
                    break;
                case ComposedParagraph paragraph:
                    text.Append('\n').Append(Paragraph(string.Concat(paragraph.Runs.Select(r => r is GapRun ? "**" + Escape(r.Text) + "**" : Escape(r.Text))))).Append('\n');
                    break;
                case ComposedTable table:
                    Table(text, table);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, ComposedTable table)
    {
        text.Append("\n## ").Append(Escape(table.Heading)).Append('\n');
        var above = string.Join("　", new[] { table.EntityLine, table.UnitLine }.Where(l => l.Length > 0));
        if (above.Length > 0)
        {
            text.Append('\n').Append(Escape(above)).Append('\n');
        }

        // One header row is all that Markdown knows: the others follow it, as cells of the same width.
        List<ComposedRow> rows = [.. table.Header.Select(h => new ComposedRow(h, true)), .. table.Rows];
        for (var r = 0; r < rows.Count; r++)
        {
            text.Append("\n|");
            foreach (var cell in rows[r].Cells)
            {
                var words = Escape(cell.Text.Trim());
                text.Append(' ').Append(r > 0 && rows[r].Total && words.Length > 0 ? "**" + words + "**" : words).Append(" |");
            }

            if (r == 0)
            {
                text.Append("\n|").AppendJoin("", table.Columns.Select(k => k is CellKind.Amount or CellKind.Number ? " ---: |" : " --- |"));
            }
        }

        text.Append('\n');
        foreach (var note in table.Notes)
        {
            text.Append('\n').Append(Escape(note)).Append('\n');
        }
    }

    // What Markdown would take for its own marks is shown as it is.
    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '#' or '~')
            {
                result.Append('\\').Append(c);
            }
            else
            {
                result.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '\n' or '\r' or '\t' => " ", _ => c.ToString() });
            }
        }

        return result.ToString();
    }

    // 1. at the head of a line would begin a list, - and + too.
    private static string Paragraph(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && text[digits] is '.' or ')' ? text[..digits] + "\\" + text[digits..] : text.Length > 0 && text[0] is '-' or '+' or '=' ? "\\" + text : text;
    }
}
