using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>成组提交：many writers hand their payments to one, which writes whatever is waiting in one transaction; each is answered after the fsync that made it durable. A payment that is refused holds up no other.</summary>
internal sealed class GroupCommit : IDisposable
{
    // As many as one transaction takes, so that nobody waits long for its end.
    private const int Most = 256;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly BlockingCollection<Waiting> _queue = new(4096);
    private readonly Thread _thread;
    private readonly Store _store;
    private readonly PaymentDesk _desk;
    private readonly string _who;
    private readonly string _why;

    public GroupCommit(Store store, int year, string who, string why)
    {
        (_store, _who, _why, _desk) = (store, who, why, new PaymentDesk(year));
        _thread = new Thread(Run) { IsBackground = true, Name = "payments" };
        _thread.Start();
    }

    /// <summary>递交; answered once it is on the disk or refused.</summary>
    public Task<IReadOnlyList<Problem>> Put(Payment payment)
    {
        var waiting = new Waiting(payment, new TaskCompletionSource<IReadOnlyList<Problem>>(TaskCreationOptions.RunContinuationsAsynchronously));
        _queue.Add(waiting);
        return waiting.Answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void Run()
    {
        var last = 1;
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            // Those who were answered together come again together: worth a moment, rather than a commit for the quickest alone.
            var group = new List<Waiting> { first };
            var from = Stopwatch.GetTimestamp();
            while (group.Count < Most && _queue.TryTake(out var next, group.Count < last && Stopwatch.GetElapsedTime(from) < Moment ? Moment : TimeSpan.Zero))
            {
                group.Add(next);
            }

            last = group.Count;
            Write(group);
        }
    }

    private void Write(List<Waiting> group)
    {
        var refused = new Dictionary<Waiting, List<Problem>>();
        try
        {
            var problems = _store.Write(_who, _why, writing =>
            {
                _desk.Begin(writing);
                foreach (var waiting in group)
                {
                    if (waiting.Payment.Reverses.Length > 0)
                    {
                        _desk.Finish();
                    }

                    if (!_desk.Take(waiting.Payment, (_, problem) => Told(waiting).Add(problem)))
                    {
                        Told(waiting);
                    }
                }

                _desk.Finish();
            });
            if (problems.Count == 0)
            {
                group.ForEach(w => w.Answer.SetResult(refused.GetValueOrDefault(w) ?? []));
                return;
            }

            _desk.Forget();
            Apart(group, problems);
        }
        catch (DbException e)
        {
            _desk.Forget();
            group.ForEach(w => w.Answer.TrySetException(e));
        }

        List<Problem> Told(Waiting waiting)
        {
            if (!refused.TryGetValue(waiting, out var told))
            {
                refused[waiting] = told = [];
            }

            return told;
        }
    }

    // Somebody's refusal took all of them with it (no such unit, no right to pay): one by one, only that one is refused.
    private void Apart(List<Waiting> group, IReadOnlyList<Problem> problems)
    {
        if (group.Count == 1)
        {
            group[0].Answer.SetResult(problems);
            return;
        }

        group.ForEach(w => Write([w]));
    }

    private sealed record Waiting(Payment Payment, TaskCompletionSource<IReadOnlyList<Problem>> Answer);
}
