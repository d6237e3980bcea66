namespace Mingzhang.Pdf.Objects;

/// <summary>对象的位置：an offset in the file, or a place in an object stream.</summary>
internal sealed record XrefEntry(long Offset, int Container, int Index);

/// <summary>对象表：where every object is, and the trailer.</summary>
internal sealed class XrefTable
{
    private readonly HashSet<int> _seen = [];

    public Dictionary<int, XrefEntry> Entries { get; } = [];

    public PdfDictionary Trailer { get; set; } = new(null);

    /// <summary>登记：the first entry of a number wins, since the newest part of a file is read first; null for a free one.</summary>
    public void Add(int number, XrefEntry? entry)
    {
        if (_seen.Add(number) && entry is { } used)
        {
            Entries[number] = used;
        }
    }
}
