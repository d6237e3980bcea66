using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>字节文本：grows; numbers are written in the shortest way, always alike.</summary>
internal sealed class ByteText
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ByteText Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public ByteText Add(string text)
    {
        Utf8.FromUtf16(text, Room(text.Length * 3), out _, out var written);
        Length += written;
        return this;
    }

    /// <summary>整数。</summary>
    public ByteText Add(int number)
    {
        number.TryFormat(Room(12), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>引用。</summary>
    public ByteText Ref(int number) => Add(number).Add(" 0 R "u8);

    /// <summary>数与空格：two decimals are a tenth of what an eye can see.</summary>
    public ByteText Number(double number)
    {
        var hundredths = (long)Math.Round(number * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
        {
            Add("-"u8);
            hundredths = -hundredths;
        }

        Add((int)(hundredths / 100));
        var rest = (int)(hundredths % 100);
        if (rest != 0)
        {
            Add("."u8).Add(rest / 10);
            if (rest % 10 != 0)
            {
                Add(rest % 10);
            }
        }

        return Add(" "u8);
    }

    /// <summary>四位十六进制。</summary>
    public ByteText Hex(int code)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++)
        {
            room[i] = "0123456789ABCDEF"u8[(code >> (12 - (4 * i))) & 15];
        }

        Length += 4;
        return this;
    }

    /// <summary>给人看的文字：UTF-16 in hexadecimal, which no byte can spoil.</summary>
    public ByteText Words(string text)
    {
        Add("<FEFF"u8);
        foreach (var unit in text)
        {
            Hex(unit);
        }

        return Add(">"u8);
    }

    /// <summary>名字：bytes that are no letters or digits are escaped.</summary>
    public ByteText Name(string name)
    {
        Add("/"u8);
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'+' or (byte)'.')
            {
                Add([b]);
            }
            else
            {
                Add([(byte)'#', "0123456789ABCDEF"u8[b >> 4], "0123456789ABCDEF"u8[b & 15]]);
            }
        }

        return Add(" "u8);
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + size));
        }

        return _bytes.AsSpan(Length);
    }
}
