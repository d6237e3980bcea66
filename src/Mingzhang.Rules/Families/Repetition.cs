namespace Mingzhang.Rules.Families;

/// <summary>重复的字词：the same words twice in a row (单位单位), or a phrase with 、 inside it.</summary>
internal static class Repetition
{
    private const int ShortestWord = 2;
    private const int ShortestPhrase = 6;
    private const int LongestPhrase = 20;

    /// <summary>第一处，连同两遍的长度; null where there is none. A loop: a search by pattern tries every length at every character.</summary>
    public static Span? Find(string text)
    {
        for (var at = 0; at + (2 * ShortestWord) <= text.Length; at++)
        {
            if (!IsHan(text[at]) && text[at] != '、')
            {
                continue;
            }

            for (var length = ShortestWord; length <= LongestPhrase && at + (2 * length) <= text.Length; length++)
            {
                if (text[at] == text[at + length] && text.AsSpan(at, length).SequenceEqual(text.AsSpan(at + length, length)) && Counts(text.AsSpan(at, length)))
                {
                    return new Span(at, 2 * length);
                }
            }
        }

        return null;
    }

    private static bool Counts(ReadOnlySpan<char> words)
    {
        var marks = 0;
        foreach (var c in words)
        {
            if (!IsHan(c) && c != '、')
            {
                return false;
            }

            marks += c == '、' ? 1 : 0;
        }

        return marks == 0 || words.Length >= ShortestPhrase;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>重复之处。</summary>
    internal sealed record Span(int At, int Length);
}
