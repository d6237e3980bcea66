using System.Globalization;
using System.Reflection;

namespace Mingzhang.Portal.Text;

/// <summary>文字：everything that the pages say themselves, in both languages, from the data files words*.txt.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, Pair> _pairs = new(StringComparer.Ordinal);

    private Words()
    {
    }

    /// <summary>内置的文字。</summary>
    public static Words Standard { get; } = Read(string.Join('\n', Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith("portal-words", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Resource)));

    /// <summary>全部键。</summary>
    public IEnumerable<string> Keys => _pairs.Keys;

    /// <summary>一句话，填入各数; the key itself where there is no such sentence, which a test forbids.</summary>
    public string Say(bool english, string key, params ReadOnlySpan<object?> values)
    {
        if (!_pairs.TryGetValue(key, out var pair))
        {
            return key;
        }

        var text = english ? pair.English : pair.Chinese;
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }

    /// <summary>读取: one sentence a line, its key first, Chinese and English divided by a bar.</summary>
    public static Words Read(string text)
    {
        var words = new Words();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            if (cut < 0 || bar < cut)
            {
                throw new InvalidDataException("not a sentence in two languages: " + line);
            }

            if (!words._pairs.TryAdd(line[..cut], new Pair(line[(cut + 1)..bar].Trim(), line[(bar + 3)..].Trim())))
            {
                throw new InvalidDataException("said twice: " + line);
            }
        }

        return words;
    }

    internal static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Pair(string Chinese, string English);
}
