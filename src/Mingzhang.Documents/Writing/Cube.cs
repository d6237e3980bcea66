using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing;

/// <summary>预算行：one amount with all its coordinates; the purposes stand apart, because one line may serve several (公务接待 bought
/// by procurement).</summary>
public sealed record BudgetLine(Point Point, decimal Yuan, IReadOnlyList<Member> Purposes);

/// <summary>数据立方：asked for a point, it answers with the sum of the lines inside.</summary>
public sealed class Cube(Space space, IReadOnlyList<BudgetLine> lines)
{
    private readonly Dimension _purpose = space.Dimension("purpose")!;

    /// <summary>各行。</summary>
    public IReadOnlyList<BudgetLine> Lines => lines;

    /// <summary>某点之和，以元计; null where no line lies inside (the cell stays blank).</summary>
    public decimal? At(Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var purpose = point[_purpose];
        var wanted = Translate(point.Without(_purpose));
        decimal? sum = null;
        foreach (var line in lines)
        {
            if (wanted.Contains(line.Point) && (purpose is null || line.Purposes.Any(purpose.Contains)))
            {
                sum = (sum ?? 0) + line.Yuan;
            }
        }

        return sum;
    }

    /// <summary>出现过的编码，按次序，只取给定的位数。</summary>
    public IEnumerable<string> Codes(string dimension, IReadOnlyList<int> lengths, Point inside)
    {
        var d = space.Dimension(dimension)!;
        var wanted = Translate(inside.Without(_purpose));
        return lines.Where(l => wanted.Contains(l.Point)).Select(l => l.Point[d]?.Key).OfType<string>()
            .SelectMany(k => lengths.Where(n => n <= k.Length).Select(n => k[..n])).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>项目名称，按首次出现的次序。</summary>
    public IEnumerable<string> Projects(Point inside) =>
        lines.Where(l => inside.Contains(l.Point)).Select(l => l.Point.Key("project")).OfType<string>().Distinct();

    // Money under performance targets is the project expenditure to which the targets belong.
    private Point Translate(Point point) => point.Key("measure") == "targeted"
        ? point.With(space.Member("measure", "expenditure")!).With(space.Member("nature", "project")!)
        : point;
}
