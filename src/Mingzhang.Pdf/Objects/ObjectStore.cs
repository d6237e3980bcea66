using Mingzhang.Pdf.Filters;
using Mingzhang.Pdf.Security;

namespace Mingzhang.Pdf.Objects;

/// <summary>对象库：finds, reads and keeps the objects of a file. Where the table of objects lies, the file is searched once.</summary>
internal sealed class ObjectStore(ReadOnlyMemory<byte> data, Work work, FaultLog faults)
{
    private readonly Dictionary<int, PdfValue> _objects = [];
    private readonly HashSet<int> _open = [];
    private readonly Dictionary<int, ObjectStreamIndex?> _objectStreams = [];
    private XrefTable _xref = new();
    private bool _repaired;

    public Work Work => work;

    public FaultLog Faults => faults;

    public NamePool Names { get; } = new();

    public ReadOnlyMemory<byte> Data => data;

    public PdfDictionary Trailer => _xref.Trailer;

    public Decryption? Decryption { get; private set; }

    public IEnumerable<int> Numbers => _xref.Entries.Keys;

    public static PdfValue Resolve(PdfValue value, ObjectStore? store) =>
        value.Kind == ValueKind.Reference && store is not null ? store.Object(value.ReferenceNumber) : value;

    /// <summary>装入对象表：by the file's own table, or by searching the file.</summary>
    public void Load()
    {
        if (XrefReader.Read(this) is { } table)
        {
            _xref = table;
            Decryption = StandardSecurity.Open(Trailer);
        }

        if (Trailer["Root"].Dictionary is null)
        {
            Repair("no usable cross-reference table");
        }
    }

    /// <summary>重建对象表：returns false where that was done before.</summary>
    public bool Repair(string reason)
    {
        if (_repaired)
        {
            return false;
        }

        _repaired = true;
        faults.Add(PdfFaultKind.RepairedXref, reason);
        _objects.Clear();
        _objectStreams.Clear();
        _xref = RecoveryScan.Run(this);
        var found = Recovered.Read(this, _xref);
        Decryption ??= StandardSecurity.Open(Trailer);
        _objects.Clear();
        found.EnterStreams();
        return true;
    }

    public PdfValue Object(int number)
    {
        if (_objects.TryGetValue(number, out var known))
        {
            return known;
        }

        if (!_xref.Entries.TryGetValue(number, out var entry) || _open.Count > work.Limits.Depth || !_open.Add(number))
        {
            return default;
        }

        try
        {
            var value = ReadEntry(number, entry);
            for (var hops = 0; value.Kind == ValueKind.Reference; hops++)
            {
                value = hops < work.Limits.Depth ? Object(value.ReferenceNumber) : default;
            }

            _objects[number] = value;
            return value;
        }
        finally
        {
            _open.Remove(number);
        }
    }

    /// <summary>解码数据流：decrypted and unfiltered; what could not be decoded is missing at the end.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream) => StreamDecoder.Decode(stream, this);

    /// <summary>读“12 0 obj”：null where no such object stands at the offset.</summary>
    public PdfValue? ReadAt(long offset, int number)
    {
        if (offset < 0 || offset >= data.Length)
        {
            return null;
        }

        work.Object();
        var lexer = new Lexer(data.Span, Names, (int)offset);
        var found = lexer.Next().Integer(-1);
        var generation = lexer.Next().Integer(-1);
        return found == number && generation >= 0 && lexer.Next().Operator == "obj" ? ReadBody(ref lexer, number, generation) : null;
    }

    private PdfValue ReadEntry(int number, XrefEntry entry)
    {
        if (entry.Container > 0)
        {
            return InStream(entry.Container)?.Read(number, entry.Index) ?? default;
        }

        try
        {
            if (ReadAt(entry.Offset, number) is { } value)
            {
                return value;
            }
        }
        catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
        {
            work.Spend(20_000);
            faults.Add(PdfFaultKind.DamagedObject, $"object {number}: {e.Message}");
            return default;
        }

        return Repair($"object {number} is not where the table says") && _xref.Entries.TryGetValue(number, out var repaired) ? ReadEntry(number, repaired) : default;
    }

    private PdfValue ReadBody(ref Lexer lexer, int number, int generation)
    {
        var start = lexer.Position;
        var decryption = Decryption;
        var parser = new ObjectParser(this, work.Limits) { Decrypt = decryption is null ? null : bytes => decryption.String(bytes, number, generation) };
        var value = parser.Read(ref lexer);
        work.Spend(lexer.Position - start);
        if (value.Kind != ValueKind.Dictionary)
        {
            return value.Kind < ValueKind.Operator ? value : default;
        }

        return lexer.Next().Operator == "stream" ? PdfValue.Of(new PdfStream(value.Dictionary!, StreamExtent.Find(this, value.Dictionary!, lexer.Position), number, generation)) : value;
    }

    private ObjectStreamIndex? InStream(int container)
    {
        if (!_objectStreams.TryGetValue(container, out var index))
        {
            // Entered before it is read, so that a stream that is said to lie in itself ends here.
            _objectStreams[container] = null;
            index = Object(container).Stream is { } stream ? ObjectStreamIndex.Open(this, stream) : null;
            _objectStreams[container] = index;
        }

        return index;
    }
}
