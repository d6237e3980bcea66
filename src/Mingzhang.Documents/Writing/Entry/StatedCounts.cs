using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>由读懂的文本取数量：vehicles, groups, visits, found behind the same words as in the book's sentences.</summary>
internal static class StatedCounts
{
    private const int FewestWords = 2;

    public static IReadOnlyDictionary<string, string> Of(Disclosure disclosure, FormBook book)
    {
        var counts = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = string.Concat(disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph).Select(p => Fold.Label(p.Text)));
        foreach (var sentence in book.AllSections.SelectMany(s => s.Sentences.Concat(s.Stated.Select(n => n.Sentence))))
        {
            for (var i = 1; i < sentence.Parts.Count; i++)
            {
                if (sentence.Parts[i].Kind == SlotKind.Count && sentence.Parts[i - 1].Kind == SlotKind.Words && Behind(text, Fold.Label(sentence.Parts[i - 1].Words)) is { } number)
                {
                    counts.TryAdd(sentence.Parts[i].Words, number);
                }
            }
        }

        return counts;
    }

    // The longest end of the words before the number that the text has too.
    private static string? Behind(string text, string words)
    {
        for (var cut = 0; words.Length - cut >= FewestWords; cut++)
        {
            var at = text.IndexOf(words[cut..], StringComparison.Ordinal);
            if (at >= 0 && text[(at + words.Length - cut)..] is [>= '0' and <= '9', ..] rest)
            {
                return string.Concat(rest.TakeWhile(char.IsAsciiDigit));
            }
        }

        return null;
    }
}
