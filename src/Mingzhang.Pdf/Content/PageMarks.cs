using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>页上的痕迹：collects what a page shows.</summary>
internal sealed class PageMarks(Box page, Work work)
{
    private const double MostlyPicture = 0.5;
    private readonly List<PdfGlyph> _glyphs = [];
    private readonly List<PdfRuling> _rulings = [];
    private readonly List<int> _invisible = [];
    private readonly PictureCover _pictures = new(page);

    public Box Page => page;

    public int GlyphCount => _glyphs.Count;

    public void Add(in PdfGlyph glyph, bool invisible)
    {
        Pay(_glyphs.Count);
        if (invisible)
        {
            _invisible.Add(_glyphs.Count);
        }

        _glyphs.Add(glyph);
    }

    public void Add(in PdfRuling ruling)
    {
        Pay(_rulings.Count);
        _rulings.Add(ruling);
    }

    public void AddPicture(Box box)
    {
        work.Spend(PictureCover.Cost);
        _pictures.Add(box);
    }

    /// <summary>以文字代替字形：what ActualText says stands for all glyphs from the first on.</summary>
    public void Replace(int first, string text)
    {
        var count = _glyphs.Count - first;
        if (count <= 0)
        {
            return;
        }

        work.Spend(100L + _invisible.Count + count);
        var replaced = ActualText.Spread(_glyphs.GetRange(first, count), text);
        _glyphs.RemoveRange(first, count);
        var invisible = _invisible.RemoveAll(i => i >= first) > 0;
        foreach (var glyph in replaced)
        {
            Add(glyph, invisible);
        }
    }

    /// <summary>成页：invisible text is kept only where it is the text layer of a scan.</summary>
    public PdfPage Finish(int number)
    {
        if (_invisible.Count > 0 && _pictures.Share < MostlyPicture)
        {
            var drop = new HashSet<int>(_invisible);
            var i = 0;
            _glyphs.RemoveAll(_ => drop.Contains(i++));
        }

        return new PdfPage(number, page.Width, page.Height, _glyphs.ToArray(), _rulings.ToArray(), _pictures.Share);
    }

    /// <summary>记一份工作：for what is looked at and need not be seen.</summary>
    public void Pay() => work.Spend(100);

    private void Pay(int count)
    {
        Pay();
        if (count >= work.Limits.PageMarks)
        {
            throw new PdfException(PdfProblem.TooLarge, "A page of the PDF shows more than is allowed.");
        }
    }
}
