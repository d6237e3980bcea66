using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Comparing;

/// <summary>按点比较数字：amounts of one point, whichever table or sentence prints them. Between two years this year's figures are compared with last
/// year's document's own, so years count from the document's.</summary>
internal static class FigureDifferences
{
    private const int MostPrints = 3;

    public static List<FigureDifference> Of(Disclosure before, Disclosure after, out int same)
    {
        var (old, now) = (Amounts(before), Amounts(after));
        var differences = new List<FigureDifference>();
        same = 0;
        foreach (var (key, amounts) in now)
        {
            if (!old.TryGetValue(key, out var others))
            {
                differences.Add(new FigureDifference(amounts[0].Point, null, Printed(amounts), null, amounts[0].Place));
            }
            else if (amounts.Select(a => a.Amount!.Value.Yuan).Distinct().Order().SequenceEqual(others.Select(a => a.Amount!.Value.Yuan).Distinct().Order()) || Agree(amounts, others))
            {
                same++;
            }
            else
            {
                differences.Add(new FigureDifference(amounts[0].Point, Printed(others), Printed(amounts), Finest(amounts).Yuan - Finest(others).Yuan, amounts[0].Place));
            }
        }

        differences.AddRange(old.Where(o => !now.ContainsKey(o.Key)).Select(o => new FigureDifference(o.Value[0].Point, Printed(o.Value), null, null, o.Value[0].Place)));
        return differences;
    }

    // Printed coarser on one side, and equal as far as that print goes.
    private static bool Agree(List<AmountStatement> now, List<AmountStatement> old)
    {
        var (a, b) = (Finest(now).Interval, Finest(old).Interval);
        return Finest(now).Half != Finest(old).Half && a.Low <= b.High && b.Low <= a.High;
    }

    private static Amount Finest(List<AmountStatement> amounts) => amounts.MinBy(a => a.Amount!.Value.Half)!.Amount!.Value;

    // Prints that say the same, one of them rounded, are one.
    private static string Printed(List<AmountStatement> amounts)
    {
        var finest = Finest(amounts);
        var others = amounts.Select(a => a.Amount!.Value).Where(a => a.Interval.Low > finest.Interval.High || a.Interval.High < finest.Interval.Low);
        return string.Join("／", others.Prepend(amounts[0].Amount!.Value).DistinctBy(a => a.Yuan).Take(MostPrints));
    }

    private static Dictionary<string, List<AmountStatement>> Amounts(Disclosure disclosure)
    {
        var byPoint = new Dictionary<string, List<AmountStatement>>(StringComparer.Ordinal);
        foreach (var statement in disclosure.Statements.OfType<AmountStatement>().Where(s => s is { Amount: not null, Blank: false, Approximate: false }))
        {
            var key = Key(statement.Point, disclosure.Facts.Year);
            if (!byPoint.TryGetValue(key, out var list))
            {
                byPoint[key] = list = [];
            }

            list.Add(statement);
        }

        return byPoint;
    }

    private static string Key(Point point, int? year) => string.Join(' ', point.Completed().Members.Select(m =>
        m.Dimension.Key == "year" && year is { } own && int.TryParse(m.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            ? "year" + (of - own).ToString(CultureInfo.InvariantCulture)
            : m.Dimension.Key is "entity" ? "" : m.ToString()));
}
