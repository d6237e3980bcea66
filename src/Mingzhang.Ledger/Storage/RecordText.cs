using System.Text;

namespace Mingzhang.Ledger.Storage;

/// <summary>记录的文字：one field a line in the order of its kind, so that two versions show their difference line by line.</summary>
internal static class RecordText
{
    public static string Write(RecordKind kind, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (var field in kind.Fields)
        {
            if (values.TryGetValue(field.Key, out var value))
            {
                text.Append(field.Key).Append(": ").Append(Escape(value)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static IReadOnlyDictionary<string, string> Read(string body)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = line.IndexOf(": ", StringComparison.Ordinal);
            if (cut > 0)
            {
                values[line[..cut]] = Unescape(line[(cut + 2)..]);
            }
        }

        return values;
    }

    /// <summary>写成一行。</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny('\\', '\n', '\r') < 0 ? text : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    /// <summary>由一行还原。</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch { 'n' => '\n', 'r' => '\r', var c => c });
        }

        return result.ToString();
    }
}
