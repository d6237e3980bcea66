using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>按数位印数：digits go into their places, words between the places stay where they are (0!.0 shows a point of its own).</summary>
internal static class NumberPrint
{
    private const int MostDecimals = 20;
    private const decimal Thousand = 1000m;
    private const decimal Hundred = 100m;

    /// <summary>印出一节; the value is without sign.</summary>
    public static Display Of(FormatSection section, decimal value, bool minus)
    {
        var tokens = section.Tokens;
        if (tokens.Exists(t => t.Kind == TokenKind.General) || tokens.Exists(t => t.Kind == TokenKind.Fraction))
        {
            var general = GeneralText.Of(value);
            return new Display(Sign(minus) + Around(tokens, general), GeneralText.Hides(value));
        }

        if (tokens.Exists(t => t.Kind == TokenKind.Exponent))
        {
            var decimals = tokens.SkipWhile(t => t.Kind != TokenKind.Point).TakeWhile(t => t.Kind != TokenKind.Exponent).Count(t => t.Kind == TokenKind.Digit);
            return new Display(Sign(minus) + ((double)value).ToString("0." + new string('0', decimals) + "E+00", CultureInfo.InvariantCulture), true);
        }

        var point = tokens.FindIndex(t => t.Kind == TokenKind.Point);
        var whole = point < 0 ? tokens : tokens.GetRange(0, point);
        var rest = point < 0 ? [] : tokens.GetRange(point + 1, tokens.Count - point - 1);
        var places = Math.Min(MostDecimals, rest.Count(t => t.Kind == TokenKind.Digit));
        var (scale, grouped) = Commas(tokens, point);
        var percent = tokens.Count(t => t.Kind == TokenKind.Percent);
        var scaled = Scaled(value, scale, percent);
        if (!section.HasDigits)
        {
            // Only words: "-" for zero, or nothing at all.
            return new Display(Sign(minus) + string.Concat(tokens.Where(t => t.Kind is TokenKind.Literal or TokenKind.Percent).Select(t => t.Text)), value != 0);
        }

        var rounded = decimal.Round(scaled, places, MidpointRounding.AwayFromZero);
        var digits = decimal.Truncate(rounded).ToString(CultureInfo.InvariantCulture);
        var fraction = places == 0 ? "" : (rounded - decimal.Truncate(rounded)).ToString("0." + new string('0', places), CultureInfo.InvariantCulture)[2..];
        var text = Whole(whole, digits == "0" ? "" : digits, grouped) + (point < 0 ? "" : "." + Fraction(rest, fraction));
        return new Display(Sign(minus && rounded != 0) + Numerals(section, text), rounded != scaled);
    }

    private static string Sign(bool minus) => minus ? "-" : "";

    private static decimal Scaled(decimal value, int thousands, int percents)
    {
        for (var i = 0; i < thousands; i++)
        {
            value /= Thousand;
        }

        const decimal Largest = 1e26m;
        for (var i = 0; i < percents && value < Largest; i++)
        {
            value *= Hundred;
        }

        return value;
    }

    // Commas between digits group them; commas behind the last digit before the point, or at the end, divide by a thousand each.
    private static (int Scale, bool Grouped) Commas(List<FormatToken> tokens, int point)
    {
        var (scale, grouped) = (0, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Comma)
            {
                continue;
            }

            var end = point < 0 || i > point ? tokens.Count : point;
            var before = tokens.FindLastIndex(i, i + 1, t => t.Kind == TokenKind.Digit) >= 0;
            var after = tokens.FindIndex(i, end - i, t => t.Kind == TokenKind.Digit) >= 0;
            grouped |= before && after;
            scale += before && !after ? 1 : 0;
        }

        const int Most = 6;
        return (Math.Min(scale, Most), grouped);
    }

    // From the right: every place takes a digit, the leftmost all that are left.
    private static string Whole(List<FormatToken> tokens, string digits, bool grouped)
    {
        var first = tokens.FindIndex(t => t.Kind == TokenKind.Digit);
        var text = new StringBuilder();
        var (left, printed) = (digits.Length, 0);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Kind is TokenKind.Literal or TokenKind.Percent)
            {
                // What stands between places that stay empty is not shown: 0000-0000 pads, ####-#### does not.
                text.Insert(0, tokens[i].Text);
                continue;
            }

            if (tokens[i].Kind != TokenKind.Digit)
            {
                continue;
            }

            do
            {
                var digit = left > 0 ? digits[--left].ToString() : tokens[i].Text switch { "0" => "0", "?" => " ", _ => "" };
                if (digit.Length > 0 && grouped && printed > 0 && printed % 3 == 0 && digit != " ")
                {
                    text.Insert(0, ',');
                }

                text.Insert(0, digit);
                printed += digit.Length;
            }
            while (i == first && left > 0);
        }

        if (first < 0 && digits.Length > 0)
        {
            text.Append(digits);
        }

        return text.ToString();
    }

    private static string Fraction(List<FormatToken> tokens, string digits)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Literal or TokenKind.Percent)
            {
                text.Append(token.Text);
            }
            else if (token.Kind == TokenKind.Digit && at < digits.Length)
            {
                var dropped = token.Text != "0" && digits.AsSpan(at).Trim('0').Length == 0;
                text.Append(!dropped ? digits[at].ToString() : token.Text == "?" ? " " : "");
                at++;
            }
        }

        return text.ToString();
    }

    private static string Around(List<FormatToken> tokens, string number)
    {
        var text = new StringBuilder();
        var done = false;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Literal)
            {
                text.Append(token.Text);
            }
            else if (!done && token.Kind is TokenKind.General or TokenKind.Digit)
            {
                text.Append(number);
                done = true;
            }
        }

        return text.ToString();
    }

    private static string Numerals(FormatSection section, string text) => section.Numerals == 0 ? text : ChineseDigits.Spell(text, section.Numerals);
}
