namespace Mingzhang.Pdf;

/// <summary>限度：bounds that keep hostile files from taking memory or time without end. They are far above what real disclosures need.</summary>
public sealed record PdfLimits
{
    /// <summary>通常的限度。</summary>
    public static PdfLimits Standard { get; } = new();

    /// <summary>页数。</summary>
    public int Pages { get; init; } = 20_000;

    /// <summary>对象数。</summary>
    public int Objects { get; init; } = 2_000_000;

    /// <summary>一个数据流解压后的字节数。</summary>
    public int StreamBytes { get; init; } = 100_000_000;

    /// <summary>全部数据流解压后的字节数。</summary>
    public long TotalBytes { get; init; } = 2_000_000_000;

    /// <summary>常驻的字节数：of object streams, which are kept while the file is open.</summary>
    public int KeptBytes { get; init; } = 100_000_000;

    /// <summary>一个对象的词数。</summary>
    public int ObjectTokens { get; init; } = 2_000_000;

    /// <summary>一页的操作数。</summary>
    public int PageOperators { get; init; } = 5_000_000;

    /// <summary>一页的字形与线条数。</summary>
    public int PageMarks { get; init; } = 1_000_000;

    /// <summary>嵌套的层数：of arrays, page tree nodes and forms.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>工作量：one is about a nanosecond; counted, not timed, so that the outcome is the same on every machine.</summary>
    public long Work { get; init; } = 6_000_000_000;

    /// <summary>每字节另加的工作量：a long document may take longer.</summary>
    public int WorkPerByte { get; init; } = 500;
}
