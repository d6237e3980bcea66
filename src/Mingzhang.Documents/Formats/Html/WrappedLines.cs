using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>折行：lines that an editor broke at the width of its window go on; all other breaks are meant.</summary>
internal static class WrappedLines
{
    private const int LeastLines = 3;
    private const int LeastLength = 20;

    /// <summary>标出一块中接上一行的行。</summary>
    public static void Mark(List<Block> blocks, int from)
    {
        if (blocks.Count - from < LeastLines)
        {
            return;
        }

        // Wrapped text is even: every line but those that end a sentence is about as long as the longest.
        var longest = 0;
        for (var i = from; i < blocks.Count; i++)
        {
            longest = blocks[i] is TextLine line ? Math.Max(longest, line.Text.Length) : int.MaxValue;
            if (longest == int.MaxValue)
            {
                return;
            }
        }

        var open = Enumerable.Range(from, blocks.Count - from - 1).Select(i => ((TextLine)blocks[i]).Text).Where(t => !Ends(t)).ToList();
        if (open.Count * 2 < LeastLines || !open.TrueForAll(t => t.Length >= LeastLength && t.Length * 100L >= longest * 85L))
        {
            return;
        }

        for (var i = from + 1; i < blocks.Count; i++)
        {
            var line = (TextLine)blocks[i];
            if (!Ends(((TextLine)blocks[i - 1]).Text) && !char.IsWhiteSpace(line.Text[0]) && !line.AfterGap)
            {
                blocks[i] = line with { Join = LineJoin.Continues };
            }
        }
    }

    private static bool Ends(string text) => text.TrimEnd()[^1] is '。' or '；' or '：' or '！' or '？' or ';' or ':' or '!' or '?' or '.' or '”' or '）' or ')';
}
