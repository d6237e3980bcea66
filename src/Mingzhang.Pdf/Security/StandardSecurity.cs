using System.Buffers.Binary;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Security;

/// <summary>标准加密：opened with the empty password, with which most protected files can be read.</summary>
internal static class StandardSecurity
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>打开加密：null for a file that is not encrypted.</summary>
    public static Decryption? Open(PdfDictionary trailer)
    {
        if (trailer.Raw("Encrypt").IsNull)
        {
            return null;
        }

        var given = trailer["Encrypt"].Dictionary ?? throw new PdfException("The PDF is encrypted, but its encryption dictionary is missing.");
        var version = given["V"].Integer();
        var revision = given["R"].Integer();
        if (given["Filter"].Name != "Standard" || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6)
        {
            throw new PdfException(PdfProblem.UnsupportedEncryption, $"The PDF is encrypted in a way that is not supported (filter {given["Filter"].Name}, version {version}, revision {revision}).");
        }

        var key = revision >= 5 ? ModernKeys.FileKey(given) : FileKey(given, trailer["ID"].Array?[0].Text ?? [], version, revision);
        return key is null
            ? throw new PdfException(PdfProblem.Encrypted, "The PDF needs a password.")
            : new Decryption(key, Cipher(given, "StrF", version), Cipher(given, "StmF", version));
    }

    private static CipherKind Cipher(PdfDictionary given, string key, int version)
    {
        if (version < 4)
        {
            return CipherKind.Rc4;
        }

        var name = given[key].Name ?? "Identity";
        return name == "Identity" ? CipherKind.None : given["CF"].Dictionary?[name].Dictionary?["CFM"].Name switch
        {
            "V2" => CipherKind.Rc4,
            "AESV2" => CipherKind.Aes128,
            "AESV3" => CipherKind.Aes256,
            "None" or null => CipherKind.None,
            var other => throw new PdfException(PdfProblem.UnsupportedEncryption, $"The PDF is encrypted by {other}, which is not supported."),
        };
    }

    private static byte[]? FileKey(PdfDictionary given, byte[] id, int version, int revision)
    {
        var (owner, user) = (given["O"].Text ?? [], given["U"].Text ?? []);
        if (owner.Length < 32 || user.Length < 16)
        {
            return null;
        }

        var length = revision == 2 || version == 1 ? 5 : version == 4 ? 16 : Math.Clamp(given["Length"].Integer(40) / 8, 5, 16);
        Span<byte> permissions = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, unchecked((int)(long)Math.Clamp(given["P"].Number, long.MinValue / 2, long.MaxValue / 2)));
        var open = revision >= 4 && given["EncryptMetadata"] is { Kind: ValueKind.Boolean, IsTrue: false };
        var key = Ciphers.Md5([.. Padding, .. owner.AsSpan(0, 32), .. permissions, .. id, .. open ? [0xff, 0xff, 0xff, 0xff] : (ReadOnlySpan<byte>)[]])[..length];
        for (var i = 0; revision >= 3 && i < 50; i++)
        {
            key = Ciphers.Md5(key)[..length];
        }

        return Matches(key, user, id, revision) ? key : null;
    }

    /// <summary>空口令是否对：the key makes of known bytes what the file says it should.</summary>
    private static bool Matches(byte[] key, byte[] user, byte[] id, int revision)
    {
        if (revision == 2)
        {
            return Ciphers.Rc4(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, Math.Min(32, user.Length)));
        }

        var proof = Ciphers.Md5([.. Padding, .. id]);
        for (var i = 0; i < 20; i++)
        {
            proof = Ciphers.Rc4(Array.ConvertAll(key, b => (byte)(b ^ i)), proof);
        }

        return proof.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }
}
