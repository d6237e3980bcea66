namespace Mingzhang.Forms.Loading;

/// <summary>提纲：the notation of all data files: one item a line, its first word the key, the rest its value, what belongs to it
/// indented by two spaces below; # begins a comment line.</summary>
/// <param name="Key">First word of the line.</param>
/// <param name="Value">The rest of the line.</param>
/// <param name="File">Name of the data file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Children">Items indented below.</param>
public sealed record Outline(string Key, string Value, string File, int Line, IReadOnlyList<Outline> Children)
{
    /// <summary>整行文字: key and value together, for items that are plain text.</summary>
    public string Text => Value.Length == 0 ? Key : Key + " " + Value;

    /// <summary>以竖线分开的各词。</summary>
    public IEnumerable<string> Words => Text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>中英文对: "中文 | English" of the value.</summary>
    public (string Chinese, string English) Pair
    {
        get
        {
            var cut = Value.IndexOf('|', StringComparison.Ordinal);
            return cut < 0 ? (Value, "") : (Value[..cut].Trim(), Value[(cut + 1)..].Trim());
        }
    }

    /// <summary>读取一个数据文件; what cannot be read goes to <paramref name="problems"/> with its line.</summary>
    public static IReadOnlyList<Outline> Read(string file, string text, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var roots = new List<Outline>();
        var open = new Stack<Level>();
        open.Push(new Level(-1, roots));
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            var content = line.TrimStart(' ');
            if (content.Length == 0 || content[0] == '#')
            {
                continue;
            }

            var indent = line.Length - content.Length;
            if (indent % 2 != 0 || content[0] == '\t')
            {
                problems.Add(file, number, "缩进应为两个空格的倍数", "indentation must be a multiple of two spaces");
                continue;
            }

            var depth = indent / 2;
            while (open.Peek().Depth >= depth)
            {
                open.Pop();
            }

            if (open.Peek().Depth != depth - 1)
            {
                problems.Add(file, number, "缩进过深，上面没有所属的行", "indented too far: there is no line above that this belongs to");
                continue;
            }

            var cut = content.IndexOf(' ', StringComparison.Ordinal);
            var children = new List<Outline>();
            var item = new Outline(cut < 0 ? content : content[..cut], cut < 0 ? "" : content[(cut + 1)..].Trim(), file, number, children);
            open.Peek().Children.Add(item);
            open.Push(new Level(depth, children));
        }

        return roots;
    }

    private sealed record Level(int Depth, List<Outline> Children);
}
