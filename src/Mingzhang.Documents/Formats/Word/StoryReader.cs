namespace Mingzhang.Documents.Formats.Word;

/// <summary>读一个部件的内容：paragraphs, tables and what wraps them, from top to bottom. Deleted text is left out, inserted text kept.</summary>
internal sealed class StoryReader
{
    private readonly PartCursor _x;
    private readonly WordContext _context;
    private readonly FieldStack _fields = new();
    private readonly RunReader _runs;
    private readonly WordTableReader _tables;

    public StoryReader(PartCursor x, WordContext context)
    {
        (_x, _context) = (x, context);
        _runs = new RunReader(x, context, _fields, this);
        _tables = new WordTableReader(x, context, this);
    }

    /// <summary>当前元素中的各块。</summary>
    public void Blocks(WordFlow flow)
    {
        for (var at = _x.Enter(); _x.Next(at);)
        {
            Block(flow);
        }
    }

    /// <summary>一格的内容。</summary>
    public void Cell(WordFlow flow, Action properties)
    {
        for (var at = _x.Enter(); _x.Next(at);)
        {
            if (_x is { Word: true, Name: "tcPr" })
            {
                properties();
            }
            else
            {
                Block(flow);
            }
        }
    }

    private void Block(WordFlow flow)
    {
        switch (_x.Name)
        {
            case "p" when _x.Word:
                Paragraph(flow);
                break;
            case "tbl" when _x.Word:
                Table(flow);
                break;
            case "del" or "moveFrom" when _x.Word:
                _context.Tally.Revisions++;
                break;
            case "ins" or "moveTo" when _x.Word:
                _context.Tally.Revisions++;
                Blocks(flow);
                break;
            case "sdt" or "sdtContent" or "customXml" or "smartTag" or "body" when _x.Word:
                Blocks(flow);
                break;
            case "AlternateContent":
                Alternates(() => Blocks(flow), flow);
                break;
            case "altChunk" when _x.Word:
                _context.Unopened.Add("chunks");
                break;
            default:
                break;
        }
    }

    /// <summary>多种表示取其一: the first; another only where it gave nothing.</summary>
    public void Alternates(Action read, WordFlow flow)
    {
        var before = flow.Count + _context.Tally.Pictures;
        for (var at = _x.Enter(); _x.Next(at);)
        {
            if (_x.Name is "Choice" or "Fallback" && flow.Count + _context.Tally.Pictures == before)
            {
                read();
            }
        }
    }

    private void Table(WordFlow flow)
    {
        flow.EndOpenParagraph();
        _tables.Read(flow);
        _context.EndNotes(flow);
    }

    private void Paragraph(WordFlow flow)
    {
        if (flow.InCell ? !_context.Tally.CellParagraph() : !_context.Tally.Paragraph())
        {
            _x.Stop();
            return;
        }

        ParagraphLook? look = null;
        for (var at = _x.Enter(); _x.Next(at);)
        {
            if (_x is { Word: true, Name: "pPr" })
            {
                look ??= Begin(flow, ParagraphLook.Of(_x, _context.Styles, _context.Tally));
                continue;
            }

            look ??= Begin(flow, ParagraphLook.Of(null, _context.Styles, _context.Tally));
            _runs.Read(flow, look);
        }

        look ??= ParagraphLook.Of(null, _context.Styles, _context.Tally);
        var contents = look.Contents || _fields.InContents;
        _fields.EndParagraph();
        if (!look.Joined)
        {
            flow.EndParagraph(look, contents);
            _context.EndNotes(flow);
        }
    }

    private ParagraphLook Begin(WordFlow flow, ParagraphLook look)
    {
        if (flow.Blank && (look.Number ?? look.Style.Number) is { } number)
        {
            flow.Label = _context.Counters.Next(number, look.Number is null ? look.Level ?? Level(look) : look.Level ?? 0, look.StyleId);
        }

        return look;
    }

    // A style takes the level that is tied to it, which its own numbering may name too.
    private int? Level(ParagraphLook look) => _context.Numbering.Find(look.Style.Number ?? 0)?.LevelOf(look.StyleId) ?? look.Style.Level;
}
