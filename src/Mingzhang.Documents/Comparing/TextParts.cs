namespace Mingzhang.Documents.Comparing;

/// <summary>逐字比较：numbers are compared whole, other text character by character.</summary>
internal static class TextParts
{
    public static IReadOnlyList<TextPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var gap in Alignment.Of(old, now))
        {
            Add(parts, PartKind.Kept, now.Skip(at).Take(gap.Now - at));
            Add(parts, PartKind.Left, old.Skip(gap.Old).Take(gap.OldCount));
            Add(parts, PartKind.Put, now.Skip(gap.Now).Take(gap.NowCount));
            at = gap.Now + gap.NowCount;
        }

        Add(parts, PartKind.Kept, now.Skip(at));
        return parts;
    }

    private static void Add(List<TextPart> parts, PartKind kind, IEnumerable<string> words)
    {
        var text = string.Concat(words);
        if (text.Length > 0)
        {
            parts.Add(new TextPart(kind, text));
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (char.IsAsciiDigit(text[i]) && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
            {
                end++;
            }

            words.Add(text[i..end]);
            i = end;
        }

        return words;
    }
}

/// <summary>一段文字。</summary>
public sealed record TextPart(PartKind Kind, string Text);

/// <summary>一段文字的去留。</summary>
public enum PartKind
{
    /// <summary>保留。</summary>
    Kept,

    /// <summary>删去。</summary>
    Left,

    /// <summary>加入。</summary>
    Put,
}
