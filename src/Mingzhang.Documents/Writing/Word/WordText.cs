using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>文字：runs of words; characters that XML cannot hold are left out.</summary>
internal static class WordText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else if (text[i] is '\n' or '\r' or '\t')
            {
                clean.Append(' ');
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    public static DocumentFormat.OpenXml.Wordprocessing.Run Run(string text) => new(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>域：begin, instruction, what was last shown, end.</summary>
    public static IEnumerable<OpenXmlElement> Field(string instruction, string shown) =>
    [
        new DocumentFormat.OpenXml.Wordprocessing.Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new DocumentFormat.OpenXml.Wordprocessing.Run(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new DocumentFormat.OpenXml.Wordprocessing.Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(shown),
        new DocumentFormat.OpenXml.Wordprocessing.Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];
}
