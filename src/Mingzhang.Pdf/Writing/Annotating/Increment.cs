using System.Globalization;
using Mingzhang.Pdf.Objects;
using Mingzhang.Pdf.Writing.Structure;

namespace Mingzhang.Pdf.Writing.Annotating;

/// <summary>增量：objects after the end of a file, and a table of them that points back to the file's own.</summary>
internal sealed class Increment
{
    private readonly ObjectStore _store;
    private readonly ByteText _file = new();
    private readonly SortedDictionary<int, int> _places = [];
    private readonly int _previous;
    private int _next;

    public Increment(ReadOnlyMemory<byte> original, ObjectStore store)
    {
        _store = store;
        var tail = original.Span[Math.Max(0, original.Length - 2048)..];
        var lexer = new Lexer(tail, store.Names, tail.LastIndexOf("startxref"u8) + 9);
        _previous = lexer.Next().Integer();
        _next = Math.Max(store.Trailer["Size"].Integer(1), store.Numbers.Max() + 1);
        _file.Add(original.Span).Add("\n"u8);
    }

    public int Reserve() => _next++;

    public void Set(int number, ByteText body)
    {
        _places[number] = _file.Length;
        _file.Add(number).Add(" 0 obj\n"u8).Add(body.Memory.Span).Add("\nendobj\n"u8);
    }

    /// <summary>写回一个值：references as they stand.</summary>
    public static void Write(ByteText text, PdfValue value, int depth = 0)
    {
        if (depth > 64)
        {
            throw new PdfException(PdfProblem.Damaged, "A page's dictionary is too deep.");
        }

        switch (value.Kind)
        {
            case ValueKind.Boolean:
                text.Add(value.IsTrue ? " true"u8 : " false"u8);
                break;
            case ValueKind.Number:
                text.Add(" "u8).Add(value.Number.ToString("0.##########", CultureInfo.InvariantCulture));
                break;
            case ValueKind.Name:
                text.Name(value.Name!);
                break;
            case ValueKind.Text:
                text.Add("<"u8).Add(Convert.ToHexString(value.Text!)).Add(">"u8);
                break;
            case ValueKind.Reference:
                text.Add(" "u8).Ref(value.ReferenceNumber);
                break;
            case ValueKind.Array:
                text.Add("["u8);
                for (var i = 0; i < value.Array!.Count; i++)
                {
                    Write(text, value.Array.Raw(i), depth + 1);
                }

                text.Add("]"u8);
                break;
            case ValueKind.Dictionary:
                text.Add("<<"u8);
                foreach (var key in value.Dictionary!.Keys)
                {
                    text.Name(key);
                    Write(text, value.Dictionary.Raw(key), depth + 1);
                }

                text.Add(">>"u8);
                break;
            default:
                text.Add(" null"u8);
                break;
        }
    }

    public byte[] Finish()
    {
        if (_store.Trailer["Type"].Name == "XRef")
        {
            Stream();
        }
        else
        {
            Table();
        }

        return _file.Memory.ToArray();
    }

    private ByteText Trailer()
    {
        var text = new ByteText();
        foreach (var key in new[] { "Root", "Info", "ID" })
        {
            if (_store.Trailer.Raw(key) is { IsNull: false } value)
            {
                text.Name(key);
                Write(text, value);
            }
        }

        return text.Add("/Size "u8).Add(_next).Add("/Prev "u8).Add(_previous);
    }

    private void Table()
    {
        var start = _file.Length;
        _file.Add("xref\n"u8);
        foreach (var (number, place) in _places)
        {
            _file.Add(number).Add(" 1\n"u8).Add(place.ToString("D10", CultureInfo.InvariantCulture)).Add(" 00000 n \n"u8);
        }

        _file.Add("trailer\n<<"u8).Add(Trailer().Memory.Span).Add(">>\nstartxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
    }

    private void Stream()
    {
        var number = Reserve();
        var start = _file.Length;
        _places[number] = start;
        var rows = new byte[_places.Count * 7];
        var index = new ByteText().Add("/Type/XRef/W[1 4 2]/Index["u8);
        var at = 0;
        foreach (var (item, place) in _places)
        {
            index.Add(item).Add(" 1 "u8);
            rows[at] = 1;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(at + 1), place);
            at += 7;
        }

        var entries = index.Add("]"u8).Add(Trailer().Memory.Span);
        _file.Add(number).Add(" 0 obj\n"u8).Add(ObjectBag.Wrapped(entries.Memory.Span, rows, compress: true).Memory.Span).Add("\nendobj\nstartxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
    }
}
