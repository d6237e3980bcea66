using System.Security.Cryptography;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Security;

/// <summary>密钥（AES-256）：revisions 5 and 6.</summary>
internal static class ModernKeys
{
    /// <summary>文件密钥：null where the empty password is not the right one.</summary>
    public static byte[]? FileKey(PdfDictionary given)
    {
        var (user, wrapped) = (given["U"].Text ?? [], given["UE"].Text ?? []);
        if (user.Length < 48 || wrapped.Length < 32)
        {
            return null;
        }

        var strong = given["R"].Integer() >= 6;
        if (!Hash(user[32..40], strong).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Hash(user[40..48], strong);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(byte[] salt, bool strong)
    {
        var key = SHA256.HashData(salt);
        for (var round = 0; strong; round++)
        {
            // With an empty password a round begins with 64 copies of the key alone.
            var input = Enumerable.Repeat(key, 64).SelectMany(k => k).ToArray();
            using var aes = Aes.Create();
            aes.Key = key[..16];
            var mixed = aes.EncryptCbc(input, key.AsSpan(16, 16), PaddingMode.None);
            key = (mixed.AsSpan(0, 16).ToArray().Sum(b => b) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            if (round >= 63 && mixed[^1] <= round - 31)
            {
                break;
            }
        }

        return key[..32];
    }
}
