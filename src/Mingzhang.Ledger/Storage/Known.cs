using System.Collections.Concurrent;

namespace Mingzhang.Ledger.Storage;

/// <summary>已知的值：made once and asked for often, by many at once. Names of projects are without end, so there is a bound, at which all is forgotten.</summary>
internal sealed class Known<TKey, TValue>
    where TKey : notnull
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<TKey, TValue> _values = new();

    /// <summary>取值; made where it is not known.</summary>
    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        if (_values.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_values.Count >= Most)
        {
            _values.Clear();
        }

        return _values[key] = make(key);
    }
}
