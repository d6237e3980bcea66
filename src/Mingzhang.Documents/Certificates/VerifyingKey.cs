using System.Security.Cryptography;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>公钥：by which anyone can tell that a certificate is the publisher's. ECDSA on the curve P-256.</summary>
public sealed class VerifyingKey
{
    private const string Curve = "1.2.840.10045.3.1.7";
    private readonly byte[] _info;

    private VerifyingKey(byte[] info)
    {
        _info = info;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(info));
    }

    /// <summary>指纹：SHA-256 of the key as it is published (SubjectPublicKeyInfo), in hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>公钥文件的文字。</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", _info) + "\n";

    /// <summary>读取公钥; of a private one, the public part. Null with the reason where it is none.</summary>
    public static VerifyingKey? Read(string pem, out Reason? problem)
    {
        using var key = Import(pem, out problem);
        return key is null ? null : Of(key);
    }

    /// <summary>签名是否由此公钥的主人所作。</summary>
    public bool Verifies(byte[] signed, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        try
        {
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // What is no signature at all.
            return false;
        }
    }

    /// <summary>指纹的写法: colons, blanks and capitals do not matter; null where it is no fingerprint.</summary>
    public static string? Print(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var print = string.Concat(written.Where(c => c is not (':' or ' '))).ToLowerInvariant();
        return print.Length == SHA256.HashSizeInBytes * 2 && print.All(char.IsAsciiHexDigit) ? print : null;
    }

    internal static VerifyingKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    internal static ECDsa? Import(string pem, out Reason? problem)
    {
        problem = null;
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == Curve)
            {
                return key;
            }

            problem = new Reason("不是 P-256 曲线的钥匙", "is no key on the curve P-256");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            problem = pem is not null && pem.Contains("ENCRYPTED", StringComparison.Ordinal) ? new Reason("是用口令加密的钥匙，请先解密（openssl pkcs8）", "is a key encrypted with a password; decrypt it first (openssl pkcs8)")
                : new Reason("不是 PEM 格式的钥匙", "is no key in PEM form");
        }

        key.Dispose();
        return null;
    }
}
