namespace Mingzhang.Documents.Writing.Composition;

/// <summary>分句：takes back the clause that a figure nobody stated would have ended.</summary>
internal static class Clauses
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("，、；：。");

    /// <summary>去掉最后一个分句: the words since the last mark; a colon stays, what it announces may follow.</summary>
    public static void Drop(List<Run> runs)
    {
        if (runs.Count == 0 || runs[^1] is not WordsRun { Text: var text })
        {
            return;
        }

        var cut = text.AsSpan().LastIndexOfAny(Marks);
        var kept = cut < 0 ? text : (text[cut] is '：' or '。') ? text[..(cut + 1)] : text[..cut];
        runs.RemoveAt(runs.Count - 1);
        if (kept.Length > 0)
        {
            runs.Add(new WordsRun(kept));
        }
    }

    /// <summary>接下去的各节: no mark follows a colon or begins a paragraph; what announced a list of which nothing is left goes too.</summary>
    public static List<Run> Following(List<Run> next, List<Run> before)
    {
        if (next is not [WordsRun { Text: [var mark, ..] text }, .. var rest] || before.Count == 0 || before[^1] is not WordsRun { Text: [.., '：' or '。'] last })
        {
            return next;
        }

        if (mark is '，' or '、')
        {
            return [new WordsRun(text[1..]), .. rest];
        }

        if (mark is '。' or '；' && last.EndsWith('：'))
        {
            before[^1] = new WordsRun(last[..^1]);
            Drop(before);
        }

        return next;
    }
}
