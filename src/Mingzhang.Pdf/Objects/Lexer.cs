using System.Buffers;

namespace Mingzhang.Pdf.Objects;

/// <summary>词法：tokens of files, contents and CMaps. It never fails: what makes no sense is skipped, since viewers do so too.</summary>
internal ref struct Lexer(ReadOnlySpan<byte> data, NamePool names, int position = 0)
{
    private readonly ReadOnlySpan<byte> _data = data;

    public int Position { get; set; } = position;

    /// <summary>已读的词数：bounds what one object may hold.</summary>
    public int Tokens { get; private set; }

    public readonly ReadOnlySpan<byte> Data => _data;

    public readonly bool AtEnd => Position >= _data.Length;

    public void SkipSpace()
    {
        while (Position < _data.Length)
        {
            var b = _data[Position];
            if (b == '%')
            {
                while (Position < _data.Length && _data[Position] is not (10 or 13))
                {
                    Position++;
                }
            }
            else if (Bytes.IsSpace(b))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    public PdfValue Next()
    {
        Tokens++;
        SkipSpace();
        if (Position >= _data.Length)
        {
            return PdfValue.Bare(ValueKind.End);
        }

        var b = _data[Position];
        switch (b)
        {
            case (byte)'/':
                return PdfValue.OfName(NameToken());
            case (byte)'(':
                return PdfValue.OfText(StringTokens.Literal(_data, ref this));
            case (byte)'<':
                if (Position + 1 < _data.Length && _data[Position + 1] == '<')
                {
                    Position += 2;
                    return PdfValue.Bare(ValueKind.DictionaryOpen);
                }

                return PdfValue.OfText(StringTokens.Hex(_data, ref this));
            case (byte)'>':
                var closes = Position + 1 < _data.Length && _data[Position + 1] == '>';
                Position += closes ? 2 : 1;
                return closes ? PdfValue.Bare(ValueKind.DictionaryClose) : PdfValue.OfOperator(">");
            case (byte)'[':
                Position++;
                return PdfValue.Bare(ValueKind.ArrayOpen);
            case (byte)']':
                Position++;
                return PdfValue.Bare(ValueKind.ArrayClose);
            case (byte)'{' or (byte)'}' or (byte)')':
                Position++;
                return PdfValue.OfOperator(names.Get(_data.Slice(Position - 1, 1)));
            default:
                return b is (byte)'+' or (byte)'-' or (byte)'.' || Bytes.IsDigit(b) ? NumberToken() : Keyword();
        }
    }

    private string NameToken()
    {
        var start = ++Position;
        var escaped = false;
        while (Position < _data.Length && Bytes.IsRegular(_data[Position]))
        {
            escaped |= _data[Position] == '#';
            Position++;
        }

        var raw = _data[start..Position];
        return escaped ? names.Get(Unescape(raw)) : names.Get(raw);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var bytes = new ArrayBufferWriter<byte>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var escape = raw[i] == '#' && i + 2 < raw.Length && Bytes.Hex(raw[i + 1]) >= 0 && Bytes.Hex(raw[i + 2]) >= 0;
            bytes.GetSpan(1)[0] = escape ? (byte)((Bytes.Hex(raw[i + 1]) << 4) | Bytes.Hex(raw[i + 2])) : raw[i];
            bytes.Advance(1);
            i += escape ? 2 : 0;
        }

        return bytes.WrittenSpan.ToArray();
    }

    private PdfValue NumberToken()
    {
        double whole = 0;
        double scale = 0;
        var negative = false;
        var start = Position;
        for (; Position < _data.Length && Bytes.IsRegular(_data[Position]); Position++)
        {
            var b = _data[Position];
            if (Bytes.IsDigit(b))
            {
                whole = (whole * 10) + (b - '0');
                scale *= 10;
            }
            else if (b == '.' && scale == 0)
            {
                scale = 1;
            }
            else if (b == '-' && Position == start)
            {
                negative = true;
            }
            else if (b is not ((byte)'+' or (byte)'-'))
            {
                // "0.5g" and "12obj": the number ends where the letters begin.
                break;
            }
        }

        if (Position == start)
        {
            Position++;
        }

        var value = scale > 1 ? whole / scale : whole;
        return PdfValue.OfNumber(double.IsFinite(value) ? (negative ? -value : value) : 0);
    }

    private PdfValue Keyword()
    {
        var start = Position;
        while (Position < _data.Length && Bytes.IsRegular(_data[Position]))
        {
            Position++;
        }

        var word = _data[start..Position];
        return word switch
        {
            _ when word.SequenceEqual("true"u8) => PdfValue.OfBoolean(true),
            _ when word.SequenceEqual("false"u8) => PdfValue.OfBoolean(false),
            _ when word.SequenceEqual("null"u8) => default,
            _ => PdfValue.OfOperator(names.Get(word)),
        };
    }
}
