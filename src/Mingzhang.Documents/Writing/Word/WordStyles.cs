using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>公文样式：三号仿宋 with fixed lines of 28 points and two characters' indent; titles, headings, contents and tables as styles of their own.</summary>
internal static class WordStyles
{
    public const string Title = "DocumentTitle";
    public const string Caption = "TableTitle";
    public const string Furnishing = "TableLine";
    public const string Cell = "TableCell";
    public const string LargeCell = "TableCellLarge";
    public const string Note = "TableNote";
    public const string Contents = "ContentsTitle";
    public const string Plain = "Closing";
    public const string Grid = "DisclosureTable";

    // Half points: 三号 32, 二号 44, 五号 21.
    private const string Third = "32";

    public static string Heading(int level) => level switch { 1 => "Heading1", 2 => "Heading2", _ => "Heading3" };

    public static void Add(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>("styles");
        part.Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(WordFonts.Of(WordFonts.Body), new FontSize { Val = Third }, new FontSizeComplexScript { Val = Third }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault()),
            Style("Normal", "Normal", null, Paragraph("560", LineSpacingRuleValues.Exact, firstChars: 200), WordFonts.Of(WordFonts.Body), Third, isDefault: true),
            Style(Title, "Title", "Normal", Paragraph("640", LineSpacingRuleValues.Exact, JustificationValues.Center, after: "560"), WordFonts.Of(WordFonts.Title), "44"),
            HeadingStyle(1, WordFonts.Black), HeadingStyle(2, WordFonts.Regular), HeadingStyle(3, WordFonts.Body),
            Style(Contents, "TOC Heading", "Normal", Paragraph("560", LineSpacingRuleValues.Exact, JustificationValues.Center), WordFonts.Of(WordFonts.Black), Third),
            Toc(1, 0), Toc(2, 320), Toc(3, 640),
            Style(Caption, "Table Title", "Normal", Paragraph("400", LineSpacingRuleValues.AtLeast, JustificationValues.Center, next: true, outline: 1), WordFonts.Of(WordFonts.Black), "28"),
            Style(Furnishing, "Table Line", "Normal", Paragraph("320", LineSpacingRuleValues.AtLeast, next: true), WordFonts.Of(WordFonts.Table), "21"),
            Style(Cell, "Table Cell", "Normal", Paragraph("240", LineSpacingRuleValues.Auto), WordFonts.Of(WordFonts.Table), "18"),
            Style(LargeCell, "Table Cell Large", "Normal", Paragraph("260", LineSpacingRuleValues.AtLeast), WordFonts.Of(WordFonts.Table), "21"),
            Style(Note, "Table Note", "Normal", Paragraph("320", LineSpacingRuleValues.AtLeast), WordFonts.Of(WordFonts.Table), "21"),
            Style(Plain, "Contact", "Normal", Paragraph("560", LineSpacingRuleValues.Exact, before: "280"), WordFonts.Of(WordFonts.Body), Third),
            Style("Footer", "footer", "Normal", Paragraph("240", LineSpacingRuleValues.Auto, JustificationValues.Center), WordFonts.Of(WordFonts.Table), "28"),
            Style("Header", "header", "Normal", Paragraph("240", LineSpacingRuleValues.Auto, JustificationValues.Center), WordFonts.Of(WordFonts.Black), "28"),
            TableStyle());
    }

    private static Style HeadingStyle(int level, string face)
    {
        var style = Style(Heading(level), "heading " + level.ToString(System.Globalization.CultureInfo.InvariantCulture), "Normal", Paragraph("560", LineSpacingRuleValues.Exact, firstChars: 200, next: true, outline: level - 1), WordFonts.Of(face), Third);
        if (level == 3)
        {
            style.StyleRunProperties!.InsertAfter(new Bold(), style.StyleRunProperties.RunFonts);
        }

        style.InsertAfter(new NextParagraphStyle { Val = "Normal" }, style.BasedOn);
        return style;
    }

    private static Style Toc(int level, int indent)
    {
        var paragraph = Paragraph("480", LineSpacingRuleValues.Exact, left: indent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        paragraph.InsertAt(new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordPage.Portrait.Text }), 0);
        return Style("TOC" + level.ToString(System.Globalization.CultureInfo.InvariantCulture), "toc " + level.ToString(System.Globalization.CultureInfo.InvariantCulture), "Normal", paragraph, WordFonts.Of(WordFonts.Body), "28");
    }

    private static Style Style(string id, string name, string? basedOn, StyleParagraphProperties paragraph, RunFonts fonts, string size, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id.StartsWith("Table", StringComparison.Ordinal) || id is Title or Contents or Plain ? true : null };
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle(), paragraph, new StyleRunProperties(fonts, new FontSize { Val = size }, new FontSizeComplexScript { Val = size }));
        return style;
    }

    private static StyleParagraphProperties Paragraph(string line, LineSpacingRuleValues rule, JustificationValues? align = null, int firstChars = 0, string left = "0", bool next = false, int? outline = null, string before = "0", string after = "0")
    {
        var properties = new StyleParagraphProperties();
        if (next)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(
            new SpacingBetweenLines { Before = before, After = after, Line = line, LineRule = rule },
            new Indentation { Left = left, FirstLine = firstChars > 0 ? "640" : "0", FirstLineChars = firstChars },
            new Justification { Val = align ?? (firstChars > 0 ? JustificationValues.Both : JustificationValues.Left) });
        if (outline is { } level)
        {
            properties.Append(new OutlineLevel { Val = level });
        }

        return properties;
    }

    private static Style TableStyle()
    {
        var style = new Style(new StyleName { Val = "Disclosure Table" }, new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 8 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableCellMarginDefault(new TopMargin { Width = "28", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "28", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = Grid,
            CustomStyle = true,
        };
        return style;
    }
}
