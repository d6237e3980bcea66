using System.Text;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>文字对照：which text each code of a font stands for, as the producer says.</summary>
internal sealed class ToUnicodeMap
{
    private readonly Dictionary<int, string> _single = [];
    private readonly List<TextRange> _ranges = [];
    private readonly Work _work;

    private ToUnicodeMap(Work work) => _work = work;

    public static ToUnicodeMap Read(PdfStream stream, ObjectStore store)
    {
        var map = new ToUnicodeMap(store.Work);
        var lexer = new Lexer(store.Decode(stream).Span, store.Names);
        for (var token = lexer.Next(); token.Kind != ValueKind.End; token = lexer.Next())
        {
            store.Work.Spend(50);
            if (token.Operator == "beginbfchar")
            {
                map.Singles(ref lexer);
            }
            else if (token.Operator == "beginbfrange")
            {
                map.Ranges(ref lexer);
            }
        }

        return map;
    }

    /// <summary>一个编码的文字：null where the map has none.</summary>
    public string? Text(int code)
    {
        if (_single.TryGetValue(code, out var text))
        {
            return text;
        }

        _work.Spend(_ranges.Count);
        foreach (var range in _ranges)
        {
            if (code >= range.First && code <= range.Last)
            {
                return range.At(code);
            }
        }

        return null;
    }

    private void Singles(ref Lexer lexer)
    {
        for (var token = lexer.Next(); token.Kind is not (ValueKind.End or ValueKind.Operator); token = lexer.Next())
        {
            _work.Spend(100);
            var target = lexer.Next();
            if (token.Text is { } code && target.Text is { } text)
            {
                _single[CodeBytes.Value(code)] = Decode(text);
            }
            else if (token.Text is { } named && target.Name is { } name && GlyphNames.Text(name) is { } byName)
            {
                _single[CodeBytes.Value(named)] = byName;
            }
        }
    }

    private void Ranges(ref Lexer lexer)
    {
        for (var token = lexer.Next(); token.Kind is not (ValueKind.End or ValueKind.Operator); token = lexer.Next())
        {
            _work.Spend(100);
            var last = lexer.Next();
            var target = lexer.Next();
            if (token.Text is not { } from || last.Text is not { } to)
            {
                continue;
            }

            var first = CodeBytes.Value(from);
            if (target.Text is { } text)
            {
                _ranges.Add(new TextRange(first, CodeBytes.Value(to), text));
            }
            else if (target.Kind == ValueKind.ArrayOpen)
            {
                for (var item = lexer.Next(); item.Kind is not (ValueKind.ArrayClose or ValueKind.End); item = lexer.Next())
                {
                    _work.Spend(100);
                    _single[first] = Decode(item.Text ?? []);
                    first = unchecked(first + 1);
                }
            }
        }
    }

    private static string Decode(byte[] bytes) => bytes.Length switch
    {
        0 => "",
        1 => new string((char)bytes[0], 1),
        _ => Encoding.BigEndianUnicode.GetString(bytes),
    };

    /// <summary>一段编码：whose texts count up from the first.</summary>
    private sealed record TextRange(int First, int Last, byte[] Start)
    {
        public string At(int code)
        {
            var text = Decode(Start);
            if (text.Length == 0)
            {
                return text;
            }

            // Only the last character counts up, a pair of surrogates as one.
            var pair = text.Length > 1 && char.IsSurrogatePair(text[^2], text[^1]);
            var head = text[..^(pair ? 2 : 1)];
            var value = (pair ? char.ConvertToUtf32(text[^2], text[^1]) : text[^1]) + (long)code - First;
            return head + (value is > 0x10ffff or (>= 0xd800 and <= 0xdfff) ? PdfFont.Unknown : char.ConvertFromUtf32((int)value));
        }
    }
}
