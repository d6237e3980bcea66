using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>增减栏：a column that prints by how much each row differs from another year; the sign stands in the number.</summary>
/// <param name="Base">The year and phase with which it compares.</param>
/// <param name="Percent">Whether it prints percentages.</param>
internal sealed record ChangeColumn(ComparisonBase Base, bool Percent)
{
    /// <summary>由栏目名认出; the labels that are left say what changes. Null where the last label names no change or no base is named.</summary>
    public static (ChangeColumn Column, IReadOnlyList<string> Labels)? Find(IReadOnlyList<string> path, ReadingContext context)
    {
        if (path.Count == 0 || context.Library.Wording.ChangeColumns.FirstOrDefault(w => path[^1].EndsWith(w.Word, StringComparison.Ordinal)) is not { Word: var word, Percent: var percent })
        {
            return null;
        }

        ComparisonBase? found = null;
        var rest = new List<string>();
        foreach (var label in path.SkipLast(1).Append(path[^1][..^word.Length]))
        {
            var words = label;
            if (context.Words.Compared(label, context.Identity.Year) is var (before, comparison))
            {
                words = before;
                found = context.Base(comparison);
            }

            rest.AddRange(words.Length > 0 ? [words] : []);
        }

        return found is null ? null : (new ChangeColumn(found, percent), rest);
    }

    /// <summary>一格所说的变动。</summary>
    public ChangeStatement Statement(string id, Point point, Place place, string raw, Amount amount) => new()
    {
        Id = id,
        Point = point,
        Place = place,
        Raw = raw,
        Base = Base,
        Direction = amount.Value > 0 ? Direction.Increase : amount.Value < 0 ? Direction.Decrease : Direction.Flat,
        Amount = Percent ? null : amount with { Value = Math.Abs(amount.Value) },
        Percent = Percent ? new Percentage(Math.Abs(amount.Value), amount.Digits) : null,
    };
}

/// <summary>金额栏：index, point of table and column, why the column is not understood (null: it is), and the change that it prints (null: none).</summary>
internal sealed record AmountColumn(int Column, Point Point, Reason? Problem, ChangeColumn? Change = null);
