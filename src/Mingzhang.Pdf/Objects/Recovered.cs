namespace Mingzhang.Pdf.Objects;

/// <summary>搜得的对象：what the found streams hold besides, and which object is the root.</summary>
internal sealed class Recovered
{
    private readonly ObjectStore _store;
    private readonly XrefTable _table;
    private readonly List<int> _containers = [];
    private PdfDictionary? _streamTrailer;
    private int _catalog;

    private Recovered(ObjectStore store, XrefTable table)
    {
        _store = store;
        _table = table;
    }

    /// <summary>看一遍搜得的对象：and complete the trailer.</summary>
    public static Recovered Read(ObjectStore store, XrefTable table)
    {
        var result = new Recovered(store, table);
        foreach (var number in table.Entries.OrderBy(e => e.Value.Offset).Select(e => e.Key).ToList())
        {
            result.Look(number, store.Object(number));
        }

        table.Trailer = result.Complete(table.Trailer);
        return result;
    }

    /// <summary>登记对象流里的对象：where the file has none of the number outside. Done last, since the streams may be encrypted.</summary>
    public void EnterStreams()
    {
        foreach (var container in _containers)
        {
            if (_store.Object(container).Stream is { } stream)
            {
                Enter(stream, container);
            }
        }

        if (_table.Trailer["Root"].Dictionary is null)
        {
            foreach (var number in _table.Entries.Where(e => e.Value.Container > 0).Select(e => e.Key).ToList())
            {
                Look(number, _store.Object(number));
            }

            _table.Trailer = Complete(_table.Trailer);
        }
    }

    private void Look(int number, PdfValue value)
    {
        switch (value.Dictionary?.Raw("Type").Name)
        {
            case "Catalog":
                _catalog = number;
                break;
            case "XRef" when value.Dictionary!.Has("Root"):
                _streamTrailer = value.Dictionary;
                break;
            case "ObjStm" when value.Stream is not null:
                _containers.Add(number);
                break;
        }
    }

    /// <summary>补全尾部字典：with the root that was found.</summary>
    private PdfDictionary Complete(PdfDictionary trailer)
    {
        var best = trailer.Has("Root") ? trailer : _streamTrailer ?? trailer;
        var whole = new PdfDictionary(_store);
        foreach (var key in best.Keys)
        {
            whole[key] = best.Raw(key);
        }

        if (_catalog > 0 && whole["Root"].Dictionary is null)
        {
            whole["Root"] = PdfValue.OfReference(_catalog);
        }

        return whole;
    }

    private void Enter(PdfStream stream, int container)
    {
        var index = 0;
        foreach (var number in ObjectStreamIndex.Open(_store, stream).Numbers)
        {
            if (!_table.Entries.TryGetValue(number, out var known) || known.Container > 0)
            {
                _table.Entries[number] = new XrefEntry(0, container, index);
            }

            index++;
        }
    }
}
