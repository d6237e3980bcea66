using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mingzhang.Pdf.Security;

/// <summary>密码运算：what the format prescribes; weak by today's measure, but files are only read with it.</summary>
internal static class Ciphers
{
    private const int Block = 16;

    public static byte[] Rc4(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        Span<byte> state = stackalloc byte[256];
        for (var i = 0; i < 256; i++)
        {
            state[i] = (byte)i;
        }

        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xff;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 0xff;
            j = (j + state[i]) & 0xff;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 0xff]);
        }

        return result;
    }

    /// <summary>解 AES：the first block is the initial vector; a cut tail is dropped.</summary>
    public static byte[] Aes(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 2 * Block)
        {
            return [];
        }

        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        var whole = data.Length / Block * Block;
        var plain = aes.DecryptCbc(data[Block..whole], data[..Block], PaddingMode.None);
        var padding = plain[^1];
        return padding is >= 1 and <= Block ? plain[..^padding] : plain;
    }

    /// <summary>对象的密钥：of the ciphers before AES-256.</summary>
    public static byte[] ObjectKey(byte[] fileKey, int number, int generation, bool aes)
    {
        var input = new byte[fileKey.Length + (aes ? 9 : 5)];
        fileKey.CopyTo(input, 0);
        Span<byte> numbers = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, number);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[3..], generation);
        numbers[..5].CopyTo(input.AsSpan(fileKey.Length));
        if (aes)
        {
            "sAlT"u8.CopyTo(input.AsSpan(fileKey.Length + 5));
        }

        return Md5(input)[..Math.Min(fileKey.Length + 5, Block)];
    }

#pragma warning disable CA5351 // The format prescribes MD5; nothing is protected by it here.
    public static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
