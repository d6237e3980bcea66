using System.Globalization;

namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>常规格式：eleven characters for the digits and their point, as a cell shows them; larger and smaller numbers with a power of ten.</summary>
internal static class GeneralText
{
    private const int Room = 10;
    private const decimal Largest = 100_000_000_000m;
    private const decimal Smallest = 0.0001m;

    public static string Of(decimal value)
    {
        var size = Math.Abs(value);
        if (size >= Largest || (size > 0 && size < Smallest && decimal.Round(size, Room - 1) != size))
        {
            return Scientific((double)value);
        }

        var shown = Shown(value);
        return shown.ToString(shown == decimal.Truncate(shown) ? "0" : "0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>是否有位数没有显示。</summary>
    public static bool Hides(decimal value) => Math.Abs(value) < Largest && Shown(value) != value;

    public static string Scientific(double value) => value.ToString("0.#####E+00", CultureInfo.InvariantCulture);

    private static decimal Shown(decimal value)
    {
        var whole = decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length;
        return decimal.Round(value, Math.Max(0, Room - whole), MidpointRounding.AwayFromZero);
    }
}
