using System.Data.Common;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>成组提交：many writers hand their payments to one, which writes whatever is waiting in one transaction; each is answered after the fsync that made it durable. A payment that is refused holds up no other.</summary>
internal sealed class GroupCommit : IDisposable
{
    private readonly Gathering<Waiting> _queue = new();
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
        _queue.End();
        _thread.Join();
    }

    private void Run()
    {
        while (_queue.Take() is { } group)
        {
            Write(group);
        }
    }

    private void Write(List<Waiting> group)
    {
        var refused = new Dictionary<Waiting, List<Problem>>();
        try
        {
            // Payments of one unit only wait for those who write to the same unit. What is done a second time is asked and told anew.
            var again = false;
            var problems = Together(group, writing =>
            {
                if (again)
                {
                    _desk.Forget();
                    refused.Clear();
                }

                again = true;
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

    private IReadOnlyList<Problem> Together(List<Waiting> group, Action<Writing> work)
    {
        var unit = group[0].Payment.Unit;
        return group.TrueForAll(w => w.Payment.Unit == unit) ? _store.WriteUnit(_who, _why, unit, work) : _store.Write(_who, _why, work);
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
