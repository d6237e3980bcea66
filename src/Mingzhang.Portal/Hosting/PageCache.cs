namespace Mingzhang.Portal.Hosting;

/// <summary>页面缓存：pages as they were sent, by address and state of the archive; what was asked for longest ago goes first.</summary>
internal sealed class PageCache
{
    private const long MostBytes = 64L * 1024 * 1024;

    private readonly Dictionary<string, LinkedListNode<CachedPage>> _pages = new(StringComparer.Ordinal);
    private readonly LinkedList<CachedPage> _order = new();
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>取页面; null where it is not kept.</summary>
    public CachedPage? Find(string key)
    {
        lock (_gate)
        {
            if (!_pages.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>存入。</summary>
    public void Keep(CachedPage page)
    {
        lock (_gate)
        {
            if (page.Weight > MostBytes / 16 || _pages.ContainsKey(page.Key))
            {
                return;
            }

            _pages[page.Key] = _order.AddFirst(page);
            _bytes += page.Weight;
            while (_bytes > MostBytes && _order.Last is { } oldest)
            {
                _bytes -= oldest.Value.Weight;
                _pages.Remove(oldest.Value.Key);
                _order.RemoveLast();
            }
        }
    }
}

/// <summary>缓存的页面：plain, and packed for those who take it packed.</summary>
internal sealed record CachedPage(string Key, string Tag, byte[] Plain, byte[] Packed)
{
    public long Weight => Plain.Length + Packed.Length + (2 * Key.Length);
}
