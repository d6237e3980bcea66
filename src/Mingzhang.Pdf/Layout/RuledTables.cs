namespace Mingzhang.Pdf.Layout;

/// <summary>有线的表：webs that enclose at least two cells, and those of them whose lines are not all drawn.</summary>
internal static class RuledTables
{
    public static (List<Lattice> Whole, List<Web> Partly) Of(List<Web> webs, List<PieceLine> lines)
    {
        var (whole, partly) = (new List<Lattice>(), new List<Web>());
        foreach (var web in webs)
        {
            // One box round a text is a frame and no table.
            if (Lattice.Of(web) is { Cells.Count: > 1 } lattice)
            {
                if (PartlyRuled.Lacks(lattice, lines))
                {
                    partly.Add(web);
                }
                else
                {
                    whole.Add(lattice);
                }
            }
        }

        return (whole, partly);
    }
}
