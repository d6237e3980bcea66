using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>成稿：a disclosure as it is to be printed, before any format: title, headings, paragraphs and tables in their order. All writers start from it.</summary>
public sealed record Composed
{
    /// <summary>文件标题。</summary>
    public required string Title { get; init; }

    /// <summary>公开主体; empty where it is not known.</summary>
    public required string Entity { get; init; }

    /// <summary>年度; null where it is not known.</summary>
    public required int? Year { get; init; }

    /// <summary>各块，按次序: headings, paragraphs, tables.</summary>
    public required IReadOnlyList<ComposedBlock> Blocks { get; init; }

    /// <summary>各标题。</summary>
    public IEnumerable<ComposedHeading> Headings => Blocks.OfType<ComposedHeading>();

    /// <summary>各表。</summary>
    public IEnumerable<ComposedTable> Tables => Blocks.OfType<ComposedTable>();

    /// <summary>尚待填写之处: while there is one, the document can only be previewed.</summary>
    public IReadOnlyList<GapRun> Gaps => [.. Blocks.OfType<ComposedParagraph>().SelectMany(p => p.Runs).OfType<GapRun>().DistinctBy(g => g.Key)];

    /// <summary>是否只是草稿。</summary>
    public bool Draft => Gaps.Count > 0;
}

/// <summary>成稿的一块。</summary>
public abstract record ComposedBlock;

/// <summary>小标题。</summary>
/// <param name="Level">1 for the highest.</param>
/// <param name="Number">As printed, such as （一）; empty where there is none.</param>
/// <param name="Title">Without its number.</param>
public sealed record ComposedHeading(int Level, string Number, string Title) : ComposedBlock
{
    /// <summary>连序号的标题。</summary>
    public string Text => Number.Length == 0 ? Title : Number + (Number[^1] is '.' or '）' or '、' ? "" : Number[0] == '第' ? " " : "、") + Title;
}

/// <summary>段落。</summary>
/// <param name="Runs">Words, bound numbers and gaps.</param>
/// <param name="Lead">Mark with which it goes on in the line of its heading (：or 。) where a format can print it so; empty where it stands alone.</param>
public sealed record ComposedParagraph(IReadOnlyList<Run> Runs, string Lead = "") : ComposedBlock
{
    /// <summary>是否文末的联系人一行。</summary>
    public bool Closing { get; init; }

    /// <summary>全段文字。</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>段落中的一节。</summary>
/// <param name="Text">As printed.</param>
public abstract record Run(string Text);

/// <summary>文字。</summary>
public sealed record WordsRun(string Text) : Run(Text);

/// <summary>绑定的数字：printed from the figures, never typed.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Point">What it measures.</param>
/// <param name="Yuan">The exact amount; null for a percentage.</param>
public sealed record NumberRun(string Text, Point Point, decimal? Yuan) : Run(Text);

/// <summary>缺口：words that the officer must still write; always visible.</summary>
/// <param name="Text">As printed in a preview.</param>
/// <param name="Key">Key of the words in the draft.</param>
public sealed record GapRun(string Text, string Key) : Run(Text);
