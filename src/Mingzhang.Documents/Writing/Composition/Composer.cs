using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>成稿的构成：narrative from the book's sentences and tables from its forms, each figure from the draft's cube.</summary>
public sealed class Composer
{
    private readonly Library _library;
    private readonly FormBook _book;
    private readonly Draft _draft;
    private readonly SentenceComposer _sentences;
    private readonly PrintedWords _words;
    private readonly List<ComposedBlock> _blocks = [];

    private Composer(Library library, FormBook book, Draft draft)
    {
        _library = library;
        _book = book;
        _draft = draft;
        _sentences = new SentenceComposer(library, draft);
        _words = new PrintedWords(draft);
    }

    /// <summary>按表册把底稿写成成稿。</summary>
    public static Composed Compose(Library library, FormBook book, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(draft);
        return new Composer(library, book, draft).Compose();
    }

    private Composed Compose()
    {
        foreach (var section in _book.Sections.Where(Written))
        {
            Section(section, 1, _library.Space.Everything);
        }

        // Whom to ask stands at the end of the narrative.
        if (_book.Contact is { } contact)
        {
            _blocks.Add(new ComposedParagraph(_sentences.Compose(contact, _library.Space.Everything)) { Closing = true });
        }

        if (!_book.AllSections.Any(s => s.Tables))
        {
            Tables();
        }

        return new Composed
        {
            Title = _words.Fill(Print.Title),
            Entity = _draft.Entity,
            Year = _draft.Year,
            Blocks = _blocks,
        };
    }

    private BookPrint Print => _book.Print ?? new BookPrint("{N}{Y}年{D}预算", "", "", "单位：{U}", false);

    // A section that places may leave out is written where there is something to say in it.
    private static bool Written(SectionForm section) => !section.Optional || section.Tables || section.Sentences.Count + section.Stated.Count + section.Nils.Count + section.Each.Count + section.Terms.Count > 0 || section.Children.Any(Written);

    private void Tables()
    {
        var tables = new TableComposer(_library, _book, Print, _draft);
        _blocks.AddRange(_book.Forms.Select(tables.Table));
    }

    private void Section(SectionForm section, int level, Point above)
    {
        var point = section.At is { } at ? above.Narrow(at) : above;
        _blocks.Add(new ComposedHeading(level, section.Number, _words.Fill(section.Titles[0])));
        foreach (var sentence in section.Sentences)
        {
            Paragraph(sentence, point);
        }

        foreach (var stated in section.Stated.Where(n => _sentences.Value(point, n.Point) != 0))
        {
            Paragraph(stated.Sentence, point);
        }

        foreach (var each in section.Each)
        {
            Items(each, point);
        }

        foreach (var nil in section.Nils.Where(n => _sentences.Value(point, n.Point) == 0))
        {
            Paragraph(nil.Sentence, point);
        }

        for (var i = 0; i < section.Terms.Count; i++)
        {
            _blocks.Add(new ComposedParagraph([new WordsRun($"（{Numbering.Chinese(i + 1)}）"), _sentences.Words("term " + section.Terms[i])]));
        }

        foreach (var child in section.Children.Where(Written))
        {
            Section(child, level + 1, point);
        }

        if (section.Tables)
        {
            Tables();
        }
    }

    private void Paragraph(Sentence sentence, Point point, SentenceItem? item = null)
    {
        var runs = _sentences.Compose(sentence, point, item);

        // A sentence that begins with such a mark goes on in the line of its heading.
        var lead = sentence.Parts[0] is { Kind: SlotKind.Words, Words: ['：' or '。', ..] words } ? words[..1] : "";
        if (lead.Length > 0 && runs.Count > 0 && runs[0] is WordsRun first)
        {
            runs = [new WordsRun(first.Text[1..]), .. runs.Skip(1)];
        }

        _blocks.Add(new ComposedParagraph(runs, lead));
    }

    private void Items(EachSentence each, Point point)
    {
        var start = _draft.Start(_library.Space).Narrow(point);
        var catalogue = _library.Catalogues["functions"];
        var ordinal = 0;
        if (each.Of == "projects")
        {
            foreach (var project in _draft.Cube.Projects(start))
            {
                Paragraph(each.Sentence, point.With(_library.Space.Member("project", project)!), new SentenceItem(project, project, project, ++ordinal));
            }

            return;
        }

        foreach (var code in _draft.Cube.Codes("function", [each.Length], start).Where(c => c.Length == each.Length))
        {
            var path = string.Concat(new[] { 3, 5, 7 }.Where(n => n <= code.Length).Select((n, i) => (catalogue.Find(code[..n], _draft.Year)?.Name ?? code[..n]) + "（" + "类款项"[i] + "）"));
            Paragraph(each.Sentence, point.With(_library.Space.Member("function", code)!), new SentenceItem(code, catalogue.Find(code, _draft.Year)?.Name ?? code, path, ++ordinal));
        }
    }
}
