namespace Mingzhang.Pdf.Objects;

/// <summary>数据流的范围：by its Length where "endstream" stands there, else up to the next "endstream".</summary>
internal static class StreamExtent
{
    public static ReadOnlyMemory<byte> Find(ObjectStore store, PdfDictionary dictionary, int position)
    {
        var data = store.Data.Span;
        if (position < data.Length && data[position] == 13)
        {
            position++;
        }

        if (position < data.Length && data[position] == 10)
        {
            position++;
        }

        var length = dictionary["Length"].Integer(-1);
        if (length >= 0 && length <= data.Length - position && EndsAt(data, position + length))
        {
            return store.Data.Slice(position, length);
        }

        var rest = data[position..];
        store.Work.Spend(rest.Length / 8);
        var end = rest.IndexOf("endstream"u8);
        rest = end < 0 ? rest : rest[..end];

        // Where "endstream" is missing, the one that was found belongs to a later object.
        var next = rest.IndexOf("endobj"u8);
        return store.Data.Slice(position, next < 0 ? rest.Length : next);
    }

    private static bool EndsAt(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && Bytes.IsSpace(data[position]))
        {
            position++;
        }

        return data[position..].StartsWith("endstream"u8) || data[position..].StartsWith("endobj"u8);
    }
}
