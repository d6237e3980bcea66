namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>分析库：answers what grows with the archive once it holds all of it; while it does not answer, or is not loaded, the archive answers itself.</summary>
internal sealed class ColumnStore(ClickHouse server) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile bool _ready;
    private volatile Problem? _away;
    private volatile string _stamp = "";

    /// <summary>多深才问它：pages down to so many rows are read from an index of the archive, which is quicker however much it holds; what lies deeper is not.</summary>
    public int Shallow { get; init; } = 2000;

    /// <summary>服务器。</summary>
    public ClickHouse Server => server;

    /// <summary>地址。</summary>
    public ClickHouseAddress Address => server.Address;

    /// <summary>是否由它回答。</summary>
    public bool Ready => _ready;

    /// <summary>为什么不由它回答; null where nothing is wrong with it.</summary>
    public Problem? Away => _away;

    /// <summary>记号：of which state of the archive its answers are, for whoever keeps pages; empty while the archive answers itself.</summary>
    public string Mark => _ready ? "-" + _stamp : "";

    /// <summary>告知：once when it stops answering, and once, with null, when it answers again.</summary>
    public Action<Problem?>? Told { get; set; }

    /// <summary>取数者。</summary>
    public IYearFigures Figures(IYearFigures own) => _ready ? new ClickHouseFigures(this, own) : own;

    /// <summary>问它，问不到则问档案。</summary>
    public T Ask<T>(Func<ClickHouse, T> asked, Func<T> own)
    {
        if (_ready)
        {
            try
            {
                return asked(server);
            }
            catch (ClickHouseException e)
            {
                Failed(e.Problem);
            }
        }

        return own();
    }

    /// <summary>档案在这一状态时的数都在其中了。</summary>
    public void Whole(string stamp)
    {
        bool again;
        lock (_gate)
        {
            again = _away is not null;
            (_stamp, _away) = (stamp, null);
            _ready = true;
        }

        if (again)
        {
            Told?.Invoke(null);
        }
    }

    /// <summary>不能用了。</summary>
    public void Failed(Problem problem)
    {
        bool first;
        lock (_gate)
        {
            first = _away is null;
            (_ready, _away) = (false, problem);
        }

        if (first)
        {
            Told?.Invoke(problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();
}
