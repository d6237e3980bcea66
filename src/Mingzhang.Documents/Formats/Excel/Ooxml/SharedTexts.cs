using System.Xml;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Formats.Excel.Ooxml;

/// <summary>共享的文字：the strings of all sheets, which cells name by number.</summary>
internal static class SharedTexts
{
    private const int Most = 1_000_000;
    private const long MostCharacters = 64_000_000;

    public static List<string> Read(Archive archive, string? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var stream = archive.Stream(part)!;
        using var reader = SafeXml.Reader(stream);
        var characters = 0L;
        while (texts.Count < Most && characters < MostCharacters && SafeXml.Step(reader))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                texts.Add(RichText.Read(reader));
                characters += texts[^1].Length;
            }
        }

        return texts;
    }
}
