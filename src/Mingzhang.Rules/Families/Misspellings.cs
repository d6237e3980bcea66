using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>别字：fixed terms, names of codes and the entity's own name written with other characters.</summary>
internal static class Misspellings
{
    private const int ShortestName = 5;
    private const string Ordinals = "一二三四五六七八九十东南西北上下前后大小0123456789";

    // What is printed so several times is a word of the place.
    private const int Usual = 3;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ616", Terms),
        new("MZ519", Entity),
    ];

    private static IEnumerable<Verdict> Terms(LawContext c)
    {
        var all = new List<Found>();
        foreach (var passage in Passages(c))
        {
            var slips = c.Library.Terms.Slips(c.Folded(passage)).ToList();
            all.AddRange(slips.Select(s => new Found(passage, s)));
            if (slips.Count == 0)
            {
                yield return Verdict.Held;
            }
        }

        foreach (var same in all.GroupBy(f => f.Slip.Printed).Where(g => g.Count() < Usual))
        {
            var slip = same.First().Slip;
            var verdict = Verdict.Broken("term", [.. same.Select(f => f.Passage.Place with { Text = Around(f.Passage.Text, f.Slip) })], "printed", slip.Printed, "right", slip.Right);

            // Two characters at once are no other word.
            yield return slip.Differ > 1 ? verdict.As(Severity.Warning) : verdict;
        }
    }

    // One character of the name replaced: 县 and 市 alike must not differ, nor the number of a school.
    private static IEnumerable<Verdict> Entity(LawContext c)
    {
        if (c.Disclosure.Facts.Entity is not { Length: >= ShortestName } entity)
        {
            yield break;
        }

        var name = Fold.Label(entity);
        foreach (var passage in Passages(c))
        {
            var text = Fold.Label(passage.Text);
            var printed = Enumerable.Range(0, Math.Max(0, text.Length - name.Length + 1)).Where(i => OneOther(text, i, name)).Select(i => text.Substring(i, name.Length)).FirstOrDefault();
            yield return printed is null ? Verdict.Held : Verdict.Broken("name", passage.Place with { Text = printed }, "printed", printed, "entity", entity);
        }
    }

    private static bool OneOther(string text, int at, string name)
    {
        var other = -1;
        for (var i = 0; i < name.Length; i++)
        {
            if (text[at + i] != name[i])
            {
                if (other >= 0)
                {
                    return false;
                }

                other = i;
            }
        }

        // The first and the last character belong to other names as easily.
        return other > 0 && other < name.Length - 1 && char.IsLetter(text[at + other]) && !Ordinals.Contains(text[at + other], StringComparison.Ordinal) && !Ordinals.Contains(name[other], StringComparison.Ordinal);
    }

    private static IEnumerable<Passage> Passages(LawContext c) => c.Disclosure.Passages.Where(p => p.Kind != PassageKind.Contents);

    private static string Around(string text, Slip slip) => text[Math.Max(0, slip.At - 10)..Math.Min(text.Length, slip.At + slip.Printed.Length + 10)];

    private sealed record Found(Passage Passage, Slip Slip);
}
