namespace Mingzhang.Pdf.Layout;

/// <summary>没有线的表：runs of lines whose words stand in columns with figures. A guess, and marked as one.</summary>
internal static class AlignedTables
{
    private const double FarBelow = 3;
    private const int MostWraps = 4;

    public static List<Lattice> Of(List<PieceLine> lines, bool tight)
    {
        var found = new List<Lattice>();
        var done = 0;
        for (var from = 0; from < lines.Count;)
        {
            if (lines[from].Pieces.Count < 2)
            {
                from++;
                continue;
            }

            var to = End(lines, from);
            if (from > done && Overlap(lines[from - 1], lines[from]))
            {
                from--;
            }

            var run = lines[from..to];
            var rows = PieceRow.Of(run);
            if (Alignment.Guess(rows, tight) is { } cuts && Lattice.Of(Alignment.Web(run, rows, cuts), TableKind.Aligned) is { } lattice)
            {
                found.Add(lattice);
            }

            from = done = to;
        }

        return found;
    }

    // Lines of one piece may be wrapped labels, as long as rows with several pieces go on below them.
    private static int End(List<PieceLine> lines, int from)
    {
        var end = from + 1;
        for (var i = from + 1; i < lines.Count && i < end + MostWraps; i++)
        {
            if (lines[i].Top - lines[i - 1].Bottom > FarBelow * lines[i].Line.Glyphs[0].Size)
            {
                break;
            }

            end = lines[i].Pieces.Count >= 2 ? i + 1 : end;
        }

        while (end < lines.Count && Overlap(lines[end - 1], lines[end]))
        {
            end++;
        }

        return end;
    }

    // Labels centred against their figures begin above and end below them.
    private static bool Overlap(PieceLine above, PieceLine line) => line.Top < above.Bottom;
}
