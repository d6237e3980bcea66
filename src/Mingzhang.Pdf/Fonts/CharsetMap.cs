using System.Text;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字符集编码：the predefined CMaps of Chinese, Japanese and Korean character sets. Text comes from the runtime's code pages. The CIDs of
/// ideographs would need Adobe's tables; they all have the usual width, so that only those of Latin letters are needed.</summary>
/// <param name="charset">Code page.</param>
/// <param name="latin">CID of "!"; the other ASCII characters follow it.</param>
/// <param name="space">CID of the space.</param>
/// <param name="length">How many bytes the code that begins here has.</param>
internal sealed class CharsetMap(Encoding charset, int latin, int space, CodeLength length) : CodeMap
{
    public override int Next(ReadOnlySpan<byte> text, ref int position)
    {
        var size = Math.Min(length(text[position..]), text.Length - position);
        var code = CodeBytes.Value(text.Slice(position, size));
        position += size;
        return code;
    }

    public override int Cid(int code, int length) =>
        Text(code, length) is [>= ' ' and <= '~' and var c] && (length == 1 || charset.CodePage is 1201 or 12001) ? (c == ' ' ? space : latin + c - '!') : -1;

    public override string Text(int code, int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)((code >> (8 * (length - 1 - i))) & 0xff);
        }

        return charset.GetString(bytes);
    }
}

/// <summary>编码的长度：from its first bytes.</summary>
internal delegate int CodeLength(ReadOnlySpan<byte> bytes);
