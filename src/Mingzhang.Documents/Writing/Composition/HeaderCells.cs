using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>栏目各行：the column tree as cells with their spans.</summary>
internal static class HeaderCells
{
    public static IReadOnlyList<IReadOnlyList<ComposedCell>> Of(IReadOnlyList<FormColumn> columns, PrintedWords words)
    {
        var depth = columns.Max(Depth);
        var width = columns.Sum(Width);
        var rows = Enumerable.Range(0, depth).Select(_ => Enumerable.Repeat(ComposedCell.Covered, width).ToArray()).ToArray();
        Place(columns, 0, 0);
        return rows;

        void Place(IReadOnlyList<FormColumn> group, int row, int from)
        {
            foreach (var column in group)
            {
                rows[row][from] = new ComposedCell(words.Fill(column.Label), CellKind.Label, Width(column), column.Children.Count == 0 ? depth - row : 1);
                Place(column.Children, row + 1, from);
                from += Width(column);
            }
        }
    }

    private static int Depth(FormColumn column) => column.Children.Count == 0 ? 1 : 1 + column.Children.Max(Depth);

    private static int Width(FormColumn column) => column.Children.Count == 0 ? 1 : column.Children.Sum(Width);
}
