namespace Mingzhang.Ledger.Lines;

/// <summary>读入的各行：all lines of a unit in memory, found by what makes two lines one; for those who look at most of them.</summary>
internal sealed class LoadedLines
{
    private readonly Dictionary<string, Line> _lines;
    private readonly Dictionary<string, string> _identities = new(StringComparer.Ordinal);
    private readonly List<Line> _stored = [];
    private readonly Dictionary<string, bool> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _siblings = new(StringComparer.Ordinal);

    public LoadedLines(IEnumerable<Line> lines)
    {
        _lines = lines.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var line in _lines.Values)
        {
            _identities[line.Identity] = line.Id;
        }
    }

    public IReadOnlyCollection<Line> All
    {
        get
        {
            Index();
            return _lines.Values;
        }
    }

    public Line? Same(Line line)
    {
        Index();
        return _identities.TryGetValue(line.Identity, out var id) ? _lines[id] : null;
    }

    /// <summary>有无某项目，问过一次即记得。</summary>
    public bool HasProject(string code, Func<string, bool> ask) => Once(_projects, code, ask);

    /// <summary>是不是对方单位，问过一次即记得。</summary>
    public bool HasSibling(string code, Func<string, bool> ask) => Once(_siblings, code, ask);

    public void Put(Line line) => _stored.Add(line);

    // Only when somebody asks again: an import stores all its lines last.
    private void Index()
    {
        foreach (var line in _stored)
        {
            if (_lines.TryGetValue(line.Id, out var before))
            {
                _identities.Remove(before.Identity);
            }

            _lines[line.Id] = line;
            _identities[line.Identity] = line.Id;
        }

        _stored.Clear();
    }

    public void Remove(Line line)
    {
        Index();
        if (_lines.Remove(line.Id))
        {
            _identities.Remove(line.Identity);
        }
    }

    private static bool Once(Dictionary<string, bool> known, string code, Func<string, bool> ask)
    {
        if (!known.TryGetValue(code, out var found))
        {
            known[code] = found = ask(code);
        }

        return found;
    }
}
