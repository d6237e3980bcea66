namespace Mingzhang.Pdf.Layout;

/// <summary>没有线的表：runs of lines whose words stand in columns with figures, below the lines that head them. A guess, and marked as one.</summary>
internal static class AlignedTables
{
    private const double FarBelow = 3;
    private const int MostWraps = 6;

    /// <summary>找出没有线的表.</summary>
    public static List<FoundTable> Of(int page, List<PieceLine> lines)
    {
        var found = new List<FoundTable>();
        var done = 0;
        for (var i = 0; i < lines.Count;)
        {
            if (!TableLine.IsData(lines, i))
            {
                i++;
                continue;
            }

            var from = BodyStart(lines, i, done);
            var to = End(lines, i);
            var header = HeaderLines.Above(lines, from, done);
            if (UnruledTable.Of(page, lines[header..from], lines[from..to], DrawnLines.None) is { } table)
            {
                found.Add(new FoundTable(table, lines[header..to]));
                done = to;
            }

            i = to;
        }

        return found;
    }

    // Labels centred against their figures begin above and end below them.
    private static int BodyStart(List<PieceLine> lines, int from, int done)
    {
        while (from > done && (lines[from].Overlaps(lines[from - 1]) || IsWrapped(lines, from - 1)) && !TableLine.IsProse(lines[from - 1]))
        {
            from--;
        }

        return from;
    }

    // One label alone, that begins where the one below does and is nearer to it than to what is above.
    private static bool IsWrapped(List<PieceLine> lines, int at)
    {
        var (line, below) = (lines[at], lines[at + 1]);
        var gap = below.Top - line.Bottom;
        return at > 0 && line.Pieces is [{ Figure: false } label] && Math.Abs(label.Left - below.Pieces[0].Left) < 0.3 * line.Size && TableLine.SameSize(line, below)
            && gap < 0.6 * line.Size && line.Top - lines[at - 1].Bottom > gap + (0.3 * line.Size);
    }

    // Lines without figures may be wrapped labels, as long as rows with figures go on below them. A label that stands over columns of
    // figures heads another table.
    private static int End(List<PieceLine> lines, int from)
    {
        var seen = new TableReach(lines[from]);
        var (end, labels) = (from + 1, true);
        for (var i = from + 1; i < lines.Count && i <= end + MostWraps; i++)
        {
            var line = lines[i];
            if (line.Top - lines[i - 1].Bottom > FarBelow * line.Size || TableLine.IsProse(line) || !TableLine.SameSize(line, lines[from]))
            {
                break;
            }

            if (TableLine.IsData(lines, i))
            {
                seen.Add(line);
                (end, labels) = (i + 1, true);
            }
            else if (!line.Overlaps(lines[i - 1]) && !(i + 1 < lines.Count && TableLine.IsData(lines, i + 1) && lines[i + 1].Overlaps(line)) && seen.Heads(line))
            {
                break;
            }
            else
            {
                // Rows without figures at the end are labels like those above.
                labels &= seen.IsLabel(line);
                end = labels ? i + 1 : end;
            }
        }

        while (end < lines.Count && lines[end].Overlaps(lines[end - 1]) && !TableLine.IsProse(lines[end]))
        {
            end++;
        }

        return end;
    }
}

/// <summary>找到的表与用掉的行。</summary>
internal sealed record FoundTable(LaidTable Table, List<PieceLine> Lines);
