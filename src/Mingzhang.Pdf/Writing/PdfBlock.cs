namespace Mingzhang.Pdf.Writing;

/// <summary>块：one thing in the flow of a section.</summary>
public abstract record PdfBlock;

/// <summary>大标题：of the document, centred; not part of the contents.</summary>
/// <param name="Text">Words.</param>
public sealed record PdfTitle(string Text) : PdfBlock;

/// <summary>标题：kept with what follows; part of bookmarks and contents.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Text">Words.</param>
public sealed record PdfHeading(int Level, string Text) : PdfBlock;

/// <summary>段落。</summary>
/// <param name="Text">Words; a line feed begins a new line.</param>
public sealed record PdfParagraph(string Text) : PdfBlock
{
    /// <summary>对齐。</summary>
    public PdfAlign Align { get; init; } = PdfAlign.Justify;

    /// <summary>是否首行缩进两字。</summary>
    public bool Indented { get; init; } = true;

    /// <summary>是否加粗。</summary>
    public bool Bold { get; init; }

    /// <summary>字体。</summary>
    public PdfFontRole Role { get; init; } = PdfFontRole.Body;

    /// <summary>是否与上一段同页：a closing line that would look lost on a page of its own.</summary>
    public bool KeptWithPrevious { get; init; }
}

/// <summary>分页：what follows begins on a new page.</summary>
public sealed record PdfPageBreak : PdfBlock;

/// <summary>目录：every heading with dotted leader and page number, each a link.</summary>
/// <param name="Title">Words above it.</param>
public sealed record PdfContents(string Title) : PdfBlock
{
    /// <summary>最深的级。</summary>
    public int Depth { get; init; } = 2;
}

/// <summary>表：header rows are repeated at page turns.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Header">Rows of the header; may be empty.</param>
/// <param name="Rows">Rows of the body.</param>
public sealed record PdfTable(int Columns, IReadOnlyList<PdfRow> Header, IReadOnlyList<PdfRow> Rows) : PdfBlock
{
    /// <summary>表号：left above the table.</summary>
    public string? Number { get; init; }

    /// <summary>表名：centred above the table.</summary>
    public string? Title { get; init; }

    /// <summary>左上的说明：beside the unit, such as the department's name.</summary>
    public string? Owner { get; init; }

    /// <summary>单位：right above the table.</summary>
    public string? Unit { get; init; }

    /// <summary>附注：below the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>在目录和书签中的级：null where it is not listed.</summary>
    public int? Level { get; init; }

    /// <summary>目录和书签中的写法。</summary>
    public string Listed => string.Join(' ', new[] { Number, Title }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>是否一定横向：without it a table is turned only where it would not fit upright.</summary>
    public bool Landscape { get; init; }
}

/// <summary>行：the cells that begin in it; places that spans from above cover are left out.</summary>
/// <param name="Cells">Cells from left to right.</param>
public sealed record PdfRow(IReadOnlyList<PdfCell> Cells)
{
    /// <summary>是否加粗：totals.</summary>
    public bool Bold { get; init; }
}

/// <summary>单元格。</summary>
/// <param name="Text">Words; a line feed begins a new line.</param>
public sealed record PdfCell(string Text)
{
    /// <summary>跨几列。</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>跨几行。</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>对齐：by default numbers to the right, headers to the centre, other text to the left.</summary>
    public PdfAlign Align { get; init; } = PdfAlign.Automatic;

    /// <summary>是否行标题：of the body; header rows are headers anyway.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>缩进几字。</summary>
    public int Indent { get; init; }
}

/// <summary>对齐。</summary>
public enum PdfAlign
{
    /// <summary>自动。</summary>
    Automatic,

    /// <summary>左。</summary>
    Left,

    /// <summary>中。</summary>
    Center,

    /// <summary>右。</summary>
    Right,

    /// <summary>两端。</summary>
    Justify,
}

/// <summary>字体的用处。</summary>
public enum PdfFontRole
{
    /// <summary>大标题：方正小标宋。</summary>
    Title,

    /// <summary>标题：黑体。</summary>
    Heading,

    /// <summary>正文：仿宋。</summary>
    Body,

    /// <summary>次级标题：楷体。</summary>
    Emphasis,

    /// <summary>表格：宋体。</summary>
    Table,
}
