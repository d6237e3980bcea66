namespace Mingzhang.Pdf.Layout;

/// <summary>没有画全的表：a frame whose rows or columns are not all divided by lines; where figures stand in rows or columns inside one
/// cell, the lines between them are thought in.</summary>
internal static class MissingLines
{
    private const int LeastRows = 3;
    private const double WideColumn = 0.3;

    /// <summary>补上没有画的线; the lattice itself where it is complete.</summary>
    public static Lattice Complete(Web web, Lattice lattice, List<PieceLine> page)
    {
        var lines = page.FindAll(l => l.Top > lattice.Ys[0] - 2 && l.Bottom < lattice.Ys[^1] + 2);
        var rows = Rows(lattice, lines);
        foreach (var y in rows)
        {
            web.Across.Add(new Segment(y, lattice.Xs[0], lattice.Xs[^1]));
        }

        List<double> all = [.. lattice.Ys, .. rows];
        all.Sort();
        var columns = Columns(lattice, lines);
        if (columns.Count > 0)
        {
            Alignment.Draw(web, lines, columns, all);
        }

        return rows.Count + columns.Count == 0 ? lattice : Lattice.Of(web, TableKind.Striped) ?? lattice;
    }

    private static List<double> Rows(Lattice lattice, List<PieceLine> lines)
    {
        var cuts = new List<double>();
        for (var r = 0; r < lattice.Rows; r++)
        {
            var inside = lines.FindAll(l => Levels.Band(lattice.Ys, l.Center) == r);
            if (inside.Count >= LeastRows && Divided(lattice, r) && inside.Count(l => RowLike(lattice, l)) is >= LeastRows and var alike && alike * 3 >= inside.Count * 2)
            {
                cuts.AddRange(Alignment.Between(PieceRow.Of(inside)));
            }
        }

        return cuts;
    }

    // At least two cells side by side, none of which spans several rows of lines that are drawn.
    private static bool Divided(Lattice lattice, int row)
    {
        for (var c = 0; c < lattice.Columns; c++)
        {
            if (lattice.Owner[row, c] is >= 0 and var cell && lattice.Cells[cell].Rows > 1)
            {
                return false;
            }
        }

        return lattice.Owner[row, 0] != lattice.Owner[row, lattice.Columns - 1];
    }

    private static bool RowLike(Lattice lattice, PieceLine line)
    {
        var (first, others) = (-1, false);
        foreach (var piece in line.Pieces)
        {
            var column = Levels.Band(lattice.Xs, (piece.Left + piece.Right) / 2);
            others |= first >= 0 && column != first;
            first = first < 0 ? column : first;
        }

        return others && line.HasFigure;
    }

    private static List<double> Columns(Lattice lattice, List<PieceLine> lines)
    {
        var cuts = new List<double>();
        for (var c = 0; c < lattice.Columns; c++)
        {
            var (left, right) = (lattice.Xs[c], lattice.Xs[c + 1]);
            if (right - left < WideColumn * (lattice.Xs[^1] - lattice.Xs[0]))
            {
                continue;
            }

            var inside = new List<PieceLine>();
            foreach (var line in lines)
            {
                var pieces = line.Pieces.FindAll(p => p.Left > left - 2 && p.Right < right + 2);
                if (pieces.Count > 0)
                {
                    inside.Add(line with { Pieces = pieces });
                }
            }

            cuts.AddRange(Alignment.Guess(PieceRow.Of(inside), tight: false) ?? []);
        }

        return cuts;
    }
}
