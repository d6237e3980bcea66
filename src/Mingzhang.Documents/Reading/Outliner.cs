using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>小标题与段：a paragraph under the headings above it, with the coordinates that these add.</summary>
/// <param name="Path">Titles of the headings above, outermost first.</param>
/// <param name="Context">What the headings add to every figure.</param>
/// <param name="Paragraph">The text.</param>
/// <param name="Offset">Where the running text begins: behind a heading that stands in the same line.</param>
internal sealed record Placed(IReadOnlyList<string> Path, Point Context, Paragraph Paragraph, int Offset)
{
    /// <summary>所在部分的写法。</summary>
    public string Section => string.Join(" / ", Path);
}

/// <summary>提纲：lines to paragraphs under a tree of headings.</summary>
internal sealed class Outliner(Library library, Identity identity, string file)
{
    private readonly List<OpenSection> _open = [];
    private readonly List<Section> _roots = [];
    private Paragraph? _running;
    private OpenSection? _runningUnder;
    private int _runningOffset;

    public List<Placed> Paragraphs { get; } = [];

    public List<Passage> Passages { get; } = [];

    public IReadOnlyList<Section> Read(IReadOnlyList<TextLine> lines)
    {
        var title = true;
        foreach (var line in lines)
        {
            var folded = Fold.Text(line.Text).Trim();
            if (Heading(folded) is { } heading)
            {
                title = false;
                Flush();
                Open(line, heading);
                continue;
            }

            if (title && folded.Length <= 60 && !folded.Contains('。', StringComparison.Ordinal))
            {
                Passages.Add(new Passage(PassageKind.Title, line.Text.Trim(), new Place { File = file, Line = line.Line, Page = line.Page, Text = line.Text.Trim() }));
                continue;
            }

            title = false;
            if (_running is not null && Continues(_running, folded))
            {
                _running.Append(line);
                continue;
            }

            Flush();
            _running = new Paragraph(line);
            _runningUnder = _open.Count > 0 ? _open[^1] : null;
        }

        Flush();
        CloseTo(0);
        return _roots;
    }

    private void Open(TextLine line, (string Prefix, string Title, int End) heading)
    {
        var level = Numbering.Level(heading.Prefix);
        CloseTo(level);
        var known = Known(heading.Title, level);
        var parent = _open.Count > 0 ? _open[^1].Context : library.Space.Everything;
        var context = parent;
        if (known?.At is { } at)
        {
            context = context.Narrow(at);
        }
        else if (known is null && library.Lexicon.Read(heading.Title) is { Any: true, Understood: true } meaning)
        {
            context = context.Narrow(meaning.Point);
        }

        // Folding keeps every character in its place, so that the title can be taken as printed.
        var text = line.Text.Trim();
        var printed = text.Substring(heading.Prefix.Length, heading.Title.Length);
        heading = heading with { Title = printed.Trim() };
        var place = new Place { File = file, Line = line.Line, Page = line.Page, Section = heading.Title, Text = line.Text.Trim() };
        var open = new OpenSection(heading.Prefix.Trim('、', '.', ' '), heading.Title, level, place, context, known);
        _open.Add(open);
        if (heading.End >= text.Length)
        {
            Passages.Add(new Passage(PassageKind.Heading, text, place));
            return;
        }

        _running = new Paragraph(line);
        _runningUnder = open;
        _runningOffset = heading.End;
    }

    private void Flush()
    {
        if (_running is { } paragraph)
        {
            var path = _open.Select(o => o.Title).ToList();
            var kind = paragraph.Folded.Contains("联系人", StringComparison.Ordinal) && paragraph.Folded.Length < 120 ? PassageKind.Closing : PassageKind.Paragraph;
            var passage = new Passage(kind, paragraph.Text, paragraph.At(0, paragraph.Text.Length, file, string.Join(" / ", path)) with { Text = null });
            Passages.Add(passage);
            if (kind == PassageKind.Closing)
            {
                Passages[^1] = passage with { Place = passage.Place with { Section = "文末" } };
                path = ["文末"];
            }
            else
            {
                _runningUnder?.Text.Add(passage);
            }

            Paragraphs.Add(new Placed(path, _runningUnder?.Context ?? library.Space.Everything, paragraph, _runningOffset));
        }

        _running = null;
        _runningOffset = 0;
    }

    private void CloseTo(int level)
    {
        while (_open.Count > 0 && (level == 0 || _open[^1].Level >= level))
        {
            var done = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            var section = new Section(done.Number, done.Title, done.Level, done.Place, done.Text, done.Children);
            (_open.Count > 0 ? _open[^1].Children : _roots).Add(section);
        }
    }

    // A line goes on with the paragraph above unless that one ended a sentence or this one begins something new.
    private static bool Continues(Paragraph above, string line) =>
        above.Last is not ('。' or '!' or '?' or ':') && above.Prose
            && !line.StartsWith('附') && !line.Contains("联系人", StringComparison.Ordinal);

    private SectionForm? Known(string title, int level)
    {
        var folded = Fold.Label(title);
        var books = identity.Book is null ? library.Books : [identity.Book];
        var sections = books.SelectMany(b => b.AllSections).Where(s => s.Folded.Contains(folded)).ToList();
        return sections.Find(s => (Numbering.Level(Fold.Label(s.Number)) == 1) == (level == 1)) ?? (sections.Count > 0 ? sections[0] : null);
    }

    // A heading is a number with a title, alone in its line or before the running text.
    private (string Prefix, string Title, int End)? Heading(string folded)
    {
        const int LongestRunIn = 24;
        const int LongestLine = 48;
        var prefix = Numbering.Prefix(folded);
        if (prefix.Length == 0 || folded.Length == prefix.Length)
        {
            return null;
        }

        var rest = folded[prefix.Length..];
        var stop = rest.AsSpan().IndexOfAny("。:");
        var level = Numbering.Level(prefix);
        if (stop < 0)
        {
            return rest.Length <= LongestLine && rest.AsSpan().IndexOfAny(",;") < 0 && !rest.Any(char.IsAsciiDigit)
                ? (prefix, rest, folded.Length) : null;
        }

        var title = rest[..stop];
        var alone = stop == rest.Length - 1;
        if (title.Length > LongestRunIn || title.AsSpan().IndexOfAny(",;") >= 0)
        {
            return null;
        }

        return !alone || Known(title, level) is not null ? (prefix, title, alone ? folded.Length : prefix.Length + stop) : null;
    }

    private sealed record OpenSection(string Number, string Title, int Level, Place Place, Point Context, SectionForm? Known)
    {
        public List<Passage> Text { get; } = [];

        public List<Section> Children { get; } = [];
    }
}
