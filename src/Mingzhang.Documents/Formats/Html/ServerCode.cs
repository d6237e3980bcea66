using System.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>服务器代码：page templates saved instead of the page they make keep their directives, which no browser would be sent.</summary>
internal static class ServerCode
{
    public static string Remove(string text)
    {
        var at = text.IndexOf("<%", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            var end = text.IndexOf("%>", at, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            kept.Append(text, from, at - from);
            from = end + 2;
            at = text.IndexOf("<%", from, StringComparison.Ordinal);
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }
}
