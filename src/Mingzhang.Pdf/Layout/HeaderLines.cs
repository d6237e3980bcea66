namespace Mingzhang.Pdf.Layout;

/// <summary>表头的行：which lines above the first row of a table without lines head its columns, and which are titles and notes above it.</summary>
internal static class HeaderLines
{
    private const int Most = 12;
    private const double FarAbove = 2.5;
    private const double NearAbove = 1.2;

    /// <summary>表头从哪一行起。</summary>
    /// <param name="lines">Lines.</param>
    /// <param name="body">First line of the body.</param>
    /// <param name="done">Lines before this one belong to something else.</param>
    public static int Above(List<PieceLine> lines, int body, int done)
    {
        var from = body;
        while (from > done && body - from < Most && IsHeader(lines[from - 1], lines[from], lines[body]))
        {
            from--;
        }

        while (from < body && IsCaption(lines, from, body))
        {
            from++;
        }

        return from;
    }

    private static bool IsHeader(PieceLine line, PieceLine below, PieceLine body) =>
        !line.Pieces.Exists(static p => p.Exact) && !TableLine.IsProse(line) && TableLine.SameSize(line, body) && below.Top - line.Bottom < FarAbove * line.Size && !TableLine.IsPair(line);

    // A line alone over the others, unless it begins with the labels of the table or stands close over labels.
    private static bool IsCaption(List<PieceLine> lines, int at, int body)
    {
        var line = lines[at];
        if (line.Pieces.Count > 1)
        {
            return false;
        }

        var left = lines[at + 1].Pieces[0].Left;
        for (var i = at + 2; i <= body; i++)
        {
            left = Math.Min(left, lines[i].Pieces[0].Left);
        }

        var gap = lines[at + 1].Top - line.Bottom;
        return Math.Abs(line.Pieces[0].Left - left) < line.Size ? gap > NearAbove * line.Size || at + 1 == body : gap > 0.1 * line.Size;
    }
}
