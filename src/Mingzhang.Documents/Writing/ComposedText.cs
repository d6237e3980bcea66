using System.Text;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing;

/// <summary>成稿写成文本：lines and tabs, the format that any reader takes.</summary>
public static class ComposedText
{
    /// <summary>写成文本。</summary>
    public static string Write(Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var text = new StringBuilder();
        text.Append(Line(composed.Title)).Append('\n');
        for (var i = 0; i < composed.Blocks.Count; i++)
        {
            switch (composed.Blocks[i])
            {
                case ComposedHeading heading:
                    text.Append('\n').Append(Line(heading.Text));
                    text.Append(i + 1 < composed.Blocks.Count && composed.Blocks[i + 1] is ComposedParagraph { Lead.Length: > 0 } ? "" : "\n");
                    break;
                case ComposedParagraph paragraph:
                    text.Append(paragraph.Lead.Length > 0 ? paragraph.Lead : "\n").Append(Line(paragraph.Text)).Append('\n');
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
        text.Append('\n');
        foreach (var line in new[] { table.Number, table.Title, table.EntityLine, table.UnitLine }.Where(l => l.Length > 0))
        {
            text.Append(Line(line)).Append("\n\n");
        }

        foreach (var cells in table.Header.Concat(table.Rows.Select(r => r.Cells)))
        {
            text.AppendJoin('\t', cells.Select(c => Line(c.Text))).Append('\n');
        }

        foreach (var note in table.Notes)
        {
            text.Append('\n').Append(Line(note)).Append('\n');
        }
    }

    // A name must not break the line that it stands in, nor its cell; what no text holds is left out.
    private static string Line(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f'))
        {
            return text;
        }

        var words = string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return string.Concat(words.Where(c => !char.IsControl(c)));
    }
}
