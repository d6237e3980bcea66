using System.Security.Cryptography;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>私钥：with which a publisher signs. It stays in its file; a certificate carries only the public part.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = VerifyingKey.Of(key);
    }

    /// <summary>公钥。</summary>
    public VerifyingKey Public { get; }

    /// <summary>新的一把。</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>读取私钥; null with the reason where it is none.</summary>
    public static SigningKey? Read(string pem, out Reason? problem)
    {
        if (VerifyingKey.Import(pem, out problem) is not { } key)
        {
            return null;
        }

        try
        {
            key.ExportParameters(includePrivateParameters: true);
            return new SigningKey(key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            problem = new Reason("是公钥，不能签名；请给出私钥", "is a public key, which cannot sign; name the private one");
            return null;
        }
    }

    /// <summary>私钥文件的文字。</summary>
    public string Pem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>签名，每次不同：that is how ECDSA of the framework works.</summary>
    public byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
