using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>标记文字：writes SVG and HTML; whatever a document says is escaped, and characters that XML cannot hold are replaced.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>原样写出：only what this program says itself.</summary>
    public Markup Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>写出文字。</summary>
    public Markup Text(string text)
    {
        _text.Append(Escape(text));
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>转义。</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' => c.ToString(),
                _ when pair => text.Substring(i, 2),
                < ' ' or '\ufffe' or '\uffff' => "\ufffd",
                _ when char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control => "\ufffd",
                _ => c.ToString(),
            });
            i += pair ? 1 : 0;
        }

        return escaped.ToString();
    }

    /// <summary>坐标的写法。</summary>
    public static string Number(double value) => (double.IsFinite(value) ? Math.Clamp(value, -100_000, 100_000) : 0).ToString("0.##", CultureInfo.InvariantCulture);
}
