using System.Globalization;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>印出的数字：how numbers are printed in cells and sentences; the decimals printed are kept.</summary>
public static class NumberText
{
    // More digits than any amount of money has; what is longer is a number of something else, and would overflow.
    private const int MostDigits = 16;

    /// <summary>读取一格的内容。</summary>
    public static CellNumber Read(string cell)
    {
        var text = Fold.Label(cell).Replace("¥", "", StringComparison.Ordinal).Replace("￥", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return new CellNumber(CellNumberKind.Blank, 0, 0);
        }

        if (text.All(c => c is '-' or '—' or '/' or '－' or '–'))
        {
            return new CellNumber(CellNumberKind.Dash, 0, 0);
        }

        var bracketed = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        return Parse(bracketed ? "-" + text[1..^1] : text) is var (value, digits)
            ? new CellNumber(CellNumberKind.Number, value, digits)
            : new CellNumber(CellNumberKind.Words, 0, 0);
    }

    /// <summary>读取一个数; null where the text is no number. Thousands separators must stand in threes.</summary>
    public static (decimal Value, int Digits)? Parse(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var text = folded.Replace(" ", "", StringComparison.Ordinal);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        if (whole.Contains(',', StringComparison.Ordinal))
        {
            var groups = whole.TrimStart('-').Split(',');
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3))
            {
                return null;
            }
        }

        var plain = text.Replace(",", "", StringComparison.Ordinal);
        if (plain.Length > MostDigits || plain.Length == 0
            || !decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return (value, point < 0 ? 0 : text.Length - point - 1);
    }
}

/// <summary>一格中的数。</summary>
public readonly record struct CellNumber(CellNumberKind Kind, decimal Value, int Digits);

/// <summary>一格的种类。</summary>
public enum CellNumberKind
{
    /// <summary>空白。</summary>
    Blank,

    /// <summary>横线: printed for nothing.</summary>
    Dash,

    /// <summary>数字。</summary>
    Number,

    /// <summary>文字。</summary>
    Words,
}
