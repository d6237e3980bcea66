namespace Mingzhang.Pdf.Layout;

/// <summary>有线的表：webs that enclose at least two cells.</summary>
internal static class RuledTables
{
    public static List<Lattice> Of(List<Web> webs, List<PieceLine> lines)
    {
        var lattices = new List<Lattice>();
        foreach (var web in webs)
        {
            // One box round a text is a frame and no table.
            if (Lattice.Of(web) is { Cells.Count: > 1 } lattice)
            {
                lattices.Add(MissingLines.Complete(web, lattice, lines));
            }
        }

        return lattices;
    }
}
