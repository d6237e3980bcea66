using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>读一份文档所共用的：styles, numbering, notes and the tally.</summary>
internal sealed class WordContext
{
    private const int DeepestBox = 8;
    private readonly WordParts _parts;
    private readonly List<Block> _notes = [];
    private Dictionary<string, List<Block>>? _footnotes;
    private Dictionary<string, List<Block>>? _endnotes;
    private int _boxes;
    private bool _inNotes;

    public WordContext(WordParts parts)
    {
        _parts = parts;
        Styles = WordStyles.Of(parts);
        Numbering = WordNumbering.Of(parts);
        Counters = new NumberCounters(Numbering);
    }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public NumberCounters Counters { get; }

    public WordTally Tally { get; } = new();

    /// <summary>遇到而没有打开的。</summary>
    public HashSet<string> Unopened { get; } = new(StringComparer.Ordinal);

    /// <summary>脚注、尾注: its lines stand behind the paragraph or table that bears its mark.</summary>
    public void Note(bool endnote, string? id)
    {
        if (id is null || _inNotes)
        {
            return;
        }

        var notes = endnote ? _endnotes ??= Read("endnotes") : _footnotes ??= Read("footnotes");
        if (notes.Remove(id, out var blocks))
        {
            _notes.AddRange(blocks);
        }
    }

    /// <summary>把脚注写在段后。</summary>
    public void EndNotes(WordFlow flow)
    {
        if (_notes.Count > 0 && flow.Outer)
        {
            foreach (var block in _notes)
            {
                flow.Add(block);
            }

            _notes.Clear();
        }
    }

    /// <summary>文本框: not more of them in each other than anybody draws.</summary>
    public void Box(Action read)
    {
        if (_boxes < DeepestBox)
        {
            _boxes++;
            read();
            _boxes--;
        }
    }

    private Dictionary<string, List<Block>> Read(string kind)
    {
        var notes = new Dictionary<string, List<Block>>(StringComparer.Ordinal);
        using var x = _parts.Open(kind);
        if (x is null)
        {
            return notes;
        }

        _inNotes = true;
        var story = new StoryReader(x, this);
        for (var at = x.Enter(); x.Next(at);)
        {
            if (x is { Word: true, Name: "footnote" or "endnote" } && x["id"] is { } id && x["type"] is null or "normal")
            {
                var flow = new WordFlow(FlowKind.Aside);
                story.Blocks(flow);
                flow.End();
                notes.TryAdd(id, flow.Blocks);
            }
        }

        _inNotes = false;
        return notes;
    }
}
