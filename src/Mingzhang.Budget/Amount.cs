using System.Globalization;

namespace Mingzhang.Budget;

/// <summary>金额：a printed number with its unit and its precision, both part of its meaning.</summary>
/// <param name="Value">The number as printed, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit in which it was printed.</param>
/// <param name="Digits">Decimals that were printed.</param>
/// <param name="Precision">Decimals that the print stands for: more than <paramref name="Digits"/> where the list or table
/// around it drops trailing zeros (7247 beside 1029.4), never fewer.</param>
public readonly record struct Amount(decimal Value, MoneyUnit Unit, int Digits, int Precision)
{
    /// <summary>按印出的样子: precision is what was printed.</summary>
    public Amount(decimal value, MoneyUnit unit, int digits) : this(value, unit, digits, digits)
    {
    }

    /// <summary>以元计的数值。</summary>
    public decimal Yuan => Value * Unit.Factor;

    /// <summary>末位半个单位，以元计: how far the true value may lie from the printed one.</summary>
    public decimal Half => Unit.Factor * PowersOfTen.Negative(Precision) / 2;

    /// <summary>以元计的闭区间: the values that would be printed like this.</summary>
    public Interval Interval => new(Yuan - Half, Yuan + Half);

    /// <summary>换成更细的精度; a coarser one is ignored.</summary>
    public Amount WithPrecision(int digits) => this with { Precision = Math.Max(Precision, digits) };

    /// <summary>按本金额的单位和位数印出某个以元计的值 (half away from zero), thousands separated.</summary>
    public string Print(decimal yuan, int digits) =>
        Math.Round(yuan / Unit.Factor, digits, MidpointRounding.AwayFromZero)
            .ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Print(Yuan, Digits) + Unit.Name;
}

/// <summary>十的幂，exact decimals.</summary>
public static class PowersOfTen
{
    private static readonly decimal[] Fractions = Enumerable.Range(0, 20).Select(n => Power(n)).ToArray();

    /// <summary>十的负 n 次方。</summary>
    public static decimal Negative(int digits) => Fractions[digits];

    private static decimal Power(int digits)
    {
        var value = 1m;
        for (var i = 0; i < digits; i++)
        {
            value /= 10;
        }

        return value;
    }
}
