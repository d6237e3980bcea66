using System.IO.Compression;

namespace Mingzhang.Documents.Writing;

/// <summary>稳定的压缩包：the same contents make the same bytes: entries in order, with one fixed time.</summary>
internal static class StableZip
{
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>重写一个压缩包。</summary>
    public static byte[] Of(byte[] zip)
    {
        using var source = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return Of(source.Entries.Select(e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return new ZipPart(e.FullName, bytes.ToArray());
        }));
    }

    /// <summary>由各部分构成。</summary>
    public static byte[] Of(IEnumerable<ZipPart> parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers of Office files look for the content types first.
            foreach (var part in parts.OrderBy(p => p.Name != "[Content_Types].xml").ThenBy(p => p.Name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(part.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = Fixed;
                using var stream = entry.Open();
                stream.Write(part.Bytes);
            }
        }

        return target.ToArray();
    }
}

/// <summary>压缩包的一部分。</summary>
internal sealed record ZipPart(string Name, byte[] Bytes);
