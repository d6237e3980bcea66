using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Security;

/// <summary>解密：of strings and streams, each by the object that it belongs to.</summary>
internal abstract class Decryption
{
    public abstract byte[] String(byte[] bytes, int number, int generation);

    public abstract ReadOnlyMemory<byte> Stream(ReadOnlyMemory<byte> data, PdfStream stream, IReadOnlyList<string> filters);
}
