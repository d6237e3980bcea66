using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>解码数据流：decryption and the chain of filters.</summary>
internal static class StreamDecoder
{
    private const int MostFilters = 8;

    public static ReadOnlyMemory<byte> Decode(PdfStream stream, ObjectStore store)
    {
        var data = stream.Raw;
        var filters = Names(stream.Dictionary.Either("Filter", "F"));
        var parameters = stream.Dictionary.Either("DecodeParms", "DP");
        if (store.Decryption is { } decryption && stream.Number > 0 && stream.Dictionary.Raw("Type").Name != "XRef")
        {
            data = decryption.Stream(data, stream, filters);
        }

        for (var i = 0; i < filters.Count; i++)
        {
            var given = parameters.Array is { } list ? list[i].Dictionary : i == 0 ? parameters.Dictionary : null;
            if (One(filters[i], data, given, stream.Number, store) is not { } decoded)
            {
                store.Faults.Add(PdfFaultKind.UnknownFilter, $"{filters[i]} of object {stream.Number}");
                return default;
            }

            data = decoded;
        }

        return data;
    }

    private static List<string> Names(PdfValue filter)
    {
        var names = new List<string>();
        if (filter.Name is { } one)
        {
            names.Add(one);
        }

        for (var i = 0; filter.Array is { } list && i < list.Count && i < MostFilters; i++)
        {
            names.Add(list[i].Name ?? "?");
        }

        return names;
    }

    /// <summary>一个过滤器：null for an unknown one. Pictures are recognised and left, since nobody looks at them.</summary>
    private static ReadOnlyMemory<byte>? One(string name, ReadOnlyMemory<byte> data, PdfDictionary? parameters, int number, ObjectStore store) => name switch
    {
        "FlateDecode" or "Fl" => Predictor.Undo(FlateFilter.Decode(data, number, store), parameters, store.Work),
        "LZWDecode" or "LZW" => Predictor.Undo(LzwFilter.Decode(data.Span, parameters?["EarlyChange"].Integer(1) ?? 1, store.Work), parameters, store.Work),
        "ASCIIHexDecode" or "AHx" => AsciiFilters.Hex(data.Span, store.Work),
        "ASCII85Decode" or "A85" => AsciiFilters.Base85(data.Span, store.Work),
        "RunLengthDecode" or "RL" => RunLengthFilter.Decode(data.Span, store.Work),
        "Crypt" => data,
        "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "CCF" or "JBIG2Decode" => ReadOnlyMemory<byte>.Empty,
        _ => (ReadOnlyMemory<byte>?)null,
    };
}
