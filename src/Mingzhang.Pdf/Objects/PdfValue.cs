using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Objects;

/// <summary>值的种类：with the tokens that are not values, so that one lexer serves files, contents and CMaps.</summary>
internal enum ValueKind : byte
{
    Null,
    Boolean,
    Number,
    Name,
    Text,
    Array,
    Dictionary,
    Stream,
    Reference,
    Operator,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    End,
}

/// <summary>值：one object of a PDF. A struct, because contents hold millions of numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PdfValue
{
    private readonly double _number;
    private readonly object? _data;

    private PdfValue(ValueKind kind, double number, object? data)
    {
        Kind = kind;
        _number = number;
        _data = data;
    }

    public ValueKind Kind { get; }

    /// <summary>数值：0 for what is no number.</summary>
    public double Number => Kind == ValueKind.Number ? _number : 0;

    /// <summary>名字或操作符。</summary>
    public string? Name => Kind is ValueKind.Name ? (string?)_data : null;

    public string? Operator => Kind is ValueKind.Operator ? (string?)_data : null;

    public byte[]? Text => Kind is ValueKind.Text ? (byte[]?)_data : null;

    public PdfArray? Array => _data as PdfArray;

    public PdfStream? Stream => _data as PdfStream;

    /// <summary>字典：a stream counts as its dictionary.</summary>
    public PdfDictionary? Dictionary => _data as PdfDictionary ?? (_data as PdfStream)?.Dictionary;

    /// <summary>被引用的对象号：0 where the value is no reference.</summary>
    public int ReferenceNumber => Kind == ValueKind.Reference ? (int)_number : 0;

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsTrue => Kind == ValueKind.Boolean && _number != 0;

    public static PdfValue Bare(ValueKind kind) => new(kind, 0, null);

    public static PdfValue OfNumber(double number) => new(ValueKind.Number, number, null);

    public static PdfValue OfBoolean(bool value) => new(ValueKind.Boolean, value ? 1 : 0, null);

    public static PdfValue OfName(string name) => new(ValueKind.Name, 0, name);

    public static PdfValue OfOperator(string name) => new(ValueKind.Operator, 0, name);

    public static PdfValue OfText(byte[] bytes) => new(ValueKind.Text, 0, bytes);

    public static PdfValue OfReference(int number) => new(ValueKind.Reference, number, null);

    public static PdfValue Of(PdfArray array) => new(ValueKind.Array, 0, array);

    public static PdfValue Of(PdfDictionary dictionary) => new(ValueKind.Dictionary, 0, dictionary);

    public static PdfValue Of(PdfStream stream) => new(ValueKind.Stream, 0, stream);

    /// <summary>整数：the fallback where the value is no number or does not fit, so that no arithmetic overflows later.</summary>
    public int Integer(int fallback = 0) => Kind == ValueKind.Number && Math.Abs(_number) < int.MaxValue ? (int)_number : fallback;
}
