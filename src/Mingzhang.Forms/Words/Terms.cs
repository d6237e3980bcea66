using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>固定用词：names of codes and words that recur in budgets, found in a text by their sound, so that 同音别字 is seen.</summary>
public sealed class Terms
{
    private const string File = "terms.txt";
    private const int Shortest = 3;
    private const int ShortestName = 4;

    // A character typed twice is looked for in words of this length; longer names may well hold a word more.
    private const int LongestDoubled = 5;

    private readonly Sounds _sounds;
    private readonly Dictionary<int, List<Term>> _byTwo = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private Terms(Sounds sounds) => _sounds = sounds;

    internal static Terms Load(DataSource source, IEnumerable<Catalogue> catalogues, Problems problems)
    {
        var terms = new Terms(Sounds.Load(source, problems));
        foreach (var word in Outline.Read(File, source.Text(File) ?? "", problems).SelectMany(l => l.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            terms.Add(word, word.Length <= LongestDoubled);
        }

        foreach (var name in catalogues.SelectMany(c => c.Entries).Select(e => Fold.Label(e.Name)).Where(n => n.Length >= ShortestName && !n.StartsWith("其他", StringComparison.Ordinal)))
        {
            terms.Add(name, doubled: false);
        }

        return terms;
    }

    /// <summary>读音。</summary>
    public Sounds Sounds => _sounds;

    /// <summary>文字中与固定用词同音而不同字的地方.</summary>
    public IEnumerable<Slip> Slips(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (!_byTwo.TryGetValue(Key(folded[i], folded[i + 1]), out var terms))
            {
                continue;
            }

            foreach (var term in terms)
            {
                if (At(folded, i, term) is { } slip)
                {
                    yield return slip;
                    i += slip.Printed.Length - 1;
                    break;
                }
            }
        }
    }

    private Slip? At(string text, int at, Term term) => string.CompareOrdinal(text, at, term.Text, 0, term.Text.Length) == 0 ? null
        : Sounding(text, at, term.Text) ?? (term.Doubled ? Doubled(text, at, term.Text) : null);

    private Slip? Sounding(string text, int at, string term)
    {
        if (at + term.Length > text.Length)
        {
            return null;
        }

        var differ = 0;
        for (var i = 0; i < term.Length; i++)
        {
            if (!_sounds.Alike(text[at + i], term[i]))
            {
                return null;
            }

            differ += text[at + i] == term[i] ? 0 : 1;
        }

        // A word that shares no character with the term only happens to sound like it.
        var printed = text.Substring(at, term.Length);
        return differ > 0 && differ < term.Length && !_known.Contains(printed) && !Variant(printed, term) ? new Slip(at, printed, term, differ) : null;
    }

    // 公务用车 with one of its own characters typed once more in its middle.
    private static Slip? Doubled(string text, int at, string term)
    {
        if (at + term.Length + 1 > text.Length)
        {
            return null;
        }

        var same = 0;
        while (same < term.Length && text[at + same] == term[same])
        {
            same++;
        }

        return same >= 2 && same < term.Length && term.Contains(text[at + same], StringComparison.Ordinal) && string.CompareOrdinal(text, at + same + 1, term, same, term.Length - same) == 0
            ? new Slip(at, text.Substring(at, term.Length + 1), term, 1) : null;
    }

    // 帐 for 账 and 其它 for 其他 are other spellings.
    private static bool Variant(string printed, string term) => Catalogue.FoldName(printed) == Catalogue.FoldName(term);

    private void Add(string word, bool doubled)
    {
        if (word.Length < Shortest || !_known.Add(word))
        {
            return;
        }

        var key = Key(word[0], word[1]);
        if (!_byTwo.TryGetValue(key, out var same))
        {
            _byTwo[key] = same = [];
        }

        same.Add(new Term(word, doubled));
    }

    private int Key(char first, char second) => (_sounds.Of(first) << 16) | _sounds.Of(second);

    private sealed record Term(string Text, bool Doubled);
}

/// <summary>别字：where it stands in the text, what is printed, the word that sounds like it and how many characters differ.</summary>
public sealed record Slip(int At, string Printed, string Right, int Differ);
