using System.Text;

namespace Mingzhang.Documents.Writing.Html;

/// <summary>网页文字：words made harmless: what looks like markup is shown, characters that no page may hold are left out.</summary>
internal static class HtmlText
{
    /// <summary>转义。</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                '\n' or '\r' or '\t' => result.Append(' '),
                < 0x20 or 0x7f or 0xfffe or 0xffff => result,
                _ => result.Append(rune.ToString()),
            };
        }

        return result.ToString();
    }
}
