namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>数字格式中的一件：a place for a digit, a sign of its own, or words as they stand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The digit place, the date letters or the words.</param>
internal sealed record FormatToken(TokenKind Kind, string Text);

/// <summary>一件的种类。</summary>
internal enum TokenKind
{
    /// <summary>照印的文字。</summary>
    Literal,

    /// <summary>数位：0 # ?</summary>
    Digit,

    /// <summary>小数点。</summary>
    Point,

    /// <summary>逗号：between digits, or behind them.</summary>
    Comma,

    /// <summary>百分号。</summary>
    Percent,

    /// <summary>指数：E+ E-</summary>
    Exponent,

    /// <summary>分数线。</summary>
    Fraction,

    /// <summary>常规。</summary>
    General,

    /// <summary>原来的文字：@</summary>
    Text,

    /// <summary>日期时间：yyyy m d h s</summary>
    Date,

    /// <summary>经过的时间：[h]</summary>
    Elapsed,

    /// <summary>上午下午。</summary>
    HalfDay,
}
