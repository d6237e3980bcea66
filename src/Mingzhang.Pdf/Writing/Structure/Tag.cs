namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>结构元素：one node of the logical structure, so that screen readers hear headings, paragraphs and tables in their order.</summary>
internal sealed class Tag(string type, Tag? parent)
{
    private readonly List<TagKid> _kids = [];

    public string Type { get; } = type;

    public int Number { get; private set; }

    /// <summary>属性：already as PDF, e.g. the span of a cell; null for none.</summary>
    public string? Attributes { get; init; }

    public string? Title { get; init; }

    public Tag Child(string kind, string? attributes = null, string? title = null)
    {
        var child = new Tag(kind, this) { Attributes = attributes, Title = title };
        _kids.Add(new TagKid(child, 0, 0, IsLink: false));
        return child;
    }

    /// <summary>内容：a marked piece of a page.</summary>
    public void Mark(int page, int mark) => _kids.Add(new TagKid(null, page, mark, IsLink: false));

    /// <summary>链接：an annotation.</summary>
    public void Link(int page, int annotation) => _kids.Add(new TagKid(null, page, annotation, IsLink: true));

    public void GiveNumbers(ObjectBag bag)
    {
        Number = bag.Reserve();
        foreach (var kid in _kids)
        {
            kid.Tag?.GiveNumbers(bag);
        }
    }

    /// <summary>写出：itself and all below it; pages are object numbers.</summary>
    public void Write(ObjectBag bag, IReadOnlyList<int> pages, int root)
    {
        var text = new ByteText().Add("<</Type/StructElem/S/"u8).Add(Type).Add("/P "u8).Ref(parent?.Number ?? root);
        if (Attributes is not null)
        {
            text.Add("/A"u8).Add(Attributes);
        }

        if (Title is not null)
        {
            text.Add("/T"u8).Words(Title);
        }

        var home = _kids.Find(k => k.Tag is null)?.Page;
        if (home is { } page)
        {
            text.Add("/Pg "u8).Ref(pages[page]);
        }

        text.Add("/K["u8);
        foreach (var kid in _kids)
        {
            if (kid.Tag is not null)
            {
                text.Ref(kid.Tag.Number);
            }
            else if (kid.IsLink)
            {
                text.Add("<</Type/OBJR/Obj "u8).Ref(kid.Mark).Add("/Pg "u8).Ref(pages[kid.Page]).Add(">>"u8);
            }
            else if (kid.Page == home)
            {
                text.Add(kid.Mark).Add(" "u8);
            }
            else
            {
                text.Add("<</Type/MCR/Pg "u8).Ref(pages[kid.Page]).Add("/MCID "u8).Add(kid.Mark).Add(">>"u8);
            }
        }

        bag.Set(Number, text.Add("]>>"u8));
        foreach (var kid in _kids)
        {
            kid.Tag?.Write(bag, pages, root);
        }
    }

    private sealed record TagKid(Tag? Tag, int Page, int Mark, bool IsLink);
}
