namespace Mingzhang.Pdf.Objects;

/// <summary>搜得的对象：what the found streams hold besides, and which object is the root.</summary>
internal sealed class Recovered(ObjectStore store, XrefTable table)
{
    private PdfDictionary? _streamTrailer;
    private int _catalog;

    /// <summary>读对象流：objects in them are entered where the file has none of the number outside.</summary>
    public void ReadStreams()
    {
        foreach (var (number, entry) in table.Entries.OrderBy(e => e.Value.Offset).ToList())
        {
            PdfValue value;
            try
            {
                value = store.ReadAt(entry.Offset, number) ?? default;
            }
            catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
            {
                store.Work.Spend(20_000);
                continue;
            }

            var type = value.Dictionary?.Raw("Type").Name;
            if (type == "Catalog")
            {
                _catalog = number;
            }
            else if (type == "XRef" && value.Dictionary!.Has("Root"))
            {
                _streamTrailer = value.Dictionary;
            }
            else if (type == "ObjStm" && value.Stream is { } stream)
            {
                Enter(stream, number);
            }
        }
    }

    /// <summary>补全尾部字典：with the root that was found.</summary>
    public PdfDictionary Complete(PdfDictionary trailer)
    {
        var best = trailer.Has("Root") ? trailer : _streamTrailer ?? trailer;
        var whole = new PdfDictionary(store);
        foreach (var key in best.Keys)
        {
            whole[key] = best.Raw(key);
        }

        if (_catalog > 0 && !(table.Entries.ContainsKey(whole.Raw("Root").ReferenceNumber)))
        {
            whole["Root"] = PdfValue.OfReference(_catalog);
        }

        return whole;
    }

    private void Enter(PdfStream stream, int container)
    {
        var index = 0;
        foreach (var number in ObjectStreamIndex.Open(store, stream).Numbers)
        {
            if (!table.Entries.TryGetValue(number, out var known) || known.Container > 0)
            {
                table.Entries[number] = new XrefEntry(0, container, index);
            }

            index++;
        }
    }
}
