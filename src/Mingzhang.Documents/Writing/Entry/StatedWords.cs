using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>由读懂的文本取文字：what the officer wrote himself: duties, reasons, uses, terms, under the keys by which the book's sentences ask for them.</summary>
internal sealed class StatedWords
{
    private readonly Disclosure _disclosure;
    private readonly List<Section> _sections;
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private StatedWords(Disclosure disclosure)
    {
        _disclosure = disclosure;
        _sections = [.. disclosure.Sections.SelectMany(s => s.SelfAndBelow())];
    }

    public static IReadOnlyDictionary<string, string> Of(Disclosure disclosure, FormBook book, Space space)
    {
        var words = new StatedWords(disclosure);
        foreach (var section in book.Sections)
        {
            words.Section(section, space.Everything);
        }

        words.Put("contact", disclosure.Contact?.Name);
        words.Put("phone", disclosure.Contact?.Phone);
        return words._words;
    }

    private void Section(SectionForm form, Point above)
    {
        var point = form.At is { } at ? above.Narrow(at) : above;
        var printed = _sections.Find(s => form.Folded.Contains(Fold.Label(s.Title)));
        foreach (var sentence in form.Sentences.Concat(form.Stated.Select(s => s.Sentence)).Concat(form.Nils.Select(n => n.Sentence)))
        {
            Sentence(sentence, point, printed);
        }

        foreach (var term in form.Terms)
        {
            Put("term " + term, printed?.SelfAndBelow().SelectMany(s => s.Paragraphs.Select(p => p.Text).Append(s.Title)).Select(Body).FirstOrDefault(t => Fold.Label(t).StartsWith(Fold.Label(term), StringComparison.Ordinal)));
        }

        foreach (var child in form.Children)
        {
            Section(child, point);
        }
    }

    // Words that stand alone are the section's paragraphs; those inside a sentence belong to the figure before them.
    private void Sentence(Sentence sentence, Point section, Section? printed)
    {
        if (sentence.Parts is [{ Kind: SlotKind.Text } alone])
        {
            Put(alone.Words, printed is null ? null : string.Join('\n', printed.Paragraphs.Select(p => p.Text.Trim())));
            return;
        }

        var before = section;
        for (var i = 0; i < sentence.Parts.Count; i++)
        {
            var part = sentence.Parts[i];
            if (part.Kind == SlotKind.Why)
            {
                Put("why " + part.At!.Key("purpose"), Reason(section.Narrow(part.At!)));
            }
            else if (part.Kind == SlotKind.Text)
            {
                var words = part.Words.StartsWith("use", StringComparison.Ordinal) ? Use(before) : Reason(before);
                Put(part.Words, i + 1 < sentence.Parts.Count && sentence.Parts[i + 1].Kind == SlotKind.Words ? Without(words, sentence.Parts[i + 1].Words) : words);
            }
            else if (part.At is { } at)
            {
                before = section.Narrow(at);
            }
        }
    }

    private string? Reason(Point point) => _disclosure.Statements.OfType<ChangeStatement>().FirstOrDefault(c => c.Reason is not null && Same(c.Point, point))?.Reason;

    private string? Use(Point point) => _disclosure.Statements.OfType<AmountStatement>().FirstOrDefault(a => a.Use is not null && Same(a.Point, point))?.Use;

    private static bool Same(Point said, Point asked) => said.Completed().Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity")).SequenceEqual(asked.Completed().Members);

    // What the book says itself behind the officer's words (等重点工作) is not said twice.
    private static string? Without(string? words, string following)
    {
        var end = following.Split('，', '；', '。')[0];
        return end.Length > 0 && words?.EndsWith(end, StringComparison.Ordinal) == true ? words[..^end.Length] : words;
    }

    private static string Body(string text) => text.TrimStart('（', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '）', ')', '.', '、', ' ');

    private void Put(string key, string? text)
    {
        if (text?.Trim() is { Length: > 0 } words)
        {
            _words.TryAdd(key, words);
        }
    }
}
