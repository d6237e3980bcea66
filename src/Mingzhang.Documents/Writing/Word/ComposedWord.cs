using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>成稿写成 Word：the layout of official documents, contents with links, tables on pages of their own, wide ones across.</summary>
public static class ComposedWord
{
    private const string Footer = "footer1";
    private const string Watermark = "draft1";

    /// <summary>写成 .docx。</summary>
    public static byte[] Write(Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            CoreProperties.Write(package.AddCoreFilePropertiesPart(), composed);
            package.ChangeIdOfPart(package.CoreFilePropertiesPart!, "rId2");
            WordFonts.Add(main);
            WordStyles.Add(main);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new Zoom { Percent = "100" }, new DefaultTabStop { Val = 640 }, new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            main.AddNewPart<FooterPart>(Footer).Footer = new Footer(PageNumber());
            if (composed.Draft)
            {
                WordWatermark.Add(main.AddNewPart<HeaderPart>(Watermark));
            }

            main.Document = new Document(Body(composed));
        }

        return StableZip.Of(stream.ToArray());
    }

    private static Body Body(Composed composed)
    {
        var body = new Body(WordText.Paragraph(WordStyles.Title, WordText.Run(composed.Title)));
        var marks = new Bookmarks(composed);
        WordContents.Add(body, composed, marks);
        var page = WordPage.Portrait;
        var begun = false;
        var header = composed.Draft ? Watermark : null;
        foreach (var block in composed.Blocks)
        {
            var wanted = block is ComposedTable { Landscape: true } ? WordPage.Landscape : WordPage.Portrait;
            if (wanted != page && (begun || page == WordPage.Portrait))
            {
                body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }, page.Section(Footer, header))));
                (page, begun) = (wanted, false);
            }

            Block(body, block, marks, page, breaks: begun);
            begun = true;
        }

        body.Append(page.Section(Footer, header));
        return body;
    }

    private static void Block(Body body, ComposedBlock block, Bookmarks marks, WordPage page, bool breaks)
    {
        switch (block)
        {
            case ComposedHeading heading:
                body.Append(WordText.Paragraph(WordStyles.Heading(heading.Level), [.. marks.Around(heading, WordText.Run(heading.Text))]));
                break;
            case ComposedParagraph paragraph:
                body.Append(WordText.Paragraph(paragraph.Closing ? WordStyles.Plain : "Normal", [.. paragraph.Runs.Select(Run)]));
                break;
            case ComposedTable table:
                Table(body, table, marks, page, breaks);
                break;
        }
    }

    private static void Table(Body body, ComposedTable table, Bookmarks marks, WordPage page, bool breaks)
    {
        var first = true;
        foreach (var line in new[] { table.Number, table.Title }.Where(l => l.Length > 0))
        {
            // What the contents lead to is the title; the number stands above it.
            var titled = line == table.Title;
            var paragraph = WordText.Paragraph(titled ? WordStyles.Caption : WordStyles.Furnishing, [.. titled ? marks.Around(table, WordText.Run(line)) : [WordText.Run(line)]]);
            if (first && breaks)
            {
                paragraph.ParagraphProperties!.InsertAfter(new PageBreakBefore(), paragraph.ParagraphProperties.ParagraphStyleId);
            }

            first = false;
            body.Append(paragraph);
        }

        foreach (var line in new[] { table.EntityLine, table.UnitLine }.Where(l => l.Length > 0))
        {
            var paragraph = WordText.Paragraph(WordStyles.Furnishing, WordText.Run(line));
            if (line == table.UnitLine)
            {
                paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
            }

            body.Append(paragraph);
        }

        body.Append(WordTable.Of(table, page.Text));
        foreach (var note in table.Notes)
        {
            body.Append(WordText.Paragraph(WordStyles.Note, WordText.Run(note)));
        }

        if (table.Notes.Count == 0)
        {
            // Two tables without a paragraph between them would be one.
            body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }, new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact })));
        }
    }

    private static OpenXmlElement Run(Composition.Run run)
    {
        var words = WordText.Run(run.Text);
        if (run is GapRun)
        {
            words.PrependChild(new RunProperties(new Highlight { Val = HighlightColorValues.Yellow }));
        }

        return words;
    }

    // — 1 —
    private static Paragraph PageNumber() => WordText.Paragraph("Footer", [WordText.Run("— "), .. WordText.Field("PAGE", 1.ToString(CultureInfo.InvariantCulture)), WordText.Run(" —")]);
}
