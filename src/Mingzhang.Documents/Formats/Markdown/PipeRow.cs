using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Markdown;

/// <summary>竖线分隔的一行：cells between pipes; a pipe behind a backslash is part of its cell.</summary>
internal static class PipeRow
{
    public static List<GridCell> Cells(string line)
    {
        var cells = new List<GridCell>();
        var from = line.Length - line.TrimStart().Length;
        from += from < line.Length && line[from] == '|' ? 1 : 0;
        for (var i = from; i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] != '|' || (i > 0 && line[i - 1] == '\\')))
            {
                continue;
            }

            // What stands behind the last pipe is no cell, unless there is something.
            if (i == line.Length && string.IsNullOrWhiteSpace(line[from..]))
            {
                break;
            }

            var raw = line[from..i];
            cells.Add(new GridCell(InlineMarks.Plain(raw).Trim(), from + raw.Length - raw.TrimStart().Length));
            from = i + 1;
        }

        return cells;
    }
}
