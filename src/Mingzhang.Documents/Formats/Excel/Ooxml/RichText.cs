using System.Text;
using System.Xml;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Formats.Excel.Ooxml;

/// <summary>富文本：the words of a string, whatever fonts its pieces are in; phonetic guides above the characters are no part of it.</summary>
internal static class RichText
{
    private const int Longest = 32_768;

    /// <summary>读出一段; the reader stands on its element and is left on its end.</summary>
    public static string Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, phonetic, inText) = (reader.Depth, -1, false);
        var text = new StringBuilder();
        while (SafeXml.Step(reader) && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when phonetic < 0 && reader.LocalName == "rPh":
                    phonetic = reader.IsEmptyElement ? -1 : reader.Depth;
                    break;
                case XmlNodeType.EndElement when reader.Depth == phonetic:
                    phonetic = -1;
                    break;
                case XmlNodeType.Element when reader.LocalName == "t":
                    inText = !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText && phonetic < 0 && text.Length < Longest:
                    text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, Longest - text.Length)));
                    break;
                default:
                    break;
            }
        }

        return Unescaped(text.ToString());
    }

    // _x000D_ stands for a character that XML does not hold.
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        const int Length = 7;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (i + Length <= text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + Length - 1] == '_'
                && int.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                plain.Append(code >= ' ' || code is '\n' or '\r' or '\t' ? (char)code : ' ');
                i += Length;
                continue;
            }

            plain.Append(text[i++]);
        }

        return plain.ToString();
    }
}
