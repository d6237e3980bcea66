namespace Mingzhang.Documents.Formats.Html;

/// <summary>未关的元素：the elements that are open while a page is parsed, and the standard's rules of what a new one closes.</summary>
internal sealed class OpenElements(PageElement body, FormattingMarks marks)
{
    private readonly List<PageElement> _stack = [body];

    public int Depth => _stack.Count;

    /// <summary>是否在表格中而不在格中: text there is misplaced.</summary>
    public bool InTable => Top.Name is "table" or "tr" or "colgroup" || ElementNames.IsRowGroup(Top.Name);

    private PageElement Top => _stack[^1];

    /// <summary>新节点的位置: inside the innermost element; before the table where it stands in a table outside its cells.</summary>
    public (PageElement Parent, int At) PlaceOf(string? name)
    {
        if (InTable && (name is null || !ElementNames.IsTablePart(name)))
        {
            var table = _stack.FindLast(e => e.Name == "table");
            if (table?.Parent is { Children.Count: > 0 } parent && parent.Children[^1] == table)
            {
                return (parent, parent.Children.Count - 1);
            }
        }

        return (Top, Top.Children.Count);
    }

    public void Push(PageElement element)
    {
        _stack.Add(element);
        if (IsScope(element.Name))
        {
            marks.Enclose();
        }
    }

    public bool Has(string name) => Find(name) > 0;

    /// <summary>为新元素关闭该关的元素; false where the standard ignores the tag.</summary>
    public bool Prepare(string name)
    {
        if (ElementNames.IsTablePart(name))
        {
            return PrepareTablePart(name);
        }

        if (name == "table" && InTable)
        {
            Close("table");
        }

        if (name == "li")
        {
            CloseItem("li", "li");
        }
        else if (name is "dt" or "dd")
        {
            CloseItem("dt", "dd");
        }

        if (ElementNames.EndsParagraph(name) && Find("p") is > 0 and var p)
        {
            PopTo(p);
        }

        if (ElementNames.IsHeading(name) && ElementNames.IsHeading(Top.Name))
        {
            PopTo(_stack.Count - 1);
        }

        return true;
    }

    public void Close(string name)
    {
        var at = Find(name);
        if (at > 0)
        {
            PopTo(at);
        }
    }

    // Rows and cells stand where the standard puts them, whatever was left open before them.
    private bool PrepareTablePart(string name)
    {
        var table = _stack.FindLastIndex(e => e.Name == "table");
        if (table < 0)
        {
            return false;
        }

        if (ElementNames.IsCell(name))
        {
            var row = _stack.FindLastIndex(_stack.Count - 1, _stack.Count - table, e => e.Name == "tr");
            if (row < 0)
            {
                PrepareTablePart("tr");
                var (parent, at) = PlaceOf("tr");
                var implied = new PageElement("tr", parent, []);
                parent.Children.Insert(at, implied);
                Push(implied);
            }
            else
            {
                PopTo(row + 1);
            }
        }
        else
        {
            var group = name == "tr" ? _stack.FindLastIndex(_stack.Count - 1, _stack.Count - table, e => ElementNames.IsRowGroup(e.Name))
                : name == "col" && Top.Name == "colgroup" ? _stack.Count - 1 : -1;
            PopTo(Math.Max(group, table) + 1);
        }

        return true;
    }

    private void CloseItem(string one, string other)
    {
        for (var i = _stack.Count - 1; i > 0; i--)
        {
            var name = _stack[i].Name;
            if (name == one || name == other)
            {
                PopTo(i);
                return;
            }

            if (ElementNames.IsBlock(name) && name is not ("p" or "div" or "address"))
            {
                return;
            }
        }
    }

    // The innermost open element of the name that an end tag may reach from here.
    private int Find(string name)
    {
        var block = ElementNames.IsBlock(name) || ElementNames.IsDropped(name);
        var heading = ElementNames.IsHeading(name);
        for (var i = _stack.Count - 1; i > 0; i--)
        {
            var open = _stack[i].Name;
            if (open == name || (heading && ElementNames.IsHeading(open)))
            {
                return i;
            }

            if (open == "table" || (IsScope(open) && !(ElementNames.IsTablePart(name) || name == "table")))
            {
                return -1;
            }

            if ((!block && ElementNames.IsBlock(open)) || (name == "li" && open is "ul" or "ol"))
            {
                return -1;
            }
        }

        return -1;
    }

    private void PopTo(int count)
    {
        for (var i = _stack.Count - 1; i >= count; i--)
        {
            if (IsScope(_stack[i].Name))
            {
                marks.Leave();
            }

            _stack.RemoveAt(i);
        }
    }

    private static bool IsScope(string name) => name is "td" or "th" or "caption" || ElementNames.IsDropped(name);
}
