using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>未完的分项：the lists that a paragraph has begun, the innermost last, and those that are done.</summary>
internal sealed class OpenLists
{
    private readonly List<ListFrame> _open = [];
    private readonly List<ListFrame> _done = [];
    private Announced? _announced;

    /// <summary>总项的变动: what the head of a list begun later changed by.</summary>
    public ChangeStatement? HeadChange { get; set; }

    /// <summary>所在各层分项的总项，由内而外。</summary>
    public IEnumerable<Point> Heads => Enumerable.Reverse(_open).Select(f => f.Context);

    /// <summary>是否在分项之中。</summary>
    public bool Any => _open.Count > 0;

    /// <summary>开始一串分项。</summary>
    public void Open(AmountStatement head, bool inline)
    {
        if (!_open.Exists(f => f.Head == head))
        {
            _open.Add(new ListFrame(head, inline) { HeadChange = HeadChange is not null && HeadChange.Point.Equals(head.Point) ? HeadChange : null });
        }
    }

    /// <summary>其中 behind a stronger mark: it divides the head, or the amount right before it; the first part tells.</summary>
    public void Return(AmountStatement head, AmountStatement? last, bool inline) => _announced = new Announced(head, last, inline);

    /// <summary>某名称所在的总项: the innermost that it does not contradict; null outside all lists.</summary>
    public Point? ContextFor(Meaning meaning)
    {
        Settle(meaning);
        while (_open.Count > 0 && meaning.Understood && !_open[^1].Context.Agrees(meaning.Point) && !Parts.Carries(_open[^1].Context, meaning.Point))
        {
            _done.Add(_open[^1]);
            _open.RemoveAt(_open.Count - 1);
        }

        return _open.Count > 0 ? _open[^1].Context : null;
    }

    /// <summary>列入最内一层; false where it belongs to none.</summary>
    public bool Take(AmountStatement statement)
    {
        if (_open.Count == 0 || !(Parts.Below(_open[^1].Context, statement.Point) || Parts.Carries(_open[^1].Context, statement.Point)))
        {
            return false;
        }

        _open[^1].Items.Add(statement);
        return true;
    }

    /// <summary>记下总项或分项的变动。</summary>
    public void Take(ChangeStatement statement)
    {
        if (_open.FindLast(f => Parts.Below(f.Context, statement.Point)) is { } list)
        {
            list.Changes.Add(statement);
        }

        foreach (var frame in _open.Where(f => f.Context.Equals(statement.Point)))
        {
            frame.HeadChange = statement;
        }
    }

    /// <summary>有一项未读懂: the others need not make the whole.</summary>
    public void Miss()
    {
        if (_open.Count > 0)
        {
            _open[^1].Incomplete = true;
        }
    }

    /// <summary>全部结束。</summary>
    public void Close()
    {
        _done.AddRange(_open);
        _open.Clear();
    }

    /// <summary>交给文件。</summary>
    public void Deliver(ReadingContext context)
    {
        Close();
        foreach (var frame in _done)
        {
            frame.Deliver(context);
        }
    }

    // …；其中：购置费…，运行费… behind the cost of vehicles divides that; other parts divide the whole once more.
    private void Settle(Meaning meaning)
    {
        if (_announced is not { } announced)
        {
            return;
        }

        _announced = null;
        if (announced.Last is { } last && last != announced.Head && Parts.Inside(last.Point, meaning.Point))
        {
            Open(last, inline: false);
            return;
        }

        // A list of one part that the whole is told again of was not at its end.
        foreach (var frame in _open.Where(f => f.Items.Count == 1))
        {
            frame.Incomplete = true;
        }

        Close();
        Open(announced.Head, announced.Inline);
    }

    private sealed record Announced(AmountStatement Head, AmountStatement? Last, bool Inline);
}
