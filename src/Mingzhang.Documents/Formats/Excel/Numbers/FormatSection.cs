using System.Globalization;

namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>数字格式的一节：what stands between two semicolons: its tokens, its condition, and whether a colour stands for the sign.</summary>
internal sealed class FormatSection
{
    private FormatSection()
    {
    }

    public List<FormatToken> Tokens { get; } = [];

    /// <summary>条件：[>=10000]; null where there is none.</summary>
    public FormatCondition? Condition { get; private set; }

    /// <summary>是否着色：[Red].</summary>
    public bool Coloured { get; private set; }

    /// <summary>中文数字：1 for 一二三, 2 for 壹贰叁, 0 for none.</summary>
    public int Numerals { get; private set; }

    public bool IsDate => Tokens.Exists(t => t.Kind is TokenKind.Date or TokenKind.Elapsed or TokenKind.HalfDay);

    public bool IsText => Tokens.Exists(t => t.Kind == TokenKind.Text);

    public bool HasDigits => Tokens.Exists(t => t.Kind is TokenKind.Digit or TokenKind.General);

    /// <summary>把格式分成各节。</summary>
    public static List<FormatSection> Parse(string code)
    {
        var sections = new List<FormatSection> { new() };
        for (var i = 0; i < code.Length;)
        {
            if (code[i] == ';')
            {
                sections.Add(new FormatSection());
                i++;
                continue;
            }

            i = sections[^1].Next(code, i);
        }

        return sections;
    }

    // Takes what stands here and gives where the next begins.
    private int Next(string code, int at)
    {
        var c = code[at];
        switch (c)
        {
            case '"':
                var close = code.IndexOf('"', at + 1);
                close = close < 0 ? code.Length : close;
                Add(TokenKind.Literal, code[(at + 1)..close]);
                return close + 1;
            case '\\' or '!' when at + 1 < code.Length:
                Add(TokenKind.Literal, code[at + 1].ToString());
                return at + 2;
            case '_' when at + 1 < code.Length:
                Add(TokenKind.Literal, " ");
                return at + 2;
            case '*' when at + 1 < code.Length:
                return at + 2;
            case '[':
                return Bracket(code, at);
            case '0' or '#' or '?':
                Add(TokenKind.Digit, c.ToString());
                return at + 1;
            case '.':
                Add(Tokens.Exists(t => t.Kind == TokenKind.Point) ? TokenKind.Literal : TokenKind.Point, ".");
                return at + 1;
            case ',':
                Add(TokenKind.Comma, ",");
                return at + 1;
            case '%':
                Add(TokenKind.Percent, "%");
                return at + 1;
            case '@':
                Add(TokenKind.Text, "@");
                return at + 1;
            case '/' when Tokens.Exists(t => t.Kind == TokenKind.Digit):
                Add(TokenKind.Fraction, "/");
                return at + 1;
            default:
                return Word(code, at);
        }
    }

    private int Word(string code, int at)
    {
        var c = code[at];
        foreach (var half in new[] { "AM/PM", "A/P", "上午/下午" })
        {
            if (code.AsSpan(at).StartsWith(half, StringComparison.OrdinalIgnoreCase))
            {
                Add(TokenKind.HalfDay, half);
                return at + half.Length;
            }
        }

        if (c is 'E' or 'e' && at + 1 < code.Length && code[at + 1] is '+' or '-' && Tokens.Exists(t => t.Kind == TokenKind.Digit))
        {
            Add(TokenKind.Exponent, code[at..(at + 2)]);
            return at + 2;
        }

        foreach (var general in new[] { "General", "G/通用格式" })
        {
            if (code.AsSpan(at).StartsWith(general, StringComparison.OrdinalIgnoreCase))
            {
                Add(TokenKind.General, general);
                return at + general.Length;
            }
        }

        var lower = char.ToLowerInvariant(c);
        if (lower is 'y' or 'm' or 'd' or 'h' or 's' or 'e' or 'a' or 'g')
        {
            var end = at;
            while (end < code.Length && char.ToLowerInvariant(code[end]) == lower)
            {
                end++;
            }

            Add(TokenKind.Date, new string(lower, end - at));
            return end;
        }

        Add(TokenKind.Literal, c.ToString());
        return at + 1;
    }

    // [Red], [$-804], [$¥-804], [DBNum1], [h], [>=10000]
    private int Bracket(string code, int at)
    {
        var close = code.IndexOf(']', at);
        if (close < 0)
        {
            Add(TokenKind.Literal, "[");
            return at + 1;
        }

        var inside = code[(at + 1)..close];
        if (inside.StartsWith('$'))
        {
            var dash = inside.IndexOf('-', StringComparison.Ordinal);
            Add(TokenKind.Literal, dash < 0 ? inside[1..] : inside[1..dash]);
        }
        else if (inside.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase))
        {
            Numerals = inside[^1] is '1' or '2' ? inside[^1] - '0' : 0;
        }
        else if (inside.Length > 0 && inside.Trim('h', 'H').Length * inside.Trim('m', 'M').Length * inside.Trim('s', 'S').Length == 0)
        {
            Add(TokenKind.Elapsed, inside.ToLowerInvariant());
        }
        else if (FormatCondition.Parse(inside) is { } condition)
        {
            Condition = condition;
        }
        else
        {
            Coloured = true;
        }

        return close + 1;
    }

    private void Add(TokenKind kind, string text)
    {
        if (text.Length > 0)
        {
            Tokens.Add(new FormatToken(kind, text));
        }
    }
}

/// <summary>一节的条件。</summary>
/// <param name="Sign">Comparison.</param>
/// <param name="Bound">What is compared with.</param>
internal sealed record FormatCondition(string Sign, decimal Bound)
{
    public static FormatCondition? Parse(string text)
    {
        foreach (var sign in new[] { ">=", "<=", "<>", ">", "<", "=" })
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                return decimal.TryParse(text.AsSpan(sign.Length), NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? new FormatCondition(sign, bound) : null;
            }
        }

        return null;
    }

    public bool Holds(decimal value) => Sign switch
    {
        ">=" => value >= Bound,
        "<=" => value <= Bound,
        "<>" => value != Bound,
        ">" => value > Bound,
        "<" => value < Bound,
        _ => value == Bound,
    };
}
