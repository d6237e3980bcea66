using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Figures;

/// <summary>一项变动：of a part, with the reason that the department gives.</summary>
internal sealed record Driver(Point Point, long Fen, string? Reason, ArchivedStatement Found);

/// <summary>为什么变：the change of spending divided along the one dimension that explains it best: functions, nature or funds, as far as both years are printed.</summary>
internal sealed record Drivers(long Before, long Now, ArchivedStatement Base, ArchivedStatement Result, IReadOnlyList<Driver> Parts)
{
    /// <summary>整体的变动; null where none is stated in words.</summary>
    public ArchivedStatement? Whole { get; private init; }

    private const int Most = 12;

    /// <summary>没有分到各项的变动。</summary>
    public long Rest => (long)Divided.Rest;

    /// <summary>说明了原因的部分占全部变动的份额; null where nothing changed.</summary>
    public decimal? Explained => Divided.Explained;

    private DividedChange Divided => new(Now - Before, [.. Parts.Select(p => new ChangePart(p.Fen, p.Reason is not null))]);

    /// <summary>一份文件的; null where last year's spending is not known.</summary>
    public static Drivers? Of(FigureBook book, FigureBook? last)
    {
        string[] wholes = ["measure=expenditure", "measure=expenditure fund=fiscal", "measure=expenditure fund=general", "measure=income"];
        foreach (var whole in wholes)
        {
            if (book.Amount(whole) is not { } now || book.Before(whole, last) is not { } before || now.Fen == before.Fen)
            {
                continue;
            }

            var best = Candidates(book, last, whole).Where(c => c.Count > 1).OrderBy(c => Math.Abs(now.Fen!.Value - before.Fen - c.Sum(p => p.Fen))).ThenByDescending(c => c.Count(p => p.Reason is not null)).FirstOrDefault() ?? [];
            return new Drivers(before.Fen, now.Fen!.Value, before.Found, now, [.. best.Where(p => p.Fen != 0).OrderByDescending(p => Math.Abs(p.Fen)).Take(Most)]) { Whole = book.Change(whole) };
        }

        return null;
    }

    private static IEnumerable<List<Driver>> Candidates(FigureBook book, FigureBook? last, string whole)
    {
        var points = book.All.Where(s => s.Statement is AmountStatement { Blank: false } or ChangeStatement).Select(s => s.Statement.Point).ToList();
        yield return Along(book, last, whole, Keys(points, "function").Where(k => k.Length == 3).Select(k => "function=" + k));
        yield return Along(book, last, whole, ["nature=basic", "nature=project", "nature=remitted-upward", "nature=business-spending", "nature=to-affiliates"]);
        if (!whole.Contains("fund=", StringComparison.Ordinal))
        {
            yield return Along(book, last, whole, ["fund=general", "fund=government-funds", "fund=state-capital", "fund=special-accounts", "fund=operating", "fund=from-superiors", "fund=from-affiliates", "fund=business", "fund=other"]);
        }
    }

    // The text explains the part often only as far as the budget pays for it.
    private static string? Reason(FigureBook book, string coordinates) =>
        new[] { "", " fund=fiscal", " fund=general" }.Select(f => (book.Change(coordinates + f)?.Statement as ChangeStatement)?.Reason).FirstOrDefault(r => r is not null);

    private static IEnumerable<string> Keys(IEnumerable<Point> points, string dimension) => points.Select(p => p.Key(dimension)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static List<Driver> Along(FigureBook book, FigureBook? last, string whole, IEnumerable<string> parts)
    {
        var drivers = new List<Driver>();
        foreach (var part in parts)
        {
            var coordinates = whole + " " + part;
            var stated = book.Change(coordinates);
            var reason = Reason(book, coordinates);
            if (stated is { Fen: { } by, Statement: ChangeStatement { Approximate: false } change })
            {
                drivers.Add(new Driver(change.Point, change.Direction == Direction.Decrease ? -by : by, reason, stated));
            }
            else if (book.Amount(coordinates) is { Fen: { } now } amount && book.Before(coordinates, last) is { } before)
            {
                drivers.Add(new Driver(amount.Statement.Point, now - before.Fen, reason, amount));
            }
        }

        return drivers;
    }
}
