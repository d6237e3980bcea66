namespace Mingzhang.Paper;

/// <summary>纸面：a document as blocks in reading order, without any knowledge of budgets. All formats become this.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentId">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Encoding">How text was decoded, in words for the report.</param>
/// <param name="Blocks">Blocks in reading order.</param>
public sealed record PaperDocument(string Name, string ContentId, string Encoding, IReadOnlyList<Block> Blocks);

/// <summary>块：a line of text or a grid.</summary>
public abstract record Block;

/// <summary>文字行：one printed line, untouched.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Line">Line number in a text file, from 1.</param>
/// <param name="Page">Page, from 1; null where the format has none.</param>
/// <param name="AfterGap">True where an empty line or a gap stands above.</param>
public sealed record TextLine(string Text, int Line, int? Page, bool AfterGap) : Block;

/// <summary>网格：rows of cells as printed; where a header repeats at a page turn, a new grid begins.</summary>
public sealed record Grid(IReadOnlyList<GridRow> Rows) : Block
{
    /// <summary>列数: of the widest row.</summary>
    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Cells.Count);
}

/// <summary>网格的一行。</summary>
public sealed record GridRow(IReadOnlyList<GridCell> Cells, int Line, int? Page)
{
    /// <summary>某列的文字; empty where the row ends before it.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Text : "";

    /// <summary>是否整行空白。</summary>
    public bool Empty => Cells.All(c => c.Text.Length == 0);
}

/// <summary>网格的一格。</summary>
/// <param name="Text">Text without outer white space.</param>
/// <param name="Start">First character in its line.</param>
/// <param name="Columns">Columns that the cell spans, where the format says so.</param>
/// <param name="Rows">Rows that the cell spans, where the format says so.</param>
public sealed record GridCell(string Text, int Start, int Columns = 1, int Rows = 1);
