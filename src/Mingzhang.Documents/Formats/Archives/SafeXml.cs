using System.Xml;
using System.Xml.Linq;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>安全的 XML：no document types, no entities, nothing fetched; characters, elements and depth are bounded.</summary>
public static class SafeXml
{
    /// <summary>元素嵌套的层数。</summary>
    public const int Depth = 256;

    /// <summary>一棵树的节点数：elements, attributes and texts; larger parts are for <see cref="Reader"/>.</summary>
    public const int Nodes = 3_000_000;

    private const long Characters = 128 * 1024 * 1024;

    /// <summary>逐个读取的读取器: move it with <see cref="Step"/> only, and read it within <see cref="Guarded"/>: a long text is looked at, and found to be damaged, only when it is asked for.</summary>
    public static XmlReader Reader(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Characters,
        MaxCharactersFromEntities = 0x1000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    });

    /// <summary>读下一个节点; false at the end.</summary>
    /// <exception cref="ArchiveException">It is no XML, or nested too deeply.</exception>
    public static bool Step(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Guarded(() => reader.Read() && (reader.Depth <= Depth ? true : throw new ArchiveException(ArchiveProblem.TooDeep)));
    }

    /// <summary>读取时守门：whatever a reader throws for what it reads becomes the one exception of archives.</summary>
    /// <exception cref="ArchiveException">It is no XML.</exception>
    public static T Guarded<T>(Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException or ArgumentException or System.Text.DecoderFallbackException)
        {
            throw new ArchiveException("The XML is damaged: " + e.Message, e);
        }
    }

    /// <summary>元素树: white space between elements is not kept, that within a text is.</summary>
    /// <exception cref="ArchiveException">It is no XML, or goes beyond the limits.</exception>
    public static XElement Tree(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = Reader(stream);
        return Guarded(() => Tree(reader));
    }

    private static XElement Tree(XmlReader reader)
    {
        XElement? root = null;
        var open = new Stack<XElement>();
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > Depth)
            {
                throw new ArchiveException(ArchiveProblem.TooDeep);
            }

            if (nodes > Nodes)
            {
                throw new ArchiveException(ArchiveProblem.TooLarge);
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Element(reader);
                    root ??= element;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }

        return root ?? throw new ArchiveException(ArchiveProblem.Damaged);
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }
}
