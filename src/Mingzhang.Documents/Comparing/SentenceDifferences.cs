using Mingzhang.Budget;

namespace Mingzhang.Documents.Comparing;

/// <summary>按句比较文字：sentences are matched in order; two that stand opposite each other and have much in common are one sentence changed.</summary>
internal static class SentenceDifferences
{
    private const int LongestSentence = 400;
    private const double Alike = 0.4;

    public static List<SentenceDifference> Of(Disclosure before, Disclosure after)
    {
        var (old, now) = (Sentences(before), Sentences(after));
        var differences = new List<SentenceDifference>();
        foreach (var gap in Alignment.Of(old.ConvertAll(s => s.Text), now.ConvertAll(s => s.Text)))
        {
            var added = now.GetRange(gap.Now, gap.NowCount);
            foreach (var left in old.GetRange(gap.Old, gap.OldCount))
            {
                var at = added.FindIndex(s => Likeness(left.Text, s.Text) >= Alike);
                if (at < 0)
                {
                    differences.Add(new SentenceDifference(left.Text, null, left.Place));
                    continue;
                }

                differences.AddRange(added.GetRange(0, at).Select(s => new SentenceDifference(null, s.Text, s.Place)));
                differences.Add(new SentenceDifference(left.Text, added[at].Text, added[at].Place));
                added.RemoveRange(0, at + 1);
            }

            differences.AddRange(added.Select(s => new SentenceDifference(null, s.Text, s.Place)));
        }

        return differences;
    }

    private static List<Sentence> Sentences(Disclosure disclosure)
    {
        var sentences = new List<Sentence>();
        foreach (var passage in disclosure.Passages.Where(p => p.Kind is not (PassageKind.Contents or PassageKind.Caption)))
        {
            for (var start = 0; start < passage.Text.Length;)
            {
                var end = passage.Text.AsSpan(start).IndexOfAny('。', '；', '\n');
                end = end < 0 || end >= LongestSentence ? Math.Min(passage.Text.Length, start + LongestSentence) : start + end + 1;
                var text = passage.Text[start..end].Trim();
                if (text.Length > 0)
                {
                    sentences.Add(new Sentence(text, passage.Place));
                }

                start = end;
            }
        }

        return sentences;
    }

    // Pairs of neighbouring characters that both have.
    private static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2)
        {
            return a == b ? 1 : 0;
        }

        var pairs = Pairs(a).ToHashSet();
        var other = Pairs(b).ToHashSet();
        return 2.0 * pairs.Count(other.Contains) / (pairs.Count + other.Count);
    }

    private static IEnumerable<int> Pairs(string text) => Enumerable.Range(0, text.Length - 1).Select(i => (text[i] << 16) | text[i + 1]);

    private sealed record Sentence(string Text, Place Place);
}
