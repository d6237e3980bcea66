namespace Mingzhang.Documents.Formats.Html;

/// <summary>格式的开合：which formatting is in force. Its elements may end in any order and go on in the next paragraph, as browsers show
/// them; a cell keeps its own to itself.</summary>
internal sealed class FormattingMarks
{
    private const int MostOpen = 256;
    private const string Fence = "";

    private readonly List<(string Name, TextMarks Marks)> _open = [];

    /// <summary>现在有效的标记。</summary>
    public TextMarks Current { get; private set; }

    public void Open(string name, TextMarks marks)
    {
        // A link ends where the next begins.
        if (name == "a")
        {
            Close("a");
        }

        if (_open.Count < MostOpen)
        {
            _open.Add((name, marks));
            Current |= marks;
        }
    }

    public void Close(string name)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Name.Length > 0; i--)
        {
            if (_open[i].Name == name)
            {
                _open.RemoveAt(i);
                Sum();
                return;
            }
        }
    }

    public void Enclose() => _open.Add((Fence, TextMarks.None));

    public void Leave()
    {
        var fence = _open.FindLastIndex(m => m.Name.Length == 0);
        _open.RemoveRange(fence, _open.Count - fence);
        Sum();
    }

    private void Sum()
    {
        Current = TextMarks.None;
        foreach (var (_, marks) in _open)
        {
            Current |= marks;
        }
    }
}
