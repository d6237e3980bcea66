using Mingzhang.Budget;

namespace Mingzhang.App.Commands;

/// <summary>近来读过的文件：what was read is kept while it is not too much together; what is asked for again later is read again. So a folder of thousands needs no more memory than one of a hundred.</summary>
internal sealed class RecentFiles(Func<string, Loaded?> read)
{
    // Each figure comes to about a kilobyte, its document's text and cells included.
    private const int MostFigures = 40_000;
    private const int LeastWeight = 200;

    private readonly Dictionary<string, LinkedListNode<Loaded>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<Loaded> _order = new();
    private readonly Lock _gate = new();
    private int _weight;

    /// <summary>读入的文件; null where it cannot be read.</summary>
    public Loaded? Of(string file)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(file, out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value;
            }
        }

        if (read(file) is not { } loaded)
        {
            return null;
        }

        lock (_gate)
        {
            if (!_known.ContainsKey(file))
            {
                _known[file] = _order.AddFirst(loaded);
                _weight += Weight(loaded.Disclosure);
            }

            while (_weight > MostFigures && _order.Last is { } oldest && _order.Count > 1)
            {
                _weight -= Weight(oldest.Value.Disclosure);
                _known.Remove(oldest.Value.File);
                _order.RemoveLast();
            }
        }

        return loaded;
    }

    private static int Weight(Disclosure disclosure) => LeastWeight + disclosure.Statements.Count + disclosure.Passages.Count;
}
