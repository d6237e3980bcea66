using System.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页的节点：an element or a run of text.</summary>
internal abstract class PageNode;

/// <summary>网页的文字：characters of one look; entities are resolved, white space is as in the source.</summary>
internal sealed class PageText(string text, TextMarks marks) : PageNode
{
    private StringBuilder? _longer;
    private string _text = text;

    public TextMarks Marks { get; } = marks;

    public string Text => _longer is null ? _text : _text = _longer.ToString();

    public void Append(string more) => (_longer ??= new StringBuilder(_text)).Append(more);
}

/// <summary>网页的元素。Formatting elements (a, b, font …) are no elements here but marks of the text, so that they may overlap freely.</summary>
internal sealed class PageElement(string name, PageElement? parent, KeyValuePair<string, string>[] attributes) : PageNode
{
    public string Name { get; } = name;

    public PageElement? Parent { get; } = parent;

    public List<PageNode> Children { get; } = [];

    /// <summary>样式的效果：set once the style sheets of the whole page are known.</summary>
    public Look Look { get; set; }

    /// <summary>量：set together with the look.</summary>
    public Measure Measure { get; set; }

    /// <summary>是否网页的外框: navigation, footers and widgets around the article.</summary>
    public bool Furniture { get; set; }

    /// <summary>正文的分量: of what is no furniture.</summary>
    public int Weight { get; set; }

    public IEnumerable<PageElement> Elements => Children.OfType<PageElement>();

    /// <summary>属性值；null where the element has none of that name.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in attributes)
            {
                if (key == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }
}

/// <summary>文字的标记。</summary>
[Flags]
internal enum TextMarks
{
    /// <summary>无。</summary>
    None = 0,

    /// <summary>粗体。</summary>
    Bold = 1,

    /// <summary>链接: to another page.</summary>
    Link = 2,

    /// <summary>附件或页内链接: text of the article, never a sign of navigation.</summary>
    Reference = 4,

    /// <summary>隐藏。</summary>
    Hidden = 8,
}

/// <summary>样式的效果: the few that bear on reading.</summary>
[Flags]
internal enum Look
{
    /// <summary>无。</summary>
    None = 0,

    /// <summary>不显示。</summary>
    Hidden = 1,

    /// <summary>粗体。</summary>
    Bold = 2,

    /// <summary>居中。</summary>
    Centred = 4,

    /// <summary>靠左或靠右: ends the centring inherited from around.</summary>
    Aside = 8,

    /// <summary>成块显示: an inline element that begins a line of its own.</summary>
    Block = 16,

    /// <summary>列表不显示编号。</summary>
    Unnumbered = 32,

    /// <summary>不加粗: ends the bold inherited from around.</summary>
    Light = 64,
}

/// <summary>元素的量：what its visible text consists of.</summary>
/// <param name="Text">Characters other than blanks.</param>
/// <param name="Linked">Those of them in links to other pages.</param>
/// <param name="Links">Runs of such links.</param>
/// <param name="Digits">Digits and the signs of numbers.</param>
/// <param name="Figures">Cells that hold a number.</param>
/// <param name="Cells">Cells of all tables inside.</param>
/// <param name="Pictures">Pictures.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Measure(int Text, int Linked, int Links, int Digits, int Figures, int Cells, int Pictures)
{
    public static Measure operator +(Measure a, Measure b) =>
        new(a.Text + b.Text, a.Linked + b.Linked, a.Links + b.Links, a.Digits + b.Digits, a.Figures + b.Figures, a.Cells + b.Cells, a.Pictures + b.Pictures);
}
