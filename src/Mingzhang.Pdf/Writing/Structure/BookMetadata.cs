using System.Globalization;
using System.Security;
using System.Text;

namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>元数据：the old dictionary and XMP, which say the same.</summary>
internal static class BookMetadata
{
    private const string Producer = "Mingzhang";

    public static int Info(PdfMetadata about, ObjectBag bag)
    {
        var text = new ByteText().Add("<<"u8);
        Entry(text, "/Title", about.Title);
        Entry(text, "/Author", about.Author);
        Entry(text, "/Subject", about.Subject);
        Entry(text, "/Creator", about.Creator);
        Entry(text, "/Producer", Producer);
        if (about.Created is { } created)
        {
            text.Add(created.ToUniversalTime().ToString("'/CreationDate(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture));
        }

        return bag.Add(text.Add(">>"u8));
    }

    public static int Xmp(PdfMetadata about, ObjectBag bag)
    {
        var text = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(about.Title)}</rdf:li></rdf:Alt></dc:title>\n");
        text.Append(CultureInfo.InvariantCulture, $"<dc:language><rdf:Bag><rdf:li>{Xml(about.Language)}</rdf:li></rdf:Bag></dc:language>\n");
        if (about.Author is { } author)
        {
            text.Append(CultureInfo.InvariantCulture, $"<dc:creator><rdf:Seq><rdf:li>{Xml(author)}</rdf:li></rdf:Seq></dc:creator>\n");
        }

        if (about.Subject is { } subject)
        {
            text.Append(CultureInfo.InvariantCulture, $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(subject)}</rdf:li></rdf:Alt></dc:description>\n");
        }

        if (about.Creator is { } creator)
        {
            text.Append(CultureInfo.InvariantCulture, $"<xmp:CreatorTool>{Xml(creator)}</xmp:CreatorTool>\n");
        }

        if (about.Created is { } created)
        {
            text.Append(created.ToUniversalTime().ToString("'<xmp:CreateDate>'yyyy-MM-dd'T'HH:mm:ss'Z</xmp:CreateDate>\n'", CultureInfo.InvariantCulture));
        }

        text.Append("<pdf:Producer>" + Producer + "</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return bag.Stream("/Type/Metadata/Subtype/XML"u8, Encoding.UTF8.GetBytes(text.ToString()), compress: false);
    }

    private static void Entry(ByteText text, string key, string? value)
    {
        if (value is not null)
        {
            text.Add(key).Words(value);
        }
    }

    /// <summary>去掉 XML 不许的字符。</summary>
    private static string Xml(string text) => SecurityElement.Escape(new string([.. text.Where(c => c >= ' ' || c is '\n' or '\t')]))!;
}
