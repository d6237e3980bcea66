using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Security;

/// <summary>解密：of strings and streams, each by the object that it belongs to.</summary>
internal sealed class Decryption(byte[] fileKey, CipherKind strings, CipherKind streams)
{
    public byte[] String(byte[] bytes, int number, int generation) => Run(bytes, strings, number, generation);

    public ReadOnlyMemory<byte> Stream(ReadOnlyMemory<byte> data, PdfStream stream, IReadOnlyList<string> filters) =>
        streams == CipherKind.None || filters is ["Crypt", ..] ? data : Run(data.Span, streams, stream.Number, stream.Generation);

    private byte[] Run(ReadOnlySpan<byte> data, CipherKind kind, int number, int generation) => kind switch
    {
        CipherKind.Rc4 => Ciphers.Rc4(Ciphers.ObjectKey(fileKey, number, generation, aes: false), data),
        CipherKind.Aes128 => Ciphers.Aes(Ciphers.ObjectKey(fileKey, number, generation, aes: true), data),
        CipherKind.Aes256 => Ciphers.Aes(fileKey, data),
        _ => data.ToArray(),
    };
}

/// <summary>加密方式。</summary>
internal enum CipherKind
{
    None,
    Rc4,
    Aes128,
    Aes256,
}
