using Mingzhang.Budget;

namespace Mingzhang.Documents.Comparing;

/// <summary>两份文本的差异：what changed between two versions, or two years, of a disclosure: by figure and by sentence.</summary>
/// <param name="Before">The earlier document.</param>
/// <param name="After">The later one.</param>
/// <param name="Figures">Figures that differ, in the order of the later document; those left out come last.</param>
/// <param name="Sentences">Sentences that differ, in order.</param>
/// <param name="Same">Figures that are alike in both.</param>
public sealed record Differences(DocumentFacts Before, DocumentFacts After, IReadOnlyList<FigureDifference> Figures, IReadOnlyList<SentenceDifference> Sentences, int Same)
{
    /// <summary>比较两份读懂的文本。</summary>
    public static Differences Of(Disclosure before, Disclosure after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var figures = FigureDifferences.Of(before, after, out var same);
        return new Differences(before.Facts, after.Facts, figures, SentenceDifferences.Of(before, after), same);
    }
}

/// <summary>一个数字的差异：printed amounts of one point on both sides; null where a side has none.</summary>
/// <param name="Point">What is measured; years are counted from the document's own.</param>
/// <param name="Before">As printed before; several prints that differ are joined.</param>
/// <param name="After">As printed after.</param>
/// <param name="Change">After less before, in yuan; null where either is absent.</param>
/// <param name="Place">Where it stands: in the later document, or in the earlier where it was left out.</param>
public sealed record FigureDifference(Point Point, string? Before, string? After, decimal? Change, Place Place)
{
    private static readonly string[] Understood = ["measure", "year", "phase", "entity"];

    /// <summary>所量的事物，简写: what the figure is of, without what every figure of the document is of.</summary>
    public string What(bool english) =>
        string.Join(" · ", Point.Members.Where(m => !Understood.Contains(m.Dimension.Key)).Select(m => english ? m.English : m.Chinese));
}

/// <summary>一句的差异：null where it was added or left out.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SentenceDifference(string? Before, string? After, Place Place)
{
    /// <summary>逐字比较: what is kept, left out and put in, in order.</summary>
    public IReadOnlyList<TextPart> Parts() => Before is null || After is null ? [] : TextParts.Of(Before, After);
}
