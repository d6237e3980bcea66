using Mingzhang.Forms.Words;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>与另一读取器比较：characters as multisets, words by their edges and their baseline.</summary>
internal sealed class PopplerComparison
{
    private const double Near = 1;
    private readonly List<Found> _found = [];

    public int Characters { get; private set; }

    public int CharactersMissing { get; private set; }

    public int CharactersAdded { get; private set; }

    /// <summary>被裁去的：poppler ignores clips, so that a tall cell which a page break cuts is on both pages for it.</summary>
    public int CharactersClipped { get; private set; }

    public int Words { get; private set; }

    public int WordsFound => _found.Count;

    public List<string> Differences { get; } = [];

    public int WordsNear
    {
        get
        {
            // poppler's top and bottom come from the font's own ascent, which may lie but is the same for all words of a font: where the
            // baseline stands between top and bottom is therefore taken from the middle word of each font.
            var near = 0;
            foreach (var font in _found.GroupBy(f => f.Glyph.Font.Name, StringComparer.Ordinal))
            {
                var shares = font.Select(f => (f.Glyph.Baseline - f.Word.Top) / (f.Word.Bottom - f.Word.Top)).Order().ToList();
                var share = shares[shares.Count / 2];
                foreach (var (word, glyph, right, page) in font)
                {
                    var baseline = word.Top + (share * (word.Bottom - word.Top));
                    if (Math.Abs(glyph.Left - word.Left) <= Near && Math.Abs(right - word.Right) <= Near && Math.Abs(glyph.Baseline - baseline) <= Near)
                    {
                        near++;
                    }
                    else
                    {
                        Differences.Add($"{page}: {word} is at {glyph.Left:0.0}–{right:0.0}, baseline {glyph.Baseline:0.0} (expected {baseline:0.0}), {glyph.Font.Name} {glyph.Size:0.0}");
                    }
                }
            }

            return near;
        }
    }

    public void Add(PdfPage page, PopplerPage expected, params PdfPage?[] neighbours)
    {
        var ours = page.Glyphs.Where(g => !string.IsNullOrWhiteSpace(g.Text)).ToList();
        var beside = neighbours.Select(n => Folded(string.Concat(n?.Glyphs.Select(g => g.Text) ?? []))).ToList();
        var theirs = new List<string>();
        foreach (var word in expected.Words.Where(w => Folded(w.Text).Length > 0))
        {
            var text = Folded(word.Text);
            if (Find(ours, word) is var (glyph, right))
            {
                _found.Add(new Found(word, glyph, right, page.Number));
            }
            else if (beside.Exists(n => n.Contains(text, StringComparison.Ordinal)))
            {
                CharactersClipped += text.Length;
                continue;
            }
            else
            {
                Differences.Add($"{page.Number}: {word} is missing");
            }

            Words++;
            theirs.Add(text);
        }

        Multisets(page.Number, Folded(string.Concat(ours.Select(g => g.Text))), string.Concat(theirs));
    }

    private static string Folded(string text) => string.Concat(Fold.Text(text).Where(c => !char.IsWhiteSpace(c)));

    private void Multisets(int page, string ours, string theirs)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in theirs)
        {
            Characters++;
            counts[c] = counts.GetValueOrDefault(c) + 1;
        }

        foreach (var c in ours)
        {
            counts[c] = counts.GetValueOrDefault(c) - 1;
        }

        CharactersMissing += counts.Values.Where(n => n > 0).Sum();
        CharactersAdded -= counts.Values.Where(n => n < 0).Sum();
        var text = string.Concat(counts.Where(n => n.Value != 0).Take(20).Select(n => $"{n.Key}{n.Value:+0;-0} "));
        if (text.Length > 0)
        {
            Differences.Add($"{page}: characters {text}");
        }
    }

    /// <summary>找一个词：begins with a glyph near its left edge, and goes on along the baseline.</summary>
    private static (PdfGlyph First, double Right)? Find(List<PdfGlyph> glyphs, PopplerWord word)
    {
        var wanted = Folded(word.Text);
        foreach (var first in glyphs.Where(g => wanted.StartsWith(Folded(g.Text), StringComparison.Ordinal)
            && Math.Abs(g.Left - word.Left) <= 3 && g.Baseline >= word.Top - 3 && g.Baseline <= word.Bottom + 3).OrderBy(g => Math.Abs(g.Baseline - (word.Top + (0.8 * (word.Bottom - word.Top))))))
        {
            var (text, right, last) = ("", 0.0, double.NegativeInfinity);
            foreach (var glyph in glyphs.Where(g => g.Left >= first.Left - 0.5 && Math.Abs(g.Baseline - first.Baseline) <= 1).OrderBy(g => g.Left))
            {
                // The same glyph drawn twice makes it bold; poppler gives it once.
                if (text.Length >= wanted.Length || (glyph.Left - last < 0.2 && text.EndsWith(Folded(glyph.Text), StringComparison.Ordinal)))
                {
                    continue;
                }

                (text, right, last) = (text + Folded(glyph.Text), Math.Max(right, glyph.Right), glyph.Left);
            }

            if (text == wanted)
            {
                return (first, right);
            }
        }

        return null;
    }

    private sealed record Found(PopplerWord Word, PdfGlyph Glyph, double Right, int Page);
}
