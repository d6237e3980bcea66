using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing;

/// <summary>预算行：one amount with all its coordinates; the purposes stand apart, because one line may serve several (公务接待 bought
/// by procurement).</summary>
public sealed record BudgetLine(Point Point, decimal Yuan, IReadOnlyList<Member> Purposes);

/// <summary>数据立方：asked for a point, it answers with the sum of the lines inside; a stated total counts before any sum, because printed parts are rounded.</summary>
public sealed class Cube
{
    private readonly Space _space;
    private readonly Dimension _purpose;
    private readonly StatedTotals? _stated;

    /// <param name="space">Coordinates.</param>
    /// <param name="lines">Lines that add up.</param>
    public Cube(Space space, IReadOnlyList<BudgetLine> lines)
        : this(space, lines, [])
    {
    }

    /// <param name="space">Coordinates.</param>
    /// <param name="lines">Lines that add up.</param>
    /// <param name="totals">Amounts at points, as somebody states them: what is asked at such a point is answered so.</param>
    public Cube(Space space, IReadOnlyList<BudgetLine> lines, IReadOnlyList<StatedTotal> totals)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(totals);
        _space = space;
        _purpose = space.Dimension("purpose")!;
        Lines = lines;
        Totals = totals;
        _stated = totals.Count == 0 ? null : new StatedTotals(totals);
    }

    /// <summary>各行。</summary>
    public IReadOnlyList<BudgetLine> Lines { get; }

    /// <summary>所报的总数。</summary>
    public IReadOnlyList<StatedTotal> Totals { get; }

    /// <summary>每有所问: who makes a template learns so what the sentences ask for; nothing is nil then, so that all of them ask.</summary>
    internal Action<Point>? Asked { get; init; }

    /// <summary>某点之和，以元计; null where no line lies inside (the cell stays blank).</summary>
    public decimal? At(Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (Asked is not null)
        {
            Asked(point);
            return 1;
        }

        if (_stated?.At(point) is { } stated)
        {
            return stated;
        }

        var wanted = Translate(point);
        return Sum(wanted) ?? _stated?.At(wanted) ?? _stated?.Sum(wanted);
    }

    /// <summary>表格中一格的金额，以元计; null for a cell that stays blank.</summary>
    public decimal? Cell(Point point) => Asked is not null ? Sum(point) : _stated is not null && Lines.Count == 0 && _stated.Blank(Translate(point)) ? null : At(point);

    /// <summary>出现过的编码，按次序，只取给定的位数。</summary>
    public IEnumerable<string> Codes(string dimension, IReadOnlyList<int> lengths, Point inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        var d = _space.Dimension(dimension)!;
        var wanted = Translate(inside).Without(_purpose);
        return Lines.Select(l => l.Point).Where(wanted.Contains).Concat(_stated?.Inside(Translate(inside)) ?? []).Select(p => p[d]?.Key).OfType<string>()
            .SelectMany(k => lengths.Where(n => n <= k.Length).Select(n => k[..n])).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>项目名称，按首次出现的次序。</summary>
    public IEnumerable<string> Projects(Point inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        return Lines.Select(l => l.Point).Where(inside.Contains).Concat(_stated?.Inside(inside) ?? []).Select(p => p.Key("project")).OfType<string>().Distinct();
    }

    private decimal? Sum(Point point)
    {
        var purpose = point[_purpose];
        var wanted = point.Without(_purpose);
        decimal? sum = null;
        foreach (var line in Lines)
        {
            if (wanted.Contains(line.Point) && (purpose is null || line.Purposes.Any(purpose.Contains)))
            {
                sum = (sum ?? 0) + line.Yuan;
            }
        }

        return sum;
    }

    // Money under performance targets is the project expenditure to which the targets belong.
    private Point Translate(Point point) => point.Key("measure") == "targeted"
        ? point.With(_space.Member("measure", "expenditure")!).With(_space.Member("nature", "project")!)
        : point;
}
