namespace Mingzhang.Documents.Formats.Word;

/// <summary>域：instructions are dropped, results kept. An instruction that never ends its part hides no more than its own paragraph.</summary>
internal sealed class FieldStack
{
    private const int Deepest = 200;
    private readonly List<Field> _open = [];

    /// <summary>是否正在指令中。</summary>
    public bool InInstruction => _open.Exists(f => !f.Result);

    /// <summary>是否在目录域中。</summary>
    public bool InContents => _open.Exists(f => f.Contents);

    /// <summary>域的起讫。</summary>
    public void Mark(string? kind)
    {
        if (kind == "begin" && _open.Count < Deepest)
        {
            _open.Add(new Field());
        }
        else if (kind == "separate" && _open.Count > 0)
        {
            _open[^1].Result = true;
        }
        else if (kind == "end" && _open.Count > 0)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>指令的文字。</summary>
    public void Instruction(string text)
    {
        if (_open.Count > 0)
        {
            _open[^1].Contents |= text.AsSpan().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>段落结束。</summary>
    public void EndParagraph()
    {
        foreach (var field in _open)
        {
            field.Result = true;
        }
    }

    private sealed class Field
    {
        public bool Result { get; set; }

        public bool Contents { get; set; }
    }
}
