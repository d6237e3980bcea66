using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>无数据的说法：finds 无使用政府性基金预算拨款安排的支出 and the like, from the wording data.</summary>
internal static class NilPhrases
{
    /// <summary>句中所说“没有”的点 (coordinates of the named thing only); null where the clause says nothing of the kind.</summary>
    public static Point? Find(string clause, ReadingContext context, Subject subject)
    {
        var folded = Fold.Label(clause);
        foreach (var pattern in context.Library.Wording.Nils)
        {
            var cut = pattern.IndexOf("{fund}", StringComparison.Ordinal);
            var (before, after) = (pattern[..cut], pattern[(cut + "{fund}".Length)..]);
            for (var at = folded.IndexOf(before, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(before, at + 1, StringComparison.Ordinal))
            {
                var start = at + before.Length;
                var end = after.Length == 0 ? folded.Length : folded.IndexOf(after, start, StringComparison.Ordinal);
                if (end <= start || (after.Length > 0 && end + after.Length < folded.Length))
                {
                    continue;
                }

                var meaning = subject.Read(folded[start..end]);
                if (meaning is { Understood: true, Any: true } && (meaning.Point.Key("fund") ?? meaning.Point.Key("purpose")) is not null)
                {
                    var expenditure = after.Contains("支出", StringComparison.Ordinal) && !after.Contains("收入", StringComparison.Ordinal);
                    return expenditure ? meaning.Point.With(context.Space.Member("measure", "expenditure")!) : meaning.Point.Without(context.Measure);
                }
            }
        }

        return null;
    }
}
