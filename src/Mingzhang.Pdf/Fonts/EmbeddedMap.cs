using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>内嵌编码：a CMap that the file brings along.</summary>
internal sealed class EmbeddedMap : CodeMap
{
    private readonly List<Space> _spaces = [];
    private readonly List<Range> _ranges = [];
    private readonly Work _work;
    private CodeMap? _base;

    private EmbeddedMap(Work work) => _work = work;

    public static EmbeddedMap Read(PdfStream stream, ObjectStore store, int depth)
    {
        var map = new EmbeddedMap(store.Work) { Vertical = stream.Dictionary["WMode"].Integer() == 1 };
        if (depth < 8)
        {
            var used = stream.Dictionary["UseCMap"];
            map._base = used.Stream is { } inner ? Read(inner, store, depth + 1) : used.Name is { } name ? PredefinedMaps.Get(name) : null;
        }

        var lexer = new Lexer(store.Decode(stream).Span, store.Names);
        PdfValue previous = default;
        for (var token = lexer.Next(); token.Kind != ValueKind.End; token = lexer.Next())
        {
            store.Work.Spend(50);
            switch (token.Operator)
            {
                case "usecmap":
                    map._base ??= previous.Name is { } name ? PredefinedMaps.Get(name) : null;
                    break;
                case "begincodespacerange":
                    map.Spaces(ref lexer);
                    break;
                case "begincidrange":
                    map.Ranges(ref lexer, single: false);
                    break;
                case "begincidchar":
                    map.Ranges(ref lexer, single: true);
                    break;
            }

            previous = token;
        }

        return map;
    }

    public override int Next(ReadOnlySpan<byte> text, ref int position)
    {
        if (_spaces.Count == 0)
        {
            return (_base ?? new IdentityMap()).Next(text, ref position);
        }

        var rest = text[position..];
        var code = 0;
        for (var length = 1; length <= 4 && length <= rest.Length; length++)
        {
            code = unchecked((code << 8) | rest[length - 1]);
            _work.Spend(_spaces.Count);
            foreach (var space in _spaces)
            {
                if (space.Holds(rest[..length]))
                {
                    position += length;
                    return code;
                }
            }
        }

        // No code begins here: as many bytes as the shortest code are skipped.
        var shortest = Math.Clamp(_spaces.Min(s => s.From.Length), 1, rest.Length);
        position += shortest;
        return CodeBytes.Value(rest[..shortest]);
    }

    public override int Cid(int code, int length)
    {
        _work.Spend(_ranges.Count);
        foreach (var range in _ranges)
        {
            if (range.Length == length && code >= range.First && code <= range.Last)
            {
                return unchecked(range.Cid + (code - range.First));
            }
        }

        return _base?.Cid(code, length) ?? 0;
    }

    public override string? Text(int code, int length) => _base?.Text(code, length);

    private void Spaces(ref Lexer lexer)
    {
        for (var token = lexer.Next(); token.Text is { } from; token = lexer.Next())
        {
            if (lexer.Next().Text is { } to && from.Length == to.Length && from.Length is >= 1 and <= 4 && _spaces.Count < 256)
            {
                _spaces.Add(new Space(from, to));
            }
        }
    }

    private void Ranges(ref Lexer lexer, bool single)
    {
        for (var token = lexer.Next(); token.Text is { } from; token = lexer.Next())
        {
            _work.Spend(100);
            var to = single ? from : lexer.Next().Text ?? from;
            _ranges.Add(new Range(from.Length, CodeBytes.Value(from), CodeBytes.Value(to), lexer.Next().Integer()));
        }
    }

    private sealed record Range(int Length, int First, int Last, int Cid);

    /// <summary>编码空间：each byte of a code lies between those of the ends.</summary>
    private sealed record Space(byte[] From, byte[] To)
    {
        public bool Holds(ReadOnlySpan<byte> code)
        {
            if (code.Length != From.Length)
            {
                return false;
            }

            for (var i = 0; i < code.Length; i++)
            {
                if (code[i] < From[i] || code[i] > To[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
