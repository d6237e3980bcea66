namespace Mingzhang.Pdf.Objects;

/// <summary>对象流：many small objects in one compressed stream.</summary>
internal sealed class ObjectStreamIndex
{
    private readonly ObjectStore _store;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly List<(int Number, int Offset)> _index = [];

    private ObjectStreamIndex(ObjectStore store, ReadOnlyMemory<byte> data)
    {
        _store = store;
        _data = data;
    }

    public IEnumerable<int> Numbers => _index.Select(i => i.Number);

    public static ObjectStreamIndex Open(ObjectStore store, PdfStream stream)
    {
        var data = store.Decode(stream);
        store.Work.Keep(data.Length);
        var first = Math.Max(0, stream.Dictionary["First"].Integer());
        var count = stream.Dictionary["N"].Integer();
        var result = new ObjectStreamIndex(store, data);
        var lexer = new Lexer(data.Span, store.Names);
        for (var i = 0; i < count && lexer.Position < first; i++)
        {
            var number = lexer.Next().Integer(-1);
            var offset = lexer.Next().Integer(-1);
            if (number < 0 || offset < 0)
            {
                break;
            }

            store.Work.Object();
            result._index.Add((number, (int)Math.Min((long)first + offset, data.Length)));
        }

        return result;
    }

    /// <summary>读一个对象：by its place, or by its number where the place is wrong.</summary>
    public PdfValue Read(int number, int place)
    {
        if (place < 0 || place >= _index.Count || _index[place].Number != number)
        {
            _store.Work.Spend(_index.Count);
            place = _index.FindIndex(i => i.Number == number);
        }

        if (place < 0)
        {
            return default;
        }

        try
        {
            var lexer = new Lexer(_data.Span, _store.Names, _index[place].Offset);
            var value = new ObjectParser(_store, _store.Work.Limits).Read(ref lexer);
            _store.Work.Spend(200 + lexer.Position - _index[place].Offset);
            return value.Kind < ValueKind.Operator ? value : default;
        }
        catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
        {
            _store.Work.Spend(20_000);
            _store.Faults.Add(PdfFaultKind.DamagedObject, $"object {number}: {e.Message}");
            return default;
        }
    }
}
