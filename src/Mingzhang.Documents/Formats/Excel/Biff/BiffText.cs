using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>记录中的文字：characters of one or two bytes, which may go on in the records behind; where they do, each says anew how wide they are.</summary>
internal sealed class BiffText
{
    private const int Longest = 32_768;
    private readonly byte[] _bytes;
    private readonly IReadOnlyList<BiffRecord> _pieces;
    private int _piece;
    private int _at;

    public BiffText(byte[] bytes, IReadOnlyList<BiffRecord> pieces, int offset)
    {
        _bytes = bytes;
        _pieces = pieces;
        _at = pieces[0].Start + Math.Min(offset, pieces[0].Length);
    }

    /// <summary>是否已到末尾。</summary>
    public bool Ended => _piece >= _pieces.Count || (_piece == _pieces.Count - 1 && _at >= End);

    private int End => _pieces[_piece].Start + _pieces[_piece].Length;

    /// <summary>一段带富文本与注音的文字 (of the shared strings): runs and phonetics are passed over.</summary>
    public string Rich()
    {
        const int RunBytes = 4;
        var length = Word();
        var flags = Byte();
        var runs = (flags & 8) != 0 ? Word() : 0;
        var extra = (flags & 4) != 0 ? (int)Math.Min((uint)Word() | ((uint)Word() << 16), int.MaxValue) : 0;
        var text = Characters(length, (flags & 1) != 0);
        Skip(runs * RunBytes);
        Skip(extra);
        return text;
    }

    /// <summary>一段文字，其长度在前 (two bytes, or one).</summary>
    public string Plain(bool shortLength)
    {
        var length = shortLength ? Byte() : Word();
        return Characters(length, (Byte() & 1) != 0);
    }

    /// <summary>旧式文字，按代码页。</summary>
    public string Coded(bool shortLength, Encoding encoding)
    {
        var length = shortLength ? Byte() : Word();
        var bytes = new List<byte>(Math.Min(length, Longest));
        for (; length > 0 && !Ended; length--)
        {
            bytes.Add((byte)Byte());
        }

        return encoding.GetString([.. bytes]);
    }

    private string Characters(int length, bool wide)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length && !Ended; i++)
        {
            if (_at >= End)
            {
                if (!Next())
                {
                    break;
                }

                wide = (_bytes[_at++] & 1) != 0;
            }

            var c = wide ? (char)Word() : (char)Byte();
            if (text.Length < Longest)
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private void Skip(int count)
    {
        while (count > 0 && !Ended)
        {
            if (_at >= End && !Next())
            {
                return;
            }

            var step = Math.Min(count, End - _at);
            _at += step;
            count -= step;
        }
    }

    private int Word()
    {
        if (_at + 2 <= (_piece < _pieces.Count ? End : 0))
        {
            var word = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(_at));
            _at += 2;
            return word;
        }

        var low = Byte();
        return low | (Byte() << 8);
    }

    private int Byte()
    {
        if (_piece >= _pieces.Count || (_at >= End && !Next()))
        {
            return 0;
        }

        return _bytes[_at++];
    }

    private bool Next()
    {
        while (++_piece < _pieces.Count)
        {
            _at = _pieces[_piece].Start;
            if (_pieces[_piece].Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
