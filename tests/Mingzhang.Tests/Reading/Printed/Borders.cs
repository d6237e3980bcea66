using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>表线的画法：which sides of a cell are drawn.</summary>
internal enum Borders
{
    /// <summary>全部。</summary>
    All,

    /// <summary>没有线。</summary>
    None,

    /// <summary>只有横线。</summary>
    Rows,

    /// <summary>三线表: above and below the header and at the end.</summary>
    Header,

    /// <summary>只有外框。</summary>
    Frame,

    /// <summary>隔行底色: no lines, every other row tinted.</summary>
    Zebra,

    /// <summary>缺竖线: all horizontal lines, but of the vertical ones only that beside the first column.</summary>
    Some,
}

/// <summary>一格的边线样式。</summary>
internal static class BorderStyle
{
    private const string Line = "1px solid black";

    /// <summary>Style of one cell; empty where the page's own style holds.</summary>
    public static string Of(Borders borders, Grid grid, int header, int row, int column)
    {
        var cell = grid.Rows[row].Cells[column];
        var (last, right) = (row + cell.Rows == grid.Rows.Count, column + cell.Columns == grid.Rows[row].Cells.Count);
        return borders switch
        {
            Borders.All => "",
            Borders.None => Sides(top: false, bottom: false, left: false, right: false),
            Borders.Rows => Sides(top: true, bottom: true, left: false, right: false),
            Borders.Header => Sides(row == 0, last || row + cell.Rows == header, left: false, right: false),
            Borders.Frame => Sides(row == 0, last, column == 0, right),
            Borders.Some => Sides(top: true, bottom: true, column == 1, column == 0 && cell.Columns == 1),
            _ => Sides(top: false, bottom: false, left: false, right: false) + (row % 2 == 1 ? ";background:#dddddd" : ""),
        };
    }

    private static string Sides(bool top, bool bottom, bool left, bool right) =>
        $"border-top:{Side(top)};border-bottom:{Side(bottom)};border-left:{Side(left)};border-right:{Side(right)}";

    private static string Side(bool drawn) => drawn ? Line : "none";
}
