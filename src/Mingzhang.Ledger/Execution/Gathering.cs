using System.Diagnostics;

namespace Mingzhang.Ledger.Execution;

/// <summary>等候的队伍：one takes away whatever has gathered. It sleeps until there is something and is woken once for a group, not for everyone who joins it: where processors are few, waking costs more than writing.</summary>
internal sealed class Gathering<T>
{
    // As many as one transaction takes, so that nobody waits long for its end.
    private const int Most = 256;
    private const int Room = 4096;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly Queue<T> _waiting = new();
    private int _expected = 1;
    private int _last = 1;
    private bool _ended;

    /// <summary>排入; waits where the queue is full.</summary>
    public void Add(T item)
    {
        lock (_gate)
        {
            while (_waiting.Count >= Room)
            {
                Monitor.Wait(_gate);
            }

            _waiting.Enqueue(item);
            if (_waiting.Count >= _expected)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>不再有人来。</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>取走一组; null once nobody is there and nobody comes.</summary>
    public List<T>? Take()
    {
        lock (_gate)
        {
            _expected = 1;
            while (_waiting.Count == 0)
            {
                if (_ended)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            // Those who were answered together come again together: worth a moment, rather than a commit for the quickest alone.
            _expected = _last;
            var from = Stopwatch.GetTimestamp();
            while (_waiting.Count < _expected && !_ended && Moment - Stopwatch.GetElapsedTime(from) is var left && left > TimeSpan.Zero && Monitor.Wait(_gate, left))
            {
            }

            var group = new List<T>(Math.Min(Most, _waiting.Count));
            while (group.Count < Most && _waiting.TryDequeue(out var next))
            {
                group.Add(next);
            }

            _last = group.Count;
            Monitor.PulseAll(_gate);
            return group;
        }
    }
}
