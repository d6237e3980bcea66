namespace Mingzhang.Budget;

/// <summary>闭区间：all values that a printed figure may stand for; both ends belong to it.</summary>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>单值区间: a figure known exactly.</summary>
    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>无下界时的下端: far beyond any amount, and small enough to compute with.</summary>
    public const decimal Lowest = -1_000_000_000_000_000_000_000_000m;

    /// <summary>无上界时的上端。</summary>
    public const decimal Highest = 1_000_000_000_000_000_000_000_000m;

    /// <summary>两端均有界。</summary>
    public bool Bounded => Low > Lowest / 2 && High < Highest / 2;

    /// <summary>中心值: the middle of the interval.</summary>
    public decimal Centre => (Low + High) / 2;

    /// <summary>是否含有该值。</summary>
    public bool Contains(decimal value) => Low <= value && value <= High;

    /// <summary>交集; null where the two do not meet.</summary>
    public Interval? Meet(Interval other)
    {
        var low = Math.Max(Low, other.Low);
        var high = Math.Min(High, other.High);
        return low <= high ? new Interval(low, high) : null;
    }
}
