using System.Security.Cryptography;
using System.Text;
using Mingzhang.Ledger;

namespace Mingzhang.Workbench.Accounts;

/// <summary>库外的密钥：a file of the operator's beside the database, without which what stands in the database opens nothing: it encrypts the keys of data protection and goes into every hash of a password.</summary>
internal sealed class KeySecret
{
    private const int Bytes = 32, Nonce = 12, Tag = 16, MostBytes = 4096;

    private readonly byte[] _sealing, _peppering;

    private KeySecret(byte[] secret)
    {
        // One secret, two keys: neither tells of the other.
        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: "keys"u8.ToArray());
        _peppering = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: "passwords"u8.ToArray());
    }

    /// <summary>读取; null with the reason. Others than its owner must not be able to read it.</summary>
    public static KeySecret? Read(string file, out Problem? problem)
    {
        problem = null;
        try
        {
            const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;
            if (new FileInfo(file).Length is >= Bytes and <= MostBytes && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Others) == 0))
            {
                return new KeySecret(File.ReadAllBytes(file));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Told below.
        }

        problem = Problem.Of($"密钥文件 {Problem.Shown(file)} 不能用", $"the key file {Problem.Shown(file)} cannot be used", "须有 32 字节以上随机内容，且只有本服务能读：umask 077; head -c 32 /dev/urandom > 文件", "it must hold 32 random bytes or more and be for the service alone: umask 077; head -c 32 /dev/urandom > FILE");
        return null;
    }

    /// <summary>口令加上密钥：what is hashed slowly in its place.</summary>
    public string Peppered(string password) => Convert.ToBase64String(HMACSHA256.HashData(_peppering, Encoding.UTF8.GetBytes(password)));

    /// <summary>加密。</summary>
    public string Seal(string text)
    {
        var (plain, kept) = (Encoding.UTF8.GetBytes(text), new byte[Nonce + Tag + Encoding.UTF8.GetByteCount(text)]);
        RandomNumberGenerator.Fill(kept.AsSpan(0, Nonce));
        using var aes = new AesGcm(_sealing, Tag);
        aes.Encrypt(kept.AsSpan(0, Nonce), plain, kept.AsSpan(Nonce + Tag), kept.AsSpan(Nonce, Tag));
        return Convert.ToBase64String(kept);
    }

    /// <summary>解密; an exception where it was changed or is of another key.</summary>
    public string Open(string text)
    {
        var kept = Convert.FromBase64String(text);
        var plain = new byte[kept.Length - Nonce - Tag];
        using var aes = new AesGcm(_sealing, Tag);
        aes.Decrypt(kept.AsSpan(0, Nonce), kept.AsSpan(Nonce + Tag), kept.AsSpan(Nonce, Tag), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
