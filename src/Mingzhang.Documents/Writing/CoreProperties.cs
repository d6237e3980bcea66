using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing;

/// <summary>文件属性：title, author, subject and language of an Office file; no dates, so that the same contents make the same bytes.</summary>
internal static class CoreProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    public static void Write(CoreFilePropertiesPart part, Composed composed)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        foreach (var (name, value) in new[] { ("title", composed.Title), ("subject", "预决算公开"), ("creator", composed.Entity), ("language", "zh-CN") })
        {
            xml.WriteElementString("dc", name, Dublin, Word.WordText.Clean(value));
        }

        xml.WriteEndElement();
    }
}
