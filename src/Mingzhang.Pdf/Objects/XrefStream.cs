namespace Mingzhang.Pdf.Objects;

/// <summary>对象表数据流：entries of three numbers of given widths.</summary>
internal static class XrefStream
{
    public static bool Read(ObjectStore store, XrefTable table, PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        if (dictionary["W"].Array?.Numbers(3) is not { } given || given.Any(w => w is < 0 or > 8))
        {
            return false;
        }

        var widths = Array.ConvertAll(given, w => (int)w);
        var size = widths.Sum();
        var data = store.Decode(stream).Span;
        var sections = dictionary["Index"].Array;
        for (var s = 0; s < (sections?.Count ?? 2); s += 2)
        {
            var start = sections is null ? 0 : sections[s].Integer(-1);
            var count = sections is null ? dictionary["Size"].Integer() : sections[s + 1].Integer(-1);
            if (start < 0 || size == 0)
            {
                return false;
            }

            for (var i = 0; i < count && data.Length >= size && start <= int.MaxValue - i; i++)
            {
                store.Work.Object();
                Add(table, start + i, data, widths);
                data = data[size..];
            }
        }

        return true;
    }

    private static void Add(XrefTable table, int number, ReadOnlySpan<byte> data, int[] widths)
    {
        var kind = widths[0] == 0 ? 1 : Field(data, widths[0]);
        var second = Field(data[widths[0]..], widths[1]);
        var third = Field(data[(widths[0] + widths[1])..], widths[2]);
        table.Add(number, kind switch
        {
            1 => new XrefEntry(second, 0, 0),
            2 when second is > 0 and < int.MaxValue && third < int.MaxValue => new XrefEntry(0, (int)second, (int)third),
            _ => null,
        });
    }

    private static long Field(ReadOnlySpan<byte> data, int width)
    {
        ulong value = 0;
        foreach (var b in data[..width])
        {
            value = (value << 8) | b;
        }

        return (long)Math.Min(value, long.MaxValue);
    }
}
