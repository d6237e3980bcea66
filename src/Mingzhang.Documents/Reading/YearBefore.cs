using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>句中的上年数：what a figure is compared with, printed inside the comparison (比2022年预算数35万元减少5万元).</summary>
internal static class YearBefore
{
    /// <summary>上年数及其比较基础; null where the words before the figure are no comparison, or no direction follows it.</summary>
    /// <param name="lead">Words before the figure.</param>
    /// <param name="after">Words behind it, to the end of the clause.</param>
    /// <param name="state">What the sentence spoke of.</param>
    /// <param name="subject">Reads names.</param>
    /// <param name="context">The document.</param>
    public static (Point Point, ComparisonBase Base)? Of(string lead, string after, SentenceState state, Subject subject, ReadingContext context)
    {
        var text = lead.Trim(',', ' ', '(');
        if (state.LastAmount is not { } last || context.Identity.Year is not { } year || context.Words.Compared(text, year) is not var (rest, compared) || compared.Year >= year
            || !text.StartsWith(compared.Raw, StringComparison.Ordinal) || !context.Library.Wording.Directions.Any(d => d.Direction != Direction.Flat && after.TrimStart(' ', ',').StartsWith(d.Word, StringComparison.Ordinal)))
        {
            return null;
        }

        var meaning = subject.Read(rest);
        if (!meaning.Understood || (meaning.Point.Key("purpose") is { } purpose && purpose != last.Point.Key("purpose")))
        {
            return null;
        }

        var comparison = context.Base(meaning.Point.Key("phase") is { } phase ? compared with { Phase = phase } : compared);
        return (last.Point.With(context.Year(comparison.Year)).With(comparison.Phase), comparison);
    }
}
