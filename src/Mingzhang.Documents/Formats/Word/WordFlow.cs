using System.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>铺排：the blocks of one story (the body, a cell, a text box, a note), in the order they are read. Lines are numbered later.</summary>
internal sealed class WordFlow(FlowKind kind)
{
    private const int LongestTitle = 60;
    private const int LongestTyped = 2000;
    private readonly StringBuilder _text = new();
    private readonly List<TextLine> _pending = [];
    private readonly List<Block> _later = [];
    private bool _gap;
    private bool _light;
    private bool _contentsNamed;

    /// <summary>各块。</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>紧靠在上的表的列; null where text stands between.</summary>
    public DrawnColumns? Above { get; set; }

    /// <summary>本段之前印出的编号: shown with the first character.</summary>
    public string Label { get; set; } = "";

    /// <summary>是否正文: notes are written behind its paragraphs and tables, not inside cells and boxes.</summary>
    public bool Outer => kind == FlowKind.Body;

    /// <summary>是否一格。</summary>
    public bool InCell => kind == FlowKind.Cell;

    /// <summary>已有的块数和字数: grows with everything that is read.</summary>
    public int Count => Blocks.Count + _pending.Count + _later.Count + _text.Length;

    /// <summary>本段是否没有文字。</summary>
    public bool Blank => _text.Length == 0;

    public void Append(string text, bool bold)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_text.Length == 0 && Label.Length > 0)
        {
            _text.Append(Label);
            Label = "";
        }

        _text.Append(text);
        _light |= !bold && !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>段后之块: what is anchored in a paragraph or belongs to it stands behind it.</summary>
    public void Later(IEnumerable<Block> blocks) => _later.AddRange(blocks);

    /// <summary>结束一段。</summary>
    public void EndParagraph(ParagraphLook look, bool contents)
    {
        var text = _text.ToString();
        var bold = !_light;
        if (text.Length == 0 && kind == FlowKind.Cell)
        {
            // Numbers of rows are often a list without words.
            text = Label;
        }

        _text.Clear();
        _light = false;
        Label = "";
        if (string.IsNullOrWhiteSpace(text))
        {
            Gap();
        }
        else
        {
            Lines(text, look, bold, contents);
        }

        EndLater();
        if (look.Section)
        {
            Gap();
        }
    }

    /// <summary>结束没有段落标记的一段: its mark was deleted before a table.</summary>
    public void EndOpenParagraph()
    {
        if (_text.Length > 0)
        {
            EndParagraph(new ParagraphLook(), contents: false);
        }

        EndLater();
    }

    private void EndLater()
    {
        if (_later.Count > 0)
        {
            foreach (var block in _later)
            {
                Add(block);
            }

            _later.Clear();
        }
    }

    /// <summary>空行。</summary>
    public void Gap()
    {
        EndTyped();
        _gap = true;
    }

    public void Add(Block block)
    {
        Above = null;
        if (block is TextLine line && kind == FlowKind.Body && !line.Furniture)
        {
            Pend(line with { AfterGap = _gap || line.AfterGap });
            return;
        }

        EndTyped();
        Blocks.Add(block is TextLine other ? other with { AfterGap = _gap } : block);
        _gap = false;
    }

    /// <summary>结束。</summary>
    public void End()
    {
        EndOpenParagraph();
        EndTyped();
    }

    /// <summary>一格所见的文字: lines joined by a line feed, a table inside row by row.</summary>
    public string CellText() => Blocks.Count == 0 ? "" : Blocks is [TextLine only] ? Plain(only.Text).Trim()
        : string.Join('\n', Blocks.SelectMany(b => b is TextLine line ? [Plain(line.Text).Trim()]
            : ((Grid)b).Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Text.Replace('\n', ' ')).Where(t => t.Length > 0)))).Where(t => t.Length > 0));

    private void Lines(string text, ParagraphLook look, bool bold, bool contents)
    {
        Above = null;
        var join = LineJoin.New;
        foreach (var part in text.Split('\n'))
        {
            var page = part.Length > 0 && part[0] == '\f';
            if (page)
            {
                Gap();
            }

            var line = part.Replace("\f", "", StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            _contentsNamed |= !contents && line.Length < 12 && string.Concat(line.Where(c => !char.IsWhiteSpace(c))) is "目录" or "目次";
            var title = line.Trim().Length <= LongestTitle && (look.IsCentred || bold);
            var block = new TextLine(contents ? Spread(line) : line.TrimEnd(), 0, null, _gap)
            {
                // A line broken by hand inside a paragraph may go on with the one above; its words tell.
                Join = page ? LineJoin.New : join,
                Prominent = look.Heading || title,

                // Entries under no heading of their own would be taken for the headings that they name.
                Furniture = contents && !_contentsNamed,
            };
            if (kind == FlowKind.Body && !contents && !look.Heading)
            {
                Pend(block);
            }
            else
            {
                EndTyped();
                Blocks.Add(block with { Text = Spread(block.Text) });
                _gap = false;
            }

            join = LineJoin.Unknown;
        }
    }

    // Nobody types a longer table; columns of many lines take long to find.
    private void Pend(TextLine line)
    {
        if (line.AfterGap || _pending.Count == LongestTyped)
        {
            EndTyped();
        }

        _pending.Add(line);
        _gap = false;
    }

    private void EndTyped()
    {
        if (_pending.Count > 0)
        {
            Blocks.AddRange(TypedColumns.Split(_pending));
            _pending.Clear();
        }
    }

    /// <summary>制表符作为空白: two blanks, which keep words apart as columns do.</summary>
    internal static string Spread(string text) => text.AsSpan().IndexOf('\t') < 0 ? text : text.TrimStart('\t').Replace("\t", "  ", StringComparison.Ordinal);

    private static string Plain(string text) => text.Replace('\t', ' ');
}

/// <summary>铺排的范围。</summary>
internal enum FlowKind
{
    /// <summary>正文：words set in columns by tabs or blanks are looked for.</summary>
    Body,

    /// <summary>一格。</summary>
    Cell,

    /// <summary>文本框、脚注、页眉页脚。</summary>
    Aside,
}
