using System.Globalization;

namespace Mingzhang.Rules.Localisation;

/// <summary>笔误的还原：the numbers from which one slip of the pen makes a printed one, the likeliest slips first.</summary>
internal static class Reversal
{
    private static readonly decimal[] Shifts = [10m, 0.1m, 10_000m, 0.0001m, 100m, 0.01m, 1000m, 0.001m];

    /// <summary>可能的原数; decimals beyond those usual around the figure are none. Slips of single digits only where they are asked for.</summary>
    public static IEnumerable<decimal> Values(decimal wrong, int digits, int usual, bool everyDigit)
    {
        var most = Math.Max(digits, usual);
        foreach (var value in Shifts.Select(s => wrong * s).Append(-wrong).Where(v => Math.Round(v, usual) == v))
        {
            yield return value;
        }

        if (!everyDigit)
        {
            yield break;
        }

        var text = Math.Abs(wrong).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        foreach (var candidate in Swapped(text).Concat(Shorter(text)).Concat(Longer(text)).Concat(Changed(text)))
        {
            if (decimal.TryParse(candidate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Round(value, most) == value)
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<string> Swapped(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '.' && text[i + 1] != '.' && text[i] != text[i + 1])
            {
                yield return text[..i] + text[i + 1] + text[i] + text[(i + 2)..];
            }
        }
    }

    private static IEnumerable<string> Shorter(string text) => Enumerable.Range(0, text.Length).Where(i => text[i] != '.').Select(i => text.Remove(i, 1));

    private static IEnumerable<string> Longer(string text) =>
        Enumerable.Range(0, text.Length + 1).SelectMany(i => "0123456789".Select(d => text.Insert(i, d.ToString())));

    private static IEnumerable<string> Changed(string text) =>
        Enumerable.Range(0, text.Length).Where(i => text[i] != '.').SelectMany(i => "0123456789".Where(d => d != text[i]).Select(d => text[..i] + d + text[(i + 1)..]));
}
