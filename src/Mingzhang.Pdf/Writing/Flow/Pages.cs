using Mingzhang.Pdf.Writing.Structure;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>页流：the pages drawn so far and the place where the next thing goes.</summary>
internal sealed class Pages(PdfBook book, FontCase fonts)
{
    private readonly List<PageCanvas> _pages = [];
    private readonly List<HeadingMark> _headings = [];
    private PdfSection _section = book.Sections[0];
    private double _top;

    public PdfStyle Style => book.Style;

    public FontCase Fonts => fonts;

    public IReadOnlyList<PageCanvas> All => _pages;

    public IReadOnlyList<HeadingMark> Headings => _headings;

    public PageCanvas Current => _pages[^1];

    /// <summary>下一块的上边。</summary>
    public double Y { get; set; }

    public double Left => Current.Margins.Left;

    public double Right => Current.Width - Current.Margins.Right;

    public double Width => Right - Left;

    public double Bottom => Current.Height - Current.Margins.Bottom;

    public double Room => Bottom - Y;

    public double PageRoom => Bottom - _top;

    public bool AtTop => Y <= _top;

    public bool Landscape => Current.Width > Current.Height;

    /// <summary>节的方向之外：a table may turn its own pages.</summary>
    public bool SectionLandscape => _section.Landscape;

    public void Enter(PdfSection section)
    {
        _section = section;
        Turn(section.Landscape);
    }

    public void Turn() => Turn(Landscape);

    /// <summary>换方向：a new page where the present one lies otherwise.</summary>
    public void Face(bool landscape)
    {
        if (landscape != Landscape)
        {
            if (AtTop && Current.Content.Length == 0)
            {
                _pages.RemoveAt(_pages.Count - 1);
            }

            Turn(landscape);
        }
    }

    /// <summary>需要这么高：turns the page where there is less.</summary>
    public void Need(double height)
    {
        if (height > Room && !AtTop)
        {
            Turn();
        }
    }

    /// <summary>宽度：of the text area of a page so turned.</summary>
    public double WidthOf(bool landscape)
    {
        var margins = MarginsOf(landscape);
        return (landscape ? Style.PaperHeight : Style.PaperWidth) - margins.Left - margins.Right;
    }

    public void Add(HeadingMark mark) => _headings.Add(mark);

    private void Turn(bool landscape)
    {
        var (width, height) = landscape ? (Style.PaperHeight, Style.PaperWidth) : (Style.PaperWidth, Style.PaperHeight);
        var margins = MarginsOf(landscape);
        _pages.Add(new PageCanvas(_pages.Count, width, height, _section.Numbered, _section.Header, margins));
        Y = _top = margins.Top;
    }

    /// <summary>边距：given for the section as it lies; a page that is turned inside it takes them along.</summary>
    private PdfMargins MarginsOf(bool landscape)
    {
        var given = _section.Margins ?? Style.Margins;
        var asGiven = _section.Margins is not null && _section.Landscape;
        return landscape == asGiven ? given : new PdfMargins(given.Left, given.Top, given.Right, given.Bottom);
    }
}

/// <summary>标题的位置：for bookmarks, contents and links.</summary>
internal sealed record HeadingMark(int Level, string Text, int Page, double Top, Tag Tag);
