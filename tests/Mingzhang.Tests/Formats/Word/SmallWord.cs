using Mingzhang.Documents;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Archives;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>自制的小文档：raw XML parts, zipped.</summary>
internal static class SmallWord
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The usual parts around a body; more parts by name, each referred to by its kind.</summary>
    public static byte[] Zip(string body, params (string Name, string Xml)[] more) => Zip(Transitional, body, more);

    public static byte[] Zip(string space, string body, params (string Name, string Xml)[] more)
    {
        var relations = string.Concat(more.Where(m => m.Name.StartsWith("word/", StringComparison.Ordinal) && m.Name.EndsWith(".xml", StringComparison.Ordinal))
            .Select((m, i) => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/{Kind(m.Name)}\" Target=\"{m.Name["word/".Length..]}\"/>"));
        return Zips.Of([
            Zips.Text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            Zips.Text("_rels/.rels", Related($"<Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/>")),
            Zips.Text("word/document.xml", Part("document", "<w:body>" + body + "</w:body>", space)),
            .. more.Any(m => m.Name == "word/_rels/document.xml.rels") ? [] : new[] { Zips.Text("word/_rels/document.xml.rels", Related(relations)) },
            .. more.Select(m => Zips.Text(m.Name, m.Xml)),
        ]);
    }

    public static string Related(string relations) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>";

    public static string Part(string root, string inner, string space = Transitional) => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} xmlns:w=\"{space}\" xmlns:r=\"{Relations}\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">" + inner + $"</w:{root}>";

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text, string properties = "", string run = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text, run)}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A cell.</summary>
    public static string C(string text, string properties = "") => $"<w:tc>{(properties.Length > 0 ? $"<w:tcPr>{properties}</w:tcPr>" : "")}{P(text)}</w:tc>";

    /// <summary>A table of plain cells.</summary>
    public static string Table(params string[] rows) => "<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Split('|').Select(c => C(c))) + "</w:tr>")) + "</w:tbl>";

    public static PaperDocument PaperOf(string body, params (string Name, string Xml)[] more) => PaperOf(Zip(body, more));

    public static PaperDocument PaperOf(byte[] bytes)
    {
        var opened = Opening.Bytes("a", bytes);
        Assert.Null(opened.Problem?.English);
        Assert.Equal("docx", opened.Paper!.Format);
        return opened.Paper;
    }

    /// <summary>Lines as they are, # before what is prominent, | between the cells of a row, ↖ for a covered cell, / for a line feed in a cell.</summary>
    public static string Show(PaperDocument paper) => string.Join('\n', paper.Blocks.Where(b => b is not TextLine { Furniture: true }).SelectMany(b => b is TextLine line ? [(line.Prominent ? "#" : "") + line.Text]
        : ((Grid)b).Rows.Select(r => string.Join('|', r.Cells.Select(c => c.CoveredFrom is null ? c.Text.Replace('\n', '/') : "↖")))));

    public static string Show(string body, params (string Name, string Xml)[] more) => Show(PaperOf(body, more));

    public static string Faults(PaperDocument paper) => string.Join(';', paper.Faults.Select(f => f.Kind + " " + f.Detail));

    private static string Kind(string name) => Path.GetFileNameWithoutExtension(name).TrimEnd('1', '2', '3');
}
