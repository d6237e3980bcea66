using System.Text;
using System.Xml;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>部件的游标：steps through the elements of one XML part. What is not looked at is stepped over; a reader that has seen too much stops
/// all loops at once.</summary>
internal sealed class PartCursor : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private readonly Stream _stream;
    private readonly XmlReader _reader;
    private string? _lastNamespace;
    private bool _lastIsWord;

    public PartCursor(Stream stream)
    {
        _stream = stream;
        _reader = SafeXml.Reader(stream);
    }

    /// <summary>是否停读。</summary>
    public bool Stopped { get; private set; }

    /// <summary>元素名，不带前缀。</summary>
    public string Name => _reader.LocalName;

    /// <summary>是否文字处理的元素: of either edition of the standard.</summary>
    public bool Word
    {
        get
        {
            var own = _reader.NamespaceURI;
            if (!ReferenceEquals(own, _lastNamespace))
            {
                (_lastNamespace, _lastIsWord) = (own, own is Transitional or Strict);
            }

            return _lastIsWord;
        }
    }

    /// <summary>属性，同元素的命名空间或没有命名空间。</summary>
    public string? this[string name] => _reader.GetAttribute(name, _reader.NamespaceURI) ?? _reader.GetAttribute(name);

    /// <summary>属性 val。</summary>
    public string? Value => this["val"];

    /// <summary>开关的值: on where it is only named.</summary>
    public bool On => Value is not ("0" or "false" or "off" or "none");

    /// <summary>是否保留空白。</summary>
    public bool Preserved => _reader.XmlSpace == XmlSpace.Preserve;

    /// <summary>移到根元素; false where there is none.</summary>
    public bool Root()
    {
        while (SafeXml.Step(_reader))
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>进入元素: what <see cref="Next"/> needs to know.</summary>
    public int Enter() => _reader.IsEmptyElement ? -1 : _reader.Depth;

    /// <summary>下一个子元素; false at the end of the element that was entered.</summary>
    public bool Next(int entered)
    {
        if (entered < 0 || Stopped)
        {
            return false;
        }

        while (SafeXml.Step(_reader))
        {
            var depth = _reader.Depth;
            if (depth == entered + 1 && _reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (depth <= entered)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>元素的文字。</summary>
    public string Text()
    {
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        var (entered, first) = (_reader.Depth, "");
        StringBuilder? more = null;
        while (SafeXml.Step(_reader) && _reader.Depth > entered)
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            if (first.Length == 0)
            {
                first = Characters();
            }
            else
            {
                (more ??= new StringBuilder(first)).Append(Characters());
            }
        }

        return more?.ToString() ?? first;
    }

    // The end of a text is decoded only when it is asked for.
    private string Characters()
    {
        try
        {
            return _reader.Value;
        }
        catch (XmlException e)
        {
            throw new ArchiveException("The XML is damaged: " + e.Message, e);
        }
    }

    /// <summary>停读。</summary>
    public void Stop() => Stopped = true;

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }
}
