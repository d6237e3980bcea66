using System.Text.RegularExpressions;

namespace Mingzhang.Rules.Families;

/// <summary>成对的标点：brackets, titles and quotes that have no partner, or one of another width.</summary>
internal static partial class Brackets
{
    private static readonly (char Open, char Close)[] Pairs = [('(', ')'), ('《', '》'), ('“', '”')];

    /// <summary>第一个没有配对的标点; null where all are in pairs.</summary>
    public static Mark? Unmatched(string text)
    {
        // Numbers such as 1） close without opening; they are no pair. Blanks keep every mark in its place.
        var plain = Closing().Replace(text.Replace('（', '(').Replace('）', ')'), m => new string(' ', m.Length));
        foreach (var (open, close) in Pairs)
        {
            if (First(plain, open, close) is { } at)
            {
                return new Mark(at, text[at].ToString());
            }
        }

        return null;
    }

    /// <summary>一半全角一半半角的括号; null where there is none.</summary>
    public static Mark? Mixed(string text) =>
        HalfAndHalf().Match(text) is { Success: true } match ? new Mark(match.Index, match.Value) : null;

    // What opens and still stands open when a new sentence opens another has lost its partner.
    private static int? First(string text, char open, char close)
    {
        var opened = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == open)
            {
                if (opened.Count > 0 && open == '(' && text.AsSpan(opened.Peek(), i - opened.Peek()).Contains('。'))
                {
                    return opened.Peek();
                }

                opened.Push(i);
            }
            else if (text[i] == close && !opened.TryPop(out _))
            {
                return i;
            }
        }

        return opened.Count > 0 ? opened.Peek() : null;
    }

    [GeneratedRegex(@"(?<=^|[。;;,,、\s])\d{1,2}\)|^[一二三四五六七八九十]{1,3}\)")]
    private static partial Regex Closing();

    [GeneratedRegex(@"（[^（）()]{1,20}\)|\([^（）()]{1,20}）")]
    private static partial Regex HalfAndHalf();

    /// <summary>标点的位置与写法。</summary>
    internal sealed record Mark(int At, string Printed);
}
