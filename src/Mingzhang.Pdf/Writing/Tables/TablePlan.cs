using Mingzhang.Pdf.Writing.Flow;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Tables;

/// <summary>放好的单元格：row counts header rows first; lines are broken when the widths are known.</summary>
internal sealed class PlacedCell(PdfCell cell, int row, int column, int rows, int columns, bool header, bool bold, Glyph[][] parts)
{
    public PdfCell Cell => cell;

    public int Row => row;

    public int Column => column;

    public int RowSpan => rows;

    public int ColumnSpan => columns;

    public int LastRow => row + rows - 1;

    public bool Header => header;

    public bool Bold => bold;

    public Glyph[][] Parts => parts;

    public List<TextLine> Lines { get; set; } = [];

    /// <summary>是否数字：figures, codes and percentages stand on one line.</summary>
    public bool IsNumber { get; } = !header && parts is [{ Length: > 0 } only] && only.All(g => LineBreaker.IsWord(g.Rune) && g.Rune is not (>= 'A' and <= 'Z') and not (>= 'a' and <= 'z'));

    public PdfAlign Align => cell.Align is not PdfAlign.Automatic and var given ? given : header ? PdfAlign.Center : IsNumber ? PdfAlign.Right : PdfAlign.Left;
}

/// <summary>表的安排：places, widths, size of the letters and orientation. Widths are in ems, so that the size follows from the room.</summary>
internal sealed class TablePlan
{
    /// <summary>单元格内边距：left and right, in ems.</summary>
    public const double Padding = 0.35;
    private const double WideEnough = 24;

    /// <summary>再小不缩：a figure in letters of 3 points can still be enlarged on a screen, a broken one is read as another figure.</summary>
    private const double Tiny = 3;

    private TablePlan(PdfTable table, IReadOnlyList<PlacedCell> cells, int headerRows, int rows)
    {
        Table = table;
        Cells = cells;
        HeaderRows = headerRows;
        Rows = rows;
        Starting = [.. Enumerable.Range(0, rows).Select(_ => new List<PlacedCell>())];
        Ending = [.. Enumerable.Range(0, rows).Select(_ => new List<PlacedCell>())];
        foreach (var cell in cells)
        {
            Starting[cell.Row].Add(cell);
            Ending[cell.LastRow].Add(cell);
        }
    }

    public PdfTable Table { get; }

    public IReadOnlyList<PlacedCell> Cells { get; }

    public int HeaderRows { get; }

    public int Rows { get; }

    public IReadOnlyList<List<PlacedCell>> Starting { get; }

    public IReadOnlyList<List<PlacedCell>> Ending { get; }

    public double Size { get; private set; }

    public bool Landscape { get; private set; }

    /// <summary>列的左边：from the left of the table, in points; one more than columns.</summary>
    public double[] Edges { get; private set; } = [];

    public double Leading => Size * 1.3;

    public double VerticalPadding => Size * 0.25;

    public static TablePlan Make(PdfTable table, Pages pages)
    {
        var (cells, rows) = TablePlacing.Place(table, pages.Fonts);
        var plan = new TablePlan(table, cells, table.Header.Count, rows);
        plan.Fit(pages);
        return plan;
    }

    private void Fit(Pages pages)
    {
        var (least, natural) = Wishes();
        var needed = least.Sum();
        var style = pages.Style;
        Landscape = Table.Landscape || pages.SectionLandscape;
        Size = SizeFor(pages.WidthOf(Landscape), needed, style.TableSize);
        if (!Landscape && Size < style.TableFloor)
        {
            Landscape = true;
            Size = SizeFor(pages.WidthOf(Landscape), needed, style.TableSize);
        }

        var width = pages.WidthOf(Landscape);
        const double bare = 1.1 + (2 * Padding);
        Size = Math.Min(Math.Max(Size, Tiny), width / (Table.Columns * bare));
        var ems = width / Size;
        var widths = needed <= ems + 1e-9 ? Spread(least, natural, ems) : Squeeze(least, needed, ems, bare);
        Edges = new double[Table.Columns + 1];
        for (var i = 0; i < Table.Columns; i++)
        {
            Edges[i + 1] = Edges[i] + (widths[i] * Size);
        }

        foreach (var cell in Cells)
        {
            var room = ((Edges[cell.Column + cell.ColumnSpan] - Edges[cell.Column]) / Size) - (2 * Padding);
            var indent = IndentOf(cell, room);
            cell.Lines = [.. cell.Parts.SelectMany(p => LineBreaker.Break(p, room - indent, room - indent))];
        }
    }

    /// <summary>缩进：given up where it would take more than a third of the cell.</summary>
    public static double IndentOf(PlacedCell cell, double room) => cell.Align == PdfAlign.Left ? Math.Clamp(cell.Cell.Indent, 0, room / 3) : 0;

    /// <summary>半磅一级。</summary>
    private static double SizeFor(double width, double needed, double most) => Math.Min(most, Math.Floor(width / needed * 2) / 2);

    private (double[] Least, double[] Natural) Wishes()
    {
        var least = new double[Table.Columns];
        var natural = new double[Table.Columns];
        Array.Fill(least, 1.2 + (2 * Padding));
        Array.Fill(natural, 1.2 + (2 * Padding));
        foreach (var cell in Cells.OrderBy(c => c.ColumnSpan))
        {
            var extra = (2 * Padding) + 0.02 + (cell.Align == PdfAlign.Left ? Math.Clamp(cell.Cell.Indent, 0, 8) : 0);
            var widest = cell.Parts.Max(LineBreaker.Width);
            var whole = cell.IsNumber ? widest : Math.Max(Math.Min(widest, cell.Header ? 2 : 5), cell.Parts.Max(LineBreaker.Widest));
            Demand(least, cell, Math.Min(whole, WideEnough) + extra);
            Demand(natural, cell, Math.Min(Math.Max(whole, widest), WideEnough) + extra);
        }

        for (var i = 0; i < natural.Length; i++)
        {
            natural[i] = Math.Max(natural[i], least[i]);
        }

        return (least, natural);
    }

    private static void Demand(double[] widths, PlacedCell cell, double width)
    {
        var have = 0.0;
        for (var i = 0; i < cell.ColumnSpan; i++)
        {
            have += widths[cell.Column + i];
        }

        for (var i = 0; have < width && i < cell.ColumnSpan; i++)
        {
            widths[cell.Column + i] += (width - have) / cell.ColumnSpan;
        }
    }

    private static double[] Spread(double[] least, double[] natural, double ems)
    {
        var (lowest, wish) = (least.Sum(), natural.Sum());
        return wish <= ems
            ? [.. natural.Select(n => n * ems / wish)]
            : [.. least.Select((l, i) => l + ((ems - lowest) * (natural[i] - l) / (wish - lowest)))];
    }

    private static double[] Squeeze(double[] least, double needed, double ems, double bare)
    {
        var spare = Math.Max(0, ems - (least.Length * bare));
        var over = needed - (least.Length * bare);
        return [.. least.Select(l => bare + (over <= 0 ? spare / least.Length : spare * (l - bare) / over))];
    }
}
