using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>来源：the file that places point into. Only the lines of a text file are numbers that a reader can look for; in other formats
/// they are ordinals, kept for order and never shown.</summary>
/// <param name="File">File name.</param>
/// <param name="Numbered">Whether lines are those of a text file.</param>
internal sealed record Source(string File, bool Numbered)
{
    public static Source Of(PaperDocument paper) => new(paper.Name, paper.Format is "text" or "csv" or "markdown");

    /// <summary>一行的位置。</summary>
    public Place At(TextLine line) => At(line.Line, line.Page) with { Box = line.Box.Place(), Sheet = line.Cell?.Sheet, Cell = line.Cell?.Name, Ocr = line.Confidence };

    /// <summary>表中一行的位置: its box is that of all its cells.</summary>
    public Place At(GridRow row, string table)
    {
        var first = (row.Cells.FirstOrDefault(c => c.Text.Length > 0) ?? (row.Cells.Count > 0 ? row.Cells[0] : null))?.Address;
        return At(row.Line, row.Page) with { Table = table, Box = Around(row).Place(), Sheet = first?.Sheet, Cell = first?.Name, Ocr = row.Cells.Min(c => c.Confidence) };
    }

    private Place At(int line, int? page) => new() { File = File, Line = Numbered ? line : null, Order = line, Page = page };

    private static PaperBox? Around(GridRow row)
    {
        PaperBox? around = null;
        foreach (var cell in row.Cells)
        {
            if (cell is { Box: { } box, CoveredFrom: null })
            {
                around = around is { } held ? Joined(held, box) : box;
            }
        }

        return around;
    }

    private static PaperBox Joined(PaperBox a, PaperBox b)
    {
        var (left, top) = (Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top));
        return new PaperBox(left, top, Math.Max(a.Right, b.Right) - left, Math.Max(a.Bottom, b.Bottom) - top);
    }
}

/// <summary>位置：boxes on paper as boxes for reports, and the places of cells.</summary>
internal static class Placing
{
    /// <summary>一格的位置，由该行的位置而来; a covered place has the box of the cell that covers it.</summary>
    public static Place Cell(this Place row, Grid grid, int at, int column)
    {
        if (column >= grid.Rows[at].Cells.Count)
        {
            return row;
        }

        var cell = grid.Rows[at].Cells[column];
        return row.In(cell.CoveredFrom is var (up, left) && at >= up && column >= left ? grid.Rows[at - up].Cells[column - left] : cell);
    }

    /// <summary>一格的位置: its box, or its address in a workbook.</summary>
    public static Place In(this Place row, GridCell cell) =>
        row with { Box = cell.Box.Place() ?? row.Box, Cell = cell.Address?.Name ?? row.Cell, Sheet = cell.Address?.Sheet ?? row.Sheet, Ocr = cell.Confidence };

    /// <summary>框，到 0.1 磅。</summary>
    public static Box? Place(this PaperBox? box) =>
        box is { } b ? new Box(Tenths(b.Left), Tenths(b.Top), Tenths(b.Width), Tenths(b.Height)) : null;

    private static decimal Tenths(double points) => double.IsFinite(points) ? Math.Round((decimal)Math.Clamp(points, -100_000, 100_000), 1) : 0;
}
