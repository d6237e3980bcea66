using System.Globalization;

namespace Mingzhang.Ledger.Lines;

/// <summary>分：money is counted in whole 分; text is read with its unit and never rounded.</summary>
internal static class Fen
{
    /// <summary>读取金额，以 <paramref name="factor"/> 元为单位; null where it is no amount, or finer than a 分.</summary>
    public static long? Read(string text, decimal factor)
    {
        var folded = Forms.Words.Fold.Text(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('¥');
        if (!Grouped(folded) || !decimal.TryParse(folded.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > 10_000_000_000_000m / factor)
        {
            return null;
        }

        var fen = value * factor * 100;
        return fen == decimal.Truncate(fen) ? (long)fen : null;
    }

    // 1,234.50 is an amount; 1,2 or 12,50 may be anything.
    private static bool Grouped(string text)
    {
        var groups = text.TrimStart('+', '-').Split('.')[0].Split(',');
        return groups.Length == 1 ? !text.Contains(',', StringComparison.Ordinal) : groups[0].Length is > 0 and < 4 && groups.Skip(1).All(g => g.Length == 3) && text.LastIndexOf(',') < (text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? point : text.Length);
    }

    /// <summary>以元写出。</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>以万元写出，不舍入。</summary>
    public static string TenThousand(long fen)
    {
        var value = fen / 1_000_000m;
        return value.ToString(value == Math.Round(value, 2) ? "N2" : "#,##0.00####", CultureInfo.InvariantCulture);
    }
}
