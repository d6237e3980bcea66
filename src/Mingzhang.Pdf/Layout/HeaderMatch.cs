namespace Mingzhang.Pdf.Layout;

/// <summary>表头与列的对应：the lowest labels and the columns, both from left to right; a label over, or just before, the figures of a column
/// names it, and one that has no column makes its own.</summary>
internal static class HeaderMatch
{
    private const double WithoutColumn = 4;
    private const double WithoutLabel = 2.5;
    private const double Before = 1;
    private const double Behind = 3;
    private const double BesideLabels = 1.5;

    /// <summary>给每个词一列。</summary>
    public static void Place(List<HeaderLeaf> leaves, ColumnBands bands)
    {
        // Cost of the first i labels and the first j columns.
        var costs = new double[leaves.Count + 1, bands.Count + 1];
        for (var i = 0; i <= leaves.Count; i++)
        {
            for (var j = 0; j <= bands.Count; j++)
            {
                costs[i, j] = i + j == 0 ? 0 : double.MaxValue;
                if (i > 0)
                {
                    costs[i, j] = costs[i - 1, j] + WithoutColumn;
                }

                if (j > 0)
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i, j - 1] + WithoutLabel);
                }

                if (i > 0 && j > 0)
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 1, j - 1] + Cost(leaves[i - 1], bands, j - 1));
                }
            }
        }

        Follow(leaves, bands, costs);
    }

    private static void Follow(List<HeaderLeaf> leaves, ColumnBands bands, double[,] costs)
    {
        var (i, j) = (leaves.Count, bands.Count);
        var added = new List<HeaderLeaf>();
        while (i > 0)
        {
            if (j > 0 && costs[i, j] == costs[i - 1, j - 1] + Cost(leaves[i - 1], bands, j - 1))
            {
                i--;
                j--;
                leaves[i].Column = j;
            }
            else if (j > 0 && costs[i, j] == costs[i, j - 1] + WithoutLabel)
            {
                j--;
            }
            else
            {
                i--;
                leaves[i].Column = j;
                added.Add(leaves[i]);
            }
        }

        // From right to left, so that what is counted stays right.
        foreach (var leaf in added)
        {
            bands.Insert(leaf.Column, leaf.Left, leaf.Right);
            foreach (var other in leaves)
            {
                other.Column += other != leaf && (other.Column > leaf.Column || (other.Column == leaf.Column && other.Left > leaf.Left)) ? 1 : 0;
            }
        }
    }

    private static double Cost(HeaderLeaf leaf, ColumnBands bands, int column)
    {
        var band = bands[column];
        var low = column > 0 ? bands[column - 1].Right : double.MinValue;
        var high = column + 1 < bands.Count ? bands[column + 1].Left : double.MaxValue;
        return leaf.Shared(band) > 0 ? leaf.Shared(band) > Math.Min(leaf.Word.Size / 2, (band.Right - band.Left) / 3) ? 0 : Before
            : leaf.Right <= band.Left ? leaf.Right > low ? Before : double.MaxValue
            : leaf.Left < high ? band.OfFigures ? Behind : BesideLabels
            : double.MaxValue;
    }
}
