namespace Mingzhang.Documents.Formats.Archives;

/// <summary>限度：bounds that keep hostile archives from taking memory or time without end. What is inflated is counted; headers are never believed.</summary>
public sealed record ArchiveLimits
{
    /// <summary>一份文件的限度：of a document that is an archive itself (docx, xlsx, OFD).</summary>
    public static ArchiveLimits Document { get; } = new();

    /// <summary>一组文件的限度：of an archive that holds documents; it may hold many, and each is read whenever it is asked for, so that what they declare is bounded instead (<see cref="SetBytes"/>).</summary>
    public static ArchiveLimits Set { get; } = new() { TotalBytes = long.MaxValue, PartBytes = (int)Opening.MostBytes };

    /// <summary>一组文件声明的字节数之和: no member unpacks beyond what it declares.</summary>
    public const long SetBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>成员数。</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>一个成员解压后的字节数。</summary>
    public int PartBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>全部成员解压后的字节数：of what is asked for, repeated reading included.</summary>
    public long TotalBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>压缩比：beyond it, a part larger than <see cref="RatioBytes"/> is a bomb; tables of empty cells come near 100.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>不问压缩比的字节数：small parts of one repeated letter are harmless.</summary>
    public int RatioBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>压缩包套压缩包的层数：for those who open what lies inside.</summary>
    public static int Depth => 3;
}
