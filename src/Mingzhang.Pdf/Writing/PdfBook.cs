namespace Mingzhang.Pdf.Writing;

/// <summary>文件描述：what is to be printed; how lines and pages turn is the writer's affair.</summary>
/// <param name="About">Title, author and so on.</param>
/// <param name="Sections">Sections; each begins on a new page.</param>
public sealed record PdfBook(PdfMetadata About, IReadOnlyList<PdfSection> Sections)
{
    /// <summary>附件：files that travel inside the PDF.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];

    /// <summary>水印：drawn slantwise over every page, e.g. 草稿.</summary>
    public string? Watermark { get; init; }

    /// <summary>版式：sizes and spacing.</summary>
    public PdfStyle Style { get; init; } = new();
}

/// <summary>元数据：what the file says about itself. Without a time the same book gives the same bytes.</summary>
/// <param name="Title">Title, shown in the window's caption.</param>
public sealed record PdfMetadata(string Title)
{
    /// <summary>作者。</summary>
    public string? Author { get; init; }

    /// <summary>主题。</summary>
    public string? Subject { get; init; }

    /// <summary>制作程序。</summary>
    public string? Creator { get; init; }

    /// <summary>语言。</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>制作时间：given from outside, or not written at all.</summary>
    public DateTimeOffset? Created { get; init; }
}

/// <summary>附件：a file inside the PDF.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">Bytes.</param>
/// <param name="MimeType">For example <c>application/json</c>.</param>
/// <param name="Relationship">How it belongs to the document.</param>
public sealed record PdfAttachment(string Name, ReadOnlyMemory<byte> Content, string MimeType, PdfRelationship Relationship)
{
    /// <summary>说明。</summary>
    public string? Description { get; init; }
}

/// <summary>附件与正文的关系：the names of AFRelationship.</summary>
public enum PdfRelationship
{
    /// <summary>数据：the figures that the document prints.</summary>
    Data,

    /// <summary>来源：what the document was made from.</summary>
    Source,

    /// <summary>替代：the same in another form.</summary>
    Alternative,

    /// <summary>补充。</summary>
    Supplement,
}

/// <summary>节：pages of one kind.</summary>
/// <param name="Blocks">Blocks from top to bottom.</param>
public sealed record PdfSection(IReadOnlyList<PdfBlock> Blocks)
{
    /// <summary>是否横向。</summary>
    public bool Landscape { get; init; }

    /// <summary>页边距：null for the style's.</summary>
    public PdfMargins? Margins { get; init; }

    /// <summary>页眉：null for none.</summary>
    public string? Header { get; init; }

    /// <summary>是否印页码。</summary>
    public bool Numbered { get; init; } = true;

    /// <summary>是否竖向居中：for a cover that fills one page.</summary>
    public bool Centred { get; init; }
}

/// <summary>页边距：in points.</summary>
public sealed record PdfMargins(double Top, double Right, double Bottom, double Left);

/// <summary>版式：A4 with the measures of official documents (GB/T 9704), a little tighter for tables.</summary>
public sealed record PdfStyle
{
    /// <summary>纸宽：of the upright page.</summary>
    public double PaperWidth { get; init; } = 595.28;

    /// <summary>纸高：of the upright page.</summary>
    public double PaperHeight { get; init; } = 841.89;

    /// <summary>页边距。</summary>
    public PdfMargins Margins { get; init; } = new(85, 73.7, 79, 79.4);

    /// <summary>大标题字号：二号。</summary>
    public double TitleSize { get; init; } = 22;

    /// <summary>正文字号：三号。</summary>
    public double BodySize { get; init; } = 16;

    /// <summary>正文行距。</summary>
    public double BodyLeading { get; init; } = 28;

    /// <summary>目录字号：小四, so that the contents of a disclosure fit on one page and its entries on one line.</summary>
    public double ContentsSize { get; init; } = 12;

    /// <summary>目录行距。</summary>
    public double ContentsLeading { get; init; } = 20;

    /// <summary>表格字号：五号, the largest that a table takes.</summary>
    public double TableSize { get; init; } = 10.5;

    /// <summary>表格最小字号：below it the table is turned to a landscape page.</summary>
    public double TableFloor { get; init; } = 7.5;
}
