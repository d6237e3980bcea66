using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mingzhang.Charts;

/// <summary>标记：HTML or SVG that is safe to send. It is made of interpolated text, whose holes are escaped unless they are markup themselves.</summary>
public readonly record struct Markup(string Value)
{
    /// <summary>没有内容。</summary>
    public static readonly Markup Empty = new("");

    /// <summary>由插值文字：what stands in the text itself is ours, what is put in is escaped.</summary>
    public static Markup Html(ref MarkupHandler text) => new(text.Finish());

    /// <summary>相连。</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.Value)));

    /// <summary>有条件的。</summary>
    public static Markup When(bool condition, Func<Markup> then)
    {
        ArgumentNullException.ThrowIfNull(then);
        return condition ? then() : Empty;
    }

    /// <summary>是否没有内容。</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    /// <summary>转义; characters that XML cannot hold, and those that turn the direction of text, are replaced.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(c),
                < ' ' or '\u007f' or '\ufffe' or '\uffff' => escaped.Append('\ufffd'),
                _ when char.IsSurrogate(c) || IsTurning(c) => escaped.Append('\ufffd'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>坐标的写法。</summary>
    public static string Number(double value) => (double.IsFinite(value) ? Math.Clamp(value, -100_000, 100_000) : 0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    private static bool IsTurning(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or >= '\u0080' and <= '\u009f';
}

/// <summary>标记的插值：escapes what is put in.</summary>
[InterpolatedStringHandler]
public readonly ref struct MarkupHandler
{
    private readonly StringBuilder _text;

    /// <summary>由编译器调用。</summary>
    public MarkupHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 24));

    /// <summary>原文。</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>放入标记。</summary>
    public void AppendFormatted(Markup value) => _text.Append(value.Value);

    /// <summary>放入若干标记。</summary>
    public void AppendFormatted(IEnumerable<Markup> values)
    {
        foreach (var value in values)
        {
            _text.Append(value.Value);
        }
    }

    /// <summary>放入文字。</summary>
    public void AppendFormatted(string? value) => _text.Append(Markup.Escape(value));

    /// <summary>放入一个字; else it would go in as the number that it has.</summary>
    public void AppendFormatted(char value) => _text.Append(Markup.Escape(value.ToString()));

    /// <summary>放入整数。</summary>
    public void AppendFormatted(long value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>放入坐标。</summary>
    public void AppendFormatted(double value) => _text.Append(Markup.Number(value));

    internal string Finish() => _text.ToString();
}
