using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>小标题与段：a paragraph under the headings above it, with the coordinates that these add.</summary>
/// <param name="Path">Titles of the headings above, outermost first.</param>
/// <param name="Context">What the headings add to every figure.</param>
/// <param name="Paragraph">The text.</param>
/// <param name="Offset">Where the running text begins: behind a heading that stands in the same line.</param>
/// <param name="Items">Whether the section lists items under names of their own.</param>
internal sealed record Placed(IReadOnlyList<string> Path, Point Context, Paragraph Paragraph, int Offset, bool Items)
{
    /// <summary>所在部分的写法。</summary>
    public string Section => string.Join(" / ", Path);
}

/// <summary>提纲：lines to paragraphs under a tree of headings.</summary>
internal sealed partial class Outliner(ReadingContext reading)
{
    private readonly List<OpenSection> _open = [];
    private readonly List<Section> _roots = [];
    private readonly Headings _headings = new(reading);
    private Paragraph? _running;
    private OpenSection? _runningUnder;
    private int _runningOffset;

    public List<Placed> Paragraphs { get; } = [];

    public List<Passage> Passages { get; } = [];

    /// <summary>是否“第一部分”一类。</summary>
    public static bool IsPart(string folded) => Headings.Part().IsMatch(folded);

    public IReadOnlyList<Section> Read(IReadOnlyList<TextLine> lines)
    {
        var contents = Contents.Find(lines);
        var title = true;
        foreach (var unit in Units(lines, contents))
        {
            var folded = unit.Folded;
            if (_headings.Find(folded, unit.First.Prominent) is { } heading)
            {
                title = false;
                Flush();
                Open(unit, heading);
                continue;
            }

            if (title && folded.Length <= 60 && !folded.Contains('。', StringComparison.Ordinal))
            {
                Note(PassageKind.Title, unit.First);
                continue;
            }

            title = false;
            if (_running is not null && unit.First.Join == LineJoin.Unknown && Continues(_running, folded))
            {
                _running.Append(unit.First);
                continue;
            }

            Flush();
            _running = unit;
            _runningUnder = _open.Count > 0 ? _open[^1] : null;
        }

        Flush();
        CloseTo(-1);
        return _roots;
    }

    // Where the format knows how lines join, they are joined first, so that a wrapped heading is seen whole. A single line that holds a
    // whole document is divided before the numbers of its headings.
    private IEnumerable<Paragraph> Units(IReadOnlyList<TextLine> lines, (int From, int To)? contents)
    {
        Paragraph? unit = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (contents is var (from, to) && i >= from && i < to)
            {
                Note(PassageKind.Contents, lines[i]);
                continue;
            }

            if (unit is not null && lines[i].Join == LineJoin.Continues)
            {
                unit.Append(lines[i]);
                continue;
            }

            if (unit is not null)
            {
                yield return unit;
                unit = null;
            }

            foreach (var piece in LongLine.Pieces(lines[i]))
            {
                if (unit is not null)
                {
                    yield return unit;
                }

                unit = new Paragraph(piece);
            }
        }

        if (unit is not null)
        {
            yield return unit;
        }
    }

    private void Note(PassageKind kind, TextLine line) =>
        Passages.Add(new Passage(kind, line.Text.Trim(), reading.Source.At(line) with { Text = line.Text.Trim() }));

    private void Open(Paragraph unit, Heading heading)
    {
        CloseTo(heading.Level);
        var parent = _open.Count > 0 ? _open[^1].Context : reading.Space.Everything;
        var context = parent;
        var at = heading.Known?.At;
        context = at is null ? context : context.Narrow(at);
        if ((heading.Known is null || at is not null) && _headings.Meaning(heading.Title) is { } meaning)
        {
            // The book says what the section speaks of; the printed words may narrow it in other directions (一般公共预算“三公”经费).
            foreach (var member in meaning.Members.Where(m => at?[m.Dimension] is null))
            {
                context = context.Narrow(reading.Space.Everything.With(member));
            }
        }

        // Folding keeps every character in its place, so that the title can be taken as printed.
        var text = unit.Text;
        var printed = text.Substring(heading.Start, heading.Title.Length).Trim();
        var place = unit.At(0, heading.End, reading.Source, printed) with { Text = text.Length > 120 ? printed : text.Trim() };
        var open = new OpenSection(heading.Known?.Items ?? false, text[..heading.Start].Trim('、', '.', '．', ' ', '　'), printed, heading.Level, place, context);
        _open.Add(open);
        if (heading.End >= text.Length)
        {
            Passages.Add(new Passage(PassageKind.Heading, text.Trim(), place));
            return;
        }

        _running = unit;
        _runningUnder = open;
        _runningOffset = heading.End;
    }

    private void Flush()
    {
        if (_running is { } paragraph)
        {
            var path = _open.Select(o => o.Title).ToList();
            var kind = paragraph.Folded.Contains("联系人", StringComparison.Ordinal) && paragraph.Folded.Length < 120 ? PassageKind.Closing : PassageKind.Paragraph;
            var passage = new Passage(kind, paragraph.Text, paragraph.At(0, paragraph.Text.Length, reading.Source, string.Join(" / ", path)) with { Text = null });
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

            Paragraphs.Add(new Placed(path, _runningUnder?.Context ?? reading.Space.Everything, paragraph, _runningOffset, _open.Exists(o => o.Items)));
        }

        _running = null;
        _runningOffset = 0;
    }

    private void CloseTo(int level)
    {
        while (_open.Count > 0 && _open[^1].Level >= level)
        {
            var done = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            var section = new Section(done.Number, done.Title, done.Level, done.Place, done.Text, done.Children);
            (_open.Count > 0 ? _open[^1].Children : _roots).Add(section);
        }
    }

    // A line goes on with the paragraph above unless that one ended a sentence or this one begins something new.
    private static bool Continues(Paragraph above, string line) =>
        (char.IsAsciiDigit(above.Last) && BrokenNumber().IsMatch(line)) || above.Last is not ('。' or '!' or '?' or ':') && above.Prose
            && !line.StartsWith('附') && !line.Contains("联系人", StringComparison.Ordinal);

    // The rest of a number, or only its unit: it was broken at the end of the line.
    [GeneratedRegex(@"^(?:[\d,.]+ ?)?(?:[亿万]?元|%)")]
    private static partial Regex BrokenNumber();

    private sealed record OpenSection(bool Items, string Number, string Title, int Level, Place Place, Point Context)
    {
        public List<Passage> Text { get; } = [];

        public List<Section> Children { get; } = [];
    }
}
