using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>书签：one name for every heading and table, so that the contents can lead there.</summary>
internal sealed class Bookmarks
{
    private readonly Dictionary<ComposedBlock, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public Bookmarks(Composed composed)
    {
        foreach (var block in composed.Blocks.Where(b => b is ComposedHeading or ComposedTable))
        {
            _numbers[block] = _numbers.Count + 1;
        }
    }

    public string Name(ComposedBlock block) => "_Toc" + (1_000_000 + _numbers[block]).ToString(CultureInfo.InvariantCulture);

    public IEnumerable<OpenXmlElement> Around(ComposedBlock block, OpenXmlElement content)
    {
        var id = _numbers[block].ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = Name(block) }, content, new BookmarkEnd { Id = id }];
    }
}

/// <summary>目录：a field that Word renews, filled beforehand so that every reader shows it.</summary>
internal static class WordContents
{
    public static void Add(Body body, Composed composed, Bookmarks marks)
    {
        var entries = composed.Blocks.Where(b => b is ComposedTable or ComposedHeading { Level: <= 2 }).ToList();
        if (entries.Count == 0)
        {
            return;
        }

        body.Append(WordText.Paragraph(WordStyles.Contents, WordText.Run("目　录")));
        for (var i = 0; i < entries.Count; i++)
        {
            var (level, text) = entries[i] is ComposedHeading heading ? (heading.Level, heading.Text) : (2, ((ComposedTable)entries[i]).Heading);
            var link = new Hyperlink(WordText.Run(text)) { Anchor = marks.Name(entries[i]), History = true };
            var paragraph = WordText.Paragraph("TOC" + level.ToString(CultureInfo.InvariantCulture));
            if (i == 0)
            {
                paragraph.Append(Mark(FieldCharValues.Begin, true), new DocumentFormat.OpenXml.Wordprocessing.Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }), Mark(FieldCharValues.Separate));
            }

            paragraph.Append(link);
            if (i == entries.Count - 1)
            {
                paragraph.Append(Mark(FieldCharValues.End));
            }

            body.Append(paragraph);
        }

        body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }), new DocumentFormat.OpenXml.Wordprocessing.Run(new Break { Type = BreakValues.Page })));
    }

    // Page numbers are known only to what lays the pages out: the field is marked to be renewed there.
    private static DocumentFormat.OpenXml.Wordprocessing.Run Mark(FieldCharValues kind, bool stale = false) => new(new FieldChar { FieldCharType = kind, Dirty = stale ? true : null });
}
