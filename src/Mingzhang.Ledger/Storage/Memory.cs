namespace Mingzhang.Ledger.Storage;

/// <summary>记得的情况：what one reading or writing has found out and the next may ask again; whoever keeps something here says by which heads of chains it is seen to be good still.</summary>
internal sealed class Memory
{
    // In lines and the like: some hundred megabytes at most.
    private const int Most = 200_000;
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private int _size;

    public T? Find<T>(string key)
        where T : class => _known.GetValueOrDefault(key)?.Value as T;

    /// <summary>记下; where it becomes too much, all is forgotten and asked again.</summary>
    public void Keep(string key, object value, int size = 1)
    {
        Forget(key);
        if (_size + size > Most)
        {
            _known.Clear();
            _size = 0;
        }

        _known[key] = new Known(value, size);
        _size += size;
    }

    public void Forget(string key)
    {
        if (_known.Remove(key, out var known))
        {
            _size -= known.Size;
        }
    }

    private sealed record Known(object Value, int Size);
}
