using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Mingzhang.Tests.Formats.Archives;

/// <summary>测试用的压缩包：sound ones, and ways to spoil them.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Name, byte[] Bytes)[] parts) => Of(Encoding.UTF8, parts);

    public static byte[] Of(Encoding names, params (string Name, byte[] Bytes)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    public static (string, byte[]) Text(string name, string text) => (name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a number at an offset in every header of the directory.</summary>
    public static byte[] Edited(byte[] zip, int offset, uint value, int bytes)
    {
        var edited = (byte[])zip.Clone();
        for (var at = 0; (at = Find(edited, "PK\x1\x2"u8, at)) >= 0; at++)
        {
            if (bytes == 2)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(edited.AsSpan(at + offset), (ushort)value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(edited.AsSpan(at + offset), value);
            }
        }

        return edited;
    }

    /// <summary>Replaces one name by another of the same length, wherever it stands.</summary>
    public static byte[] Renamed(byte[] zip, string from, string to)
    {
        var edited = (byte[])zip.Clone();
        byte[] old = Encoding.Latin1.GetBytes(from), now = Encoding.Latin1.GetBytes(to);
        Assert.Equal(old.Length, now.Length);
        for (var at = 0; (at = Find(edited, old, at)) >= 0; at++)
        {
            now.CopyTo(edited.AsSpan(at));
        }

        return edited;
    }

    private static int Find(byte[] bytes, ReadOnlySpan<byte> mark, int from) => bytes.AsSpan(from).IndexOf(mark) is >= 0 and var at ? from + at : -1;
}
