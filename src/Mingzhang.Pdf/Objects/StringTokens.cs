using System.Buffers;

namespace Mingzhang.Pdf.Objects;

/// <summary>字符串：literal (with escapes and balanced brackets) and hexadecimal.</summary>
internal static class StringTokens
{
    public static byte[] Literal(ReadOnlySpan<byte> data, ref Lexer lexer)
    {
        var start = lexer.Position + 1;
        var plain = start;
        while (plain < data.Length && data[plain] is not ((byte)'(' or (byte)')' or (byte)'\\' or 13))
        {
            plain++;
        }

        if (plain < data.Length && data[plain] == ')')
        {
            lexer.Position = plain + 1;
            return data[start..plain].ToArray();
        }

        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(data[start..plain]);
        var depth = 1;
        var i = plain;
        for (; i < data.Length; i++)
        {
            var b = data[i];
            if (b == '\\')
            {
                i = Escape(data, i + 1, bytes);
                continue;
            }

            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            if (b == 13)
            {
                i += i + 1 < data.Length && data[i + 1] == 10 ? 1 : 0;
                b = 10;
            }

            Put(bytes, b);
        }

        lexer.Position = Math.Min(i + 1, data.Length);
        return bytes.WrittenSpan.ToArray();
    }

    public static byte[] Hex(ReadOnlySpan<byte> data, ref Lexer lexer)
    {
        var start = lexer.Position + 1;
        var length = data[start..].IndexOf((byte)'>');
        var end = length < 0 ? data.Length : start + length;
        lexer.Position = Math.Min(end + 1, data.Length);
        return HexBytes(data[start..end]);
    }

    /// <summary>十六进制转字节：white space and foreign characters are skipped, an odd last digit counts as its high half.</summary>
    public static byte[] HexBytes(ReadOnlySpan<byte> digits)
    {
        var bytes = new byte[(digits.Length + 1) / 2];
        var count = 0;
        foreach (var digit in digits)
        {
            var value = Bytes.Hex(digit);
            if (value >= 0)
            {
                bytes[count / 2] |= (byte)(count % 2 == 0 ? value << 4 : value);
                count++;
            }
        }

        var used = (count + 1) / 2;
        return used == bytes.Length ? bytes : bytes[..used];
    }

    /// <summary>转义：returns the index of its last byte.</summary>
    private static int Escape(ReadOnlySpan<byte> data, int i, ArrayBufferWriter<byte> bytes)
    {
        if (i >= data.Length)
        {
            return i;
        }

        switch (data[i])
        {
            case (byte)'n':
                Put(bytes, 10);
                return i;
            case (byte)'r':
                Put(bytes, 13);
                return i;
            case (byte)'t':
                Put(bytes, 9);
                return i;
            case (byte)'b':
                Put(bytes, 8);
                return i;
            case (byte)'f':
                Put(bytes, 12);
                return i;
            case 13:
                return i + 1 < data.Length && data[i + 1] == 10 ? i + 1 : i;
            case 10:
                return i;
            case >= (byte)'0' and <= (byte)'7':
                var value = 0;
                var end = Math.Min(i + 3, data.Length);
                for (; i < end && data[i] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    value = (value * 8) + (data[i] - '0');
                }

                Put(bytes, (byte)(value & 0xff));
                return i - 1;
            default:
                Put(bytes, data[i]);
                return i;
        }
    }

    private static void Put(ArrayBufferWriter<byte> bytes, byte b)
    {
        bytes.GetSpan(1)[0] = b;
        bytes.Advance(1);
    }
}
