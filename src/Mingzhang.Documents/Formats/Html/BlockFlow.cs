using Mingzhang.Documents.Formats.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>铺排：the tree laid out as lines and grids, as a browser would show it from top to bottom. Lines are numbered later.</summary>
internal sealed class BlockFlow(FlowPart part)
{
    private const int LongestTitle = 60;

    private readonly List<Block> _blocks = [];
    private readonly LineWriter _line = new();
    private readonly ListMarks _lists = new();
    private int _blockFrom;
    private bool _gap;

    public FlowPart Part { get; } = part;

    /// <summary>铺排一个元素的内容。</summary>
    public static List<Block> Of(PageElement root, FlowPart part)
    {
        var flow = new BlockFlow(part);
        flow.Walk(root, default);
        flow.EndBlock(default);
        return flow._blocks;
    }

    /// <summary>一格的文字，各行以换行相接。</summary>
    public static string CellText(PageElement cell, FlowPart part) =>
        string.Join('\n', Of(cell, part with { InCell = true }).OfType<TextLine>().Select(l => l.Text.Trim()));

    public void Add(Block block)
    {
        _blocks.Add(block is TextLine line ? line with { AfterGap = _gap } : block);
        _blockFrom = _blocks.Count;
        _gap = false;
    }

    public void Walk(PageElement element, Mood mood)
    {
        mood = mood.Within(element);
        for (var i = 0; i < element.Children.Count; i++)
        {
            if (element.Children[i] is PageText text)
            {
                if ((text.Marks & TextMarks.Hidden) == 0)
                {
                    _line.Append(text.Text, mood.Bold || (text.Marks & TextMarks.Bold) != 0);
                }
            }
            else if (element.Children[i] is PageElement { Name: "table" } table && !Part.InCell && Shown(table))
            {
                EndBlock(mood);
                i = TableWriter.WriteFrom(this, element, i, mood);
            }
            else if (element.Children[i] is PageElement child && Shown(child))
            {
                Visit(child, mood);
            }
        }
    }

    /// <summary>结束一块: what follows begins a paragraph of its own.</summary>
    public void EndBlock(Mood mood)
    {
        EndLine(mood);
        WrappedLines.Mark(_blocks, _blockFrom);
        _blockFrom = _blocks.Count;
    }

    private bool Shown(PageElement element) => (element.Look & Look.Hidden) == 0 && (Part.Furniture || !element.Furniture);

    private void Visit(PageElement child, Mood mood)
    {
        switch (child.Name)
        {
            case "br":
                EndLine(mood, broken: true);
                break;
            case "hr":
                EndBlock(mood);
                _gap = true;
                break;
            case "pre" or "listing" when !Part.InCell:
                EndBlock(mood);
                Preformatted(child);
                break;
            case "td" or "th" when Part.InCell:
                Walk(child, mood);
                _line.Append(" ", true);
                break;
            default:
                if (ElementNames.IsBlock(child.Name) || (child.Look & Look.Block) != 0)
                {
                    VisitBlock(child, mood);
                }
                else
                {
                    Walk(child, mood);
                }

                break;
        }
    }

    private void VisitBlock(PageElement child, Mood mood)
    {
        EndBlock(mood);
        var before = _blocks.Count;
        _lists.Enter(child, _line);
        Walk(child, mood);
        EndBlock(mood.Within(child));
        _lists.Leave(child);
        if (child.Name == "li")
        {
            _line.Prefix = "";
        }

        // A paragraph without anything to be seen is a gap.
        _gap |= _blocks.Count == before && child.Name is "p" && child.Children.Count > 0;
    }

    private void EndLine(Mood mood, bool broken = false)
    {
        if (_line.Take() is not { } text)
        {
            _gap |= broken && _blocks.Count == _blockFrom;
            _line.Restart();
            return;
        }

        var prominent = mood.Heading || (text.Trim().Length <= LongestTitle && (mood.Centred || _line.Bold));
        _line.Restart();
        if (!Part.InCell && !Part.Furniture && Furnishing.IsWidget(text))
        {
            return;
        }

        _blocks.Add(new TextLine(text, 0, null, _gap) { Join = LineJoin.New, Prominent = prominent });
        _gap = false;
    }

    private void Preformatted(PageElement pre)
    {
        var text = SourceText.Of(pre);
        foreach (var block in TextFormat.Read("", "", "", text).Blocks)
        {
            Add(block is TextLine line ? line with { Join = LineJoin.Unknown } : block);
        }
    }
}

/// <summary>铺排的范围。</summary>
/// <param name="Furniture">Whether the frame of the page belongs to it.</param>
/// <param name="InCell">Whether it is the text of one cell.</param>
/// <param name="Budget">How many cells the grids of the page may still have.</param>
internal sealed record FlowPart(bool Furniture, bool InCell, CellBudget Budget);

/// <summary>格数的限额: shared by all grids of a page, so that spans cannot fill the memory.</summary>
internal sealed class CellBudget
{
    private long _left = 2_000_000;

    public bool Take(long cells)
    {
        if (cells > _left)
        {
            return false;
        }

        _left -= cells;
        return true;
    }
}

/// <summary>文字的样子, as inherited from around.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Mood(bool Bold, bool Centred, bool Heading)
{
    public Mood Within(PageElement element) => new(
        (Bold && (element.Look & Look.Light) == 0) || (element.Look & Look.Bold) != 0,
        (Centred && (element.Look & Look.Aside) == 0) || (element.Look & Look.Centred) != 0,
        Heading || ElementNames.IsHeading(element.Name) || ArticleHead.IsTitle(element));
}
