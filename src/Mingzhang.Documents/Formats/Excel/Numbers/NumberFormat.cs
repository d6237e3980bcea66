using System.Globalization;

namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>数字格式：a stored number to what is displayed. The amount that counts is the one a reader sees.</summary>
internal sealed class NumberFormat
{
    private const int LongestCode = 255;
    private readonly List<FormatSection> _sections;

    private NumberFormat(string code, List<FormatSection> sections)
    {
        Code = code;
        _sections = sections;
    }

    public static NumberFormat General { get; } = Of("General");

    /// <summary>格式的写法。</summary>
    public string Code { get; }

    /// <summary>是否日期。</summary>
    public bool IsDate => _sections[0].IsDate;

    public static NumberFormat Of(string? code)
    {
        code = string.IsNullOrEmpty(code) ? "General" : code.Length > LongestCode ? code[..LongestCode] : code;
        return new NumberFormat(code, FormatSection.Parse(code));
    }

    /// <summary>显示一个数。</summary>
    /// <param name="stored">The number as stored.</param>
    /// <param name="date1904">Whether days count from 1904.</param>
    public Display Number(double stored, bool date1904)
    {
        if (!double.IsFinite(stored))
        {
            return new Display(stored.ToString(CultureInfo.InvariantCulture), false);
        }

        // Excel keeps 15 digits: what lies beyond is noise of the arithmetic (12.299999999999999).
        if (Significant(stored) is not { } value)
        {
            return new Display(GeneralText.Scientific(stored), false);
        }

        var (section, signed) = Section(value);
        if (section is null)
        {
            return new Display(value.ToString(CultureInfo.InvariantCulture), false);
        }

        if (section.IsText && !section.HasDigits)
        {
            // A number under @ stands as it was typed.
            var typed = GeneralText.Of(value);
            return new Display(string.Concat(section.Tokens.Select(t => t.Kind == TokenKind.Text ? typed : t.Text)), GeneralText.Hides(value));
        }

        if (section.IsDate)
        {
            return new Display(DateText.Of(section, value, date1904), false);
        }

        return NumberPrint.Of(section, Math.Abs(value), Minus(section, value, signed));
    }

    /// <summary>显示一段文字: the fourth section, or any with @, may put words around it.</summary>
    public string Words(string text)
    {
        var section = _sections.Count > 3 ? _sections[3] : _sections.FindLast(s => s.IsText);
        return section is null || (section.Tokens.Count == 1 && section.IsText) ? text
            : string.Concat(section.Tokens.Select(t => t.Kind == TokenKind.Text ? text : t.Kind == TokenKind.Literal ? t.Text : ""));
    }

    internal static decimal? Significant(double stored)
    {
        const double Largest = 7e27;
        return Math.Abs(stored) < Largest ? decimal.Parse(stored.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    // A second section shows negative numbers in its own way; where its only mark is a colour, the colour is the sign.
    private static bool Minus(FormatSection section, decimal value, bool signed) =>
        value < 0 && (!signed || (section.Coloured && !section.Tokens.Exists(t => t.Kind == TokenKind.Literal && (t.Text.Contains('-', StringComparison.Ordinal) || t.Text.Contains('(', StringComparison.Ordinal) || t.Text.Contains('（', StringComparison.Ordinal) || t.Text.Contains('负', StringComparison.Ordinal) || t.Text.Contains('△', StringComparison.Ordinal) || t.Text.Contains('▲', StringComparison.Ordinal)))));

    private (FormatSection? Section, bool Signed) Section(decimal value)
    {
        var numeric = _sections.Count > 3 ? _sections.GetRange(0, 3) : _sections;
        if (numeric.Exists(s => s.Condition is not null))
        {
            var found = numeric.FirstOrDefault(s => s.Condition?.Holds(value) ?? true);
            return (found, found?.Condition is { Sign: "<" or "<=", Bound: <= 0 });
        }

        return numeric.Count switch
        {
            1 => (numeric[0], false),
            2 => value < 0 && !(numeric[1].IsText && !numeric[1].HasDigits) ? (numeric[1], true) : (numeric[0], false),
            _ => value > 0 ? (numeric[0], false) : value < 0 ? (numeric[1], true) : (numeric[2], false),
        };
    }
}

/// <summary>显示的结果。</summary>
/// <param name="Text">What is displayed.</param>
/// <param name="Hides">Whether digits that are stored are not displayed.</param>
internal sealed record Display(string Text, bool Hides);
