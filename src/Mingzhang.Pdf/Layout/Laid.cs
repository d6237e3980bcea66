namespace Mingzhang.Pdf.Layout;

/// <summary>排版后的一页：its size, what could be seen, and its blocks in reading order, all as the page is held for reading.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width as held.</param>
/// <param name="Height">Height as held.</param>
/// <param name="Glyphs">Visible characters, without blanks.</param>
/// <param name="PictureShare">Share of the page that images cover, 0 to 1.</param>
/// <param name="Blocks">Lines and tables in reading order.</param>
public sealed record LaidPage(int Number, double Width, double Height, int Glyphs, double PictureShare, IReadOnlyList<LaidBlock> Blocks)
{
    /// <summary>侧放的页怎样转正; null for one that is upright.</summary>
    internal TurnedPage? Turned { get; init; }

    /// <summary>屏幕上看到的区域：of a page that is read sideways it lies elsewhere than as held.</summary>
    public Area Seen(Area area) => Turned?.Back(area) ?? area;
}

/// <summary>排版后的块：a line of text or a table, where it stands on its page.</summary>
public abstract class LaidBlock(int page, Area area)
{
    /// <summary>页，从 1 起。</summary>
    public int Page { get; } = page;

    /// <summary>所在的框。</summary>
    public Area Area { get; } = area;
}

/// <summary>排版后的一行文字，outside tables.</summary>
public sealed class LaidLine : LaidBlock
{
    internal LaidLine(int page, Area area, string text, double baseline, double size, bool bold, double lead, int glyphs)
        : base(page, area)
    {
        Text = text;
        Baseline = baseline;
        Size = size;
        Bold = bold;
        Lead = lead;
        Glyphs = glyphs;
    }

    /// <summary>文字; single blanks stand for gaps, two for wide ones.</summary>
    public string Text { get; }

    /// <summary>基线。</summary>
    public double Baseline { get; }

    /// <summary>字号: of most of its characters.</summary>
    public double Size { get; }

    /// <summary>是否全行加粗。</summary>
    public bool Bold { get; }

    /// <summary>怎样接上一行。</summary>
    public bool Continues { get; internal set; }

    /// <summary>是否书眉页脚。</summary>
    public bool Furniture { get; internal set; }

    /// <summary>是否标题。</summary>
    public bool Prominent { get; internal set; }

    /// <summary>上方是否有空白。</summary>
    public bool AfterGap { get; internal set; }

    /// <summary>行首不可拆的一段的宽度: what would have had to fit into the line above.</summary>
    internal double Lead { get; }

    /// <summary>所在的栏; null where the text of the page runs in one column.</summary>
    internal TextColumn? Column { get; set; }

    /// <summary>字形数: drawn characters in it, without blanks and repetitions.</summary>
    internal int Glyphs { get; }
}

/// <summary>排版后的表格：column and row lines, and cells that may span both ways.</summary>
public sealed class LaidTable : LaidBlock
{
    internal LaidTable(int page, Area area, IReadOnlyList<double> columns, IReadOnlyList<LaidRow> rows, TableKind kind)
        : base(page, area)
    {
        Columns = columns;
        Rows = rows;
        Kind = kind;
    }

    /// <summary>竖线的位置, from left to right; one more than there are columns.</summary>
    public IReadOnlyList<double> Columns { get; internal set; }

    /// <summary>各行。</summary>
    public IReadOnlyList<LaidRow> Rows { get; internal set; }

    /// <summary>凭什么认出。</summary>
    public TableKind Kind { get; }

    /// <summary>是否接着上一页的表。</summary>
    public bool Continues { get; internal set; }

    /// <summary>上下边是否没有画线: a row that is broken over two pages may lack it.</summary>
    internal bool OpenTop { get; init; }

    /// <inheritdoc cref="OpenTop"/>
    internal bool OpenBottom { get; init; }

    /// <summary>各列的文字占的宽度, of a table whose columns come from its words.</summary>
    internal ColumnBands? Bands { get; init; }
}

/// <summary>表格的一行：one cell for every column.</summary>
public sealed record LaidRow(double Top, double Bottom, IReadOnlyList<LaidCell> Cells);

/// <summary>一格：its own, or a place that another covers.</summary>
/// <param name="Text">Lines of the cell joined by line feeds.</param>
/// <param name="Area">Box of the cell between its lines.</param>
/// <param name="Columns">Columns that it spans.</param>
/// <param name="Rows">Rows that it spans.</param>
public sealed record LaidCell(string Text, Area Area, int Columns, int Rows)
{
    /// <summary>被盖住时，起格在上几行、左几列。</summary>
    public (int Up, int Left)? CoveredFrom { get; init; }

    /// <summary>文字的框; null where there is none.</summary>
    internal Area? Ink { get; init; }

    /// <summary>末行的右边与字号: whether the text was full when the cell ended.</summary>
    internal (double Right, double Size) LastLine { get; init; }

    /// <summary>字形数。</summary>
    internal int Glyphs { get; init; }
}

/// <summary>表格凭什么认出。</summary>
public enum TableKind
{
    /// <summary>线: rulings enclose the cells.</summary>
    Ruled,

    /// <summary>横线: rows or the whole are marked by horizontal lines only, columns by alignment.</summary>
    Striped,

    /// <summary>对齐: no lines at all.</summary>
    Aligned,
}
