namespace Mingzhang.Pdf.Objects;

/// <summary>数组：items are resolved when they are asked for.</summary>
internal sealed class PdfArray(IReadOnlyList<PdfValue> items, ObjectStore? store)
{
    public int Count => items.Count;

    public PdfValue this[int index] => index < items.Count ? ObjectStore.Resolve(items[index], store) : default;

    public PdfValue Raw(int index) => items[index];

    /// <summary>四个数：of a rectangle or, with six, a matrix; null where it is another array.</summary>
    public double[]? Numbers(int count)
    {
        if (items.Count < count)
        {
            return null;
        }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            var item = this[i];
            if (item.Kind != ValueKind.Number)
            {
                return null;
            }

            numbers[i] = item.Number;
        }

        return numbers;
    }
}

/// <summary>字典：values are resolved when they are asked for.</summary>
internal sealed class PdfDictionary(ObjectStore? store)
{
    private readonly Dictionary<string, PdfValue> _entries = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _entries.Keys;

    public PdfValue this[string key]
    {
        get => _entries.TryGetValue(key, out var value) ? ObjectStore.Resolve(value, store) : default;
        set => _entries[key] = value;
    }

    /// <summary>内联图像里的缩写名。</summary>
    public PdfValue Either(string key, string shortKey) => this[key] is { IsNull: false } value ? value : this[shortKey];

    public PdfValue Raw(string key) => _entries.GetValueOrDefault(key);

    public bool Has(string key) => _entries.ContainsKey(key);
}

/// <summary>数据流：its dictionary and the bytes as they stand in the file; <see cref="ObjectStore.Decode"/> makes them readable.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw, int Number, int Generation);
