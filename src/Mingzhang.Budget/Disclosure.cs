namespace Mingzhang.Budget;

/// <summary>公开文本：everything understood of one document.</summary>
public sealed record Disclosure
{
    /// <summary>基本事实。</summary>
    public required DocumentFacts Facts { get; init; }

    /// <summary>各部分，按次序；the tree is in <see cref="Section.Children"/>.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>各表，按次序。</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>各项绩效目标。</summary>
    public required IReadOnlyList<PerformanceObject> Performance { get; init; }

    /// <summary>联系人; null where none is given.</summary>
    public Contact? Contact { get; init; }

    /// <summary>全部陈述，按原文次序。</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>全部分项组。</summary>
    public required IReadOnlyList<Listing> Listings { get; init; }

    /// <summary>未能落点的数字: listed, never guessed, never dropped.</summary>
    public required IReadOnlyList<Unbound> Unbound { get; init; }

    /// <summary>全文各段，按次序: headings, paragraphs, notes and closing lines, tables' cells apart.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>读取中发现的问题。</summary>
    public IReadOnlyList<Finding> ReadingFindings { get; init; } = [];
}

/// <summary>文件的基本事实：who, which year, which kind; null where the document does not say.</summary>
public sealed record DocumentFacts
{
    /// <summary>内容哈希 (SHA-256, hexadecimal): the identity of the document.</summary>
    public required string Id { get; init; }

    /// <summary>文件名。</summary>
    public required string Name { get; init; }

    /// <summary>预算或决算。</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>部门或单位。</summary>
    public required DocumentScope? Scope { get; init; }

    /// <summary>公开主体，按原文。</summary>
    public required string? Entity { get; init; }

    /// <summary>年度。</summary>
    public required int? Year { get; init; }

    /// <summary>表册的键 (cq-budget, …); null where none fits.</summary>
    public required string? Book { get; init; }

    /// <summary>表册判断的把握，0 到 1。</summary>
    public required decimal BookConfidence { get; init; }

    /// <summary>各表的金额单位（全部一致时）。</summary>
    public required MoneyUnit? MoneyUnit { get; init; }

    /// <summary>文字编码，按实际解码。</summary>
    public required string Encoding { get; init; }

    /// <summary>格式的键：text, html, pdf, ofd, or that of a file which was converted.</summary>
    public string Format { get; init; } = "text";

    /// <summary>页数; null where the format has no pages.</summary>
    public int? Pages { get; init; }

    /// <summary>标题所写的年度和种类; null where there is no title. The facts differ from it where the user said otherwise.</summary>
    public PrintedTitle? Title { get; init; }
}

/// <summary>标题：the year and the kind that the title prints, and where.</summary>
public sealed record PrintedTitle(int Year, DocumentKind Kind, Place Place);

/// <summary>文件种类。</summary>
public enum DocumentKind
{
    /// <summary>不是预决算公开文本。</summary>
    Unknown,

    /// <summary>预算。</summary>
    Budget,

    /// <summary>决算。</summary>
    Final,
}

/// <summary>公开范围：部门（本级加下属）或单位（仅自身）。</summary>
public enum DocumentScope
{
    /// <summary>部门。</summary>
    Department,

    /// <summary>单位。</summary>
    Unit,
}

/// <summary>联系人和联系方式，按原文。</summary>
public sealed record Contact(string Name, string Phone);

/// <summary>一段文字：with its place; <see cref="Kind"/> tells what it is.</summary>
public sealed record Passage(PassageKind Kind, string Text, Place Place);

/// <summary>段落种类。</summary>
public enum PassageKind
{
    /// <summary>文件标题。</summary>
    Title,

    /// <summary>目录。</summary>
    Contents,

    /// <summary>小标题。</summary>
    Heading,

    /// <summary>正文。</summary>
    Paragraph,

    /// <summary>表号、表名、单位行。</summary>
    Caption,

    /// <summary>表注。</summary>
    Note,

    /// <summary>文末联系人等。</summary>
    Closing,
}

/// <summary>部分：a heading with what stands under it.</summary>
/// <param name="Number">The number as printed, such as 二 or （一）; empty where none.</param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1.</param>
/// <param name="Place">Where the heading stands.</param>
/// <param name="Paragraphs">Text directly below it.</param>
/// <param name="Children">Headings below it.</param>
public sealed record Section(string Number, string Title, int Level, Place Place, IReadOnlyList<Passage> Paragraphs, IReadOnlyList<Section> Children)
{
    /// <summary>本部分及其下各部分。</summary>
    public IEnumerable<Section> SelfAndBelow() => Children.SelectMany(c => c.SelfAndBelow()).Prepend(this);
}

/// <summary>未落点的数字：a figure that was seen but whose point is not known, and why.</summary>
public sealed record Unbound(string Raw, Place Place, Reason Reason);

/// <summary>双语说明：Chinese first, English beside.</summary>
public sealed record Reason(string Chinese, string English)
{
    /// <summary>所用语言的一句。</summary>
    public string In(bool english) => english ? English : Chinese;
}
