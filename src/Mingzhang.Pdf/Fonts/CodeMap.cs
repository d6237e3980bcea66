namespace Mingzhang.Pdf.Fonts;

/// <summary>编码方式：cuts shown bytes into codes, and gives each the number (CID) by which widths are kept.</summary>
internal abstract class CodeMap
{
    public bool Vertical { get; init; }

    /// <summary>下一个编码：moves the position by at least one.</summary>
    public abstract int Next(ReadOnlySpan<byte> text, ref int position);

    /// <summary>编码的字形号：−1 where it is not known and the usual width holds.</summary>
    public abstract int Cid(int code, int length);

    /// <summary>编码本身说明的文字。</summary>
    public virtual string? Text(int code, int length) => null;
}

/// <summary>恒等编码：two bytes are the CID.</summary>
internal sealed class IdentityMap : CodeMap
{
    public override int Next(ReadOnlySpan<byte> text, ref int position)
    {
        var code = position + 1 < text.Length ? (text[position] << 8) | text[position + 1] : text[position];
        position = Math.Min(position + 2, text.Length);
        return code;
    }

    public override int Cid(int code, int length) => code;
}
