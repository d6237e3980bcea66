using Mingzhang.Budget;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>点的存放：the coordinates without year and phase, which stand in columns of their own, so that one point of all years is one row.</summary>
internal static class PointText
{
    // Names of projects may hold blanks.
    private const char Between = '\t';

    /// <summary>写出，年度和阶段除外。</summary>
    public static string Write(Point point) => string.Join(Between, point.Members.Where(m => m.Dimension.Key is not ("year" or "phase")).Select(m => m.Dimension.Key + "=" + m.Key.Replace(Between, ' ')));

    /// <summary>全部坐标，包括年度和阶段。</summary>
    public static string Whole(Point point) => string.Join(Between, point.Members.Select(m => m.Dimension.Key + "=" + m.Key.Replace(Between, ' ')));

    /// <summary>还原; a coordinate that this program does not know is left out.</summary>
    public static Point Read(Space space, string text, int? year = null, string? phase = null)
    {
        var point = space.Everything;
        foreach (var word in text.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            point = cut > 0 && space.Member(word[..cut], word[(cut + 1)..]) is { } member ? point.With(member) : point;
        }

        point = year is { } y && space.Member("year", y.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } at ? point.With(at) : point;
        return phase is not null && space.Member("phase", phase) is { } p ? point.With(p) : point;
    }

    /// <summary>点的年度; null where it has none.</summary>
    public static int? Year(Point point) => int.TryParse(point.Key("year"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}

/// <summary>已还原的点：all documents share few thousand points; one point is made once, and completed once. For many readers at once.</summary>
internal sealed class PointCache(Space space)
{
    private readonly Known<Coordinates, Point> _points = new();

    public Space Space => space;

    /// <summary>还原。</summary>
    public Point Of(string text, int? year, string? phase) => _points.Of(new Coordinates(text, year, phase), c => PointText.Read(space, c.Text, c.Year, c.Phase));

    private readonly record struct Coordinates(string Text, int? Year, string? Phase);
}
