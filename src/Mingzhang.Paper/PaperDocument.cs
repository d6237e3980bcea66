namespace Mingzhang.Paper;

/// <summary>纸面：a document as blocks in reading order, without any knowledge of budgets. All formats become this.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentId">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Encoding">How text was decoded, in words for the report.</param>
/// <param name="Blocks">Blocks in reading order.</param>
public sealed record PaperDocument(string Name, string ContentId, string Encoding, IReadOnlyList<Block> Blocks)
{
    /// <summary>一行最多的列数: what has more is no table anybody prints; it is not kept, and that is told as a fault.</summary>
    public const int MostColumns = 256;

    /// <summary>格式：text, html, pdf, ofd, docx, xlsx, xls, csv or markdown; that of an old office file which was converted.</summary>
    public string Format { get; init; } = "text";

    /// <summary>各页；empty where the format has no pages.</summary>
    public IReadOnlyList<PaperPage> Pages { get; init; } = [];

    /// <summary>读取中的缺陷：what of the bytes could not be read or had to be repaired, for the report.</summary>
    public IReadOnlyList<PaperFault> Faults { get; init; } = [];
}

/// <summary>一页：its size in points as seen, rotation applied.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Content">Whether it holds text that can be read.</param>
public sealed record PaperPage(int Number, double Width, double Height, PageContent Content)
{
    /// <summary>文字是否由图片识别而来。</summary>
    public bool Recognised { get; init; }
}

/// <summary>页面内容。</summary>
public enum PageContent
{
    /// <summary>有文字。</summary>
    Text,

    /// <summary>只有图片：a scan; nothing on it was checked.</summary>
    Picture,

    /// <summary>空白页。</summary>
    Blank,
}

/// <summary>读取缺陷。</summary>
/// <param name="Kind">Key of the message: damaged, missing-font-map, too-many-pages …</param>
/// <param name="Page">Page, from 1; null for the whole file.</param>
/// <param name="Detail">Which object or number, language neutral.</param>
public sealed record PaperFault(string Kind, int? Page, string Detail)
{
    /// <summary>一行栏数过多，没有保留：its detail is the line and the number of columns.</summary>
    public const string TooWide = "too-wide";
}

/// <summary>页面上的框，in points from the top left corner of the page as seen.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct PaperBox(double Left, double Top, double Width, double Height)
{
    /// <summary>右边。</summary>
    public double Right => Left + Width;

    /// <summary>下边。</summary>
    public double Bottom => Top + Height;
}

/// <summary>块：a line of text or a grid.</summary>
public abstract record Block;

/// <summary>文字行：one printed line, untouched.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Line">Line number in a text file, from 1; in other formats the ordinal of the line in the document.</param>
/// <param name="Page">Page, from 1; null where the format has none.</param>
/// <param name="AfterGap">True where an empty line or a gap stands above.</param>
public sealed record TextLine(string Text, int Line, int? Page, bool AfterGap) : Block
{
    /// <summary>在源文件该行中的起始字符，从 0 起：not 0 where a long line was divided.</summary>
    public int Column { get; init; }

    /// <summary>页面上的框；null where the format has none.</summary>
    public PaperBox? Box { get; init; }

    /// <summary>文字识别的把握，0 到 100：that of its least certain word; null where the text was in the file.</summary>
    public int? Confidence { get; init; }

    /// <summary>与上一行的关系，as far as the format or the geometry tells.</summary>
    public LineJoin Join { get; init; } = LineJoin.Unknown;

    /// <summary>单元格地址；null where the format has no cells.</summary>
    public CellAddress? Cell { get; init; }

    /// <summary>是否书眉页脚：page numbers and running heads, no part of the text.</summary>
    public bool Furniture { get; init; }

    /// <summary>是否标题：larger or bolder than the text, centred, or marked as a heading.</summary>
    public bool Prominent { get; init; }
}

/// <summary>一行怎样接上一行。</summary>
public enum LineJoin
{
    /// <summary>无从得知：plain text.</summary>
    Unknown,

    /// <summary>另起一段：indented, or the line above ended early, or an element of its own.</summary>
    New,

    /// <summary>接上一行：the paragraph goes on.</summary>
    Continues,
}

/// <summary>网格：rows of cells as printed; where a header repeats at a page turn, a new grid begins.</summary>
public sealed record Grid(IReadOnlyList<GridRow> Rows) : Block
{
    /// <summary>列数: of the widest row.</summary>
    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Cells.Count);

    /// <summary>某格所见的文字: a covered place shows what its spanning cell holds.</summary>
    public string Text(int row, int column)
    {
        if (column >= Rows[row].Cells.Count)
        {
            return "";
        }

        var cell = Rows[row].Cells[column];
        // A row taken out of its grid may be covered from a row that is not there.
        return cell.CoveredFrom is var (up, left) && row >= up && column >= left ? Rows[row - up].Cells[column - left].Text : cell.Text;
    }

    /// <summary>所在工作表; null where the format has none.</summary>
    public string? Sheet => Rows.Count > 0 && Rows[0].Cells.Count > 0 ? Rows[0].Cells[0].Address?.Sheet : null;

    /// <summary>是否知道跨行跨列：true where lines or markup show which cells span (an empty cell is then really empty).</summary>
    public bool Ruled { get; init; }

    /// <summary>是否凭文字对齐推测：columns guessed from the alignment of words, without rulings or marks.</summary>
    public bool Guessed { get; init; }

    /// <summary>是否接着上一页的网格：the same columns go on without a header of their own.</summary>
    public bool Continues { get; init; }

    /// <summary>页面上的框；null where the format has none.</summary>
    public PaperBox? Box { get; init; }
}

/// <summary>网格的一行：one cell for every column; a place that a spanning cell covers holds a covered cell.</summary>
public sealed record GridRow(IReadOnlyList<GridCell> Cells, int Line, int? Page)
{
    /// <summary>某列的文字; empty where the row ends before it.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Text : "";

    /// <summary>是否整行空白。</summary>
    public bool Empty => Cells.All(c => c.Text.Length == 0);
}

/// <summary>网格的一格。</summary>
/// <param name="Text">Text without outer white space; lines inside a cell are joined by a line feed.</param>
/// <param name="Start">First character in its line of a text file.</param>
/// <param name="Columns">Columns that the cell spans, where the format says so.</param>
/// <param name="Rows">Rows that the cell spans, where the format says so.</param>
public sealed record GridCell(string Text, int Start, int Columns = 1, int Rows = 1)
{
    /// <summary>页面上的框；null where the format has none.</summary>
    public PaperBox? Box { get; init; }

    /// <summary>单元格地址；null where the format has no cells.</summary>
    public CellAddress? Address { get; init; }

    /// <summary>文字识别的把握，0 到 100：null where the text was in the file.</summary>
    public int? Confidence { get; init; }

    /// <summary>以文本存放的数字：the file keeps as text what looks like a number; told only where a table is opened to be imported.</summary>
    public bool KeptAsText { get; init; }

    /// <summary>被哪一格盖住：how many rows up and columns left its spanning cell begins; null where the cell is its own.</summary>
    public (int Up, int Left)? CoveredFrom { get; init; }
}
