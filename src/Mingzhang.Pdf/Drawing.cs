using Mingzhang.Pdf.Content;
using Mingzhang.Pdf.Layout;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf;

/// <summary>绘制：pages of another format than PDF, drawn mark by mark, to be laid out like those of a PDF. One for a document: the work of all its pages is bounded together.</summary>
/// <param name="fileBytes">Size of the file.</param>
/// <param name="limits">Limits.</param>
public sealed class Drawing(int fileBytes, PdfLimits? limits = null)
{
    private readonly Work _work = new(limits ?? PdfLimits.Standard, fileBytes);

    /// <summary>新的一页, empty; sizes in points.</summary>
    public DrawnPage Page(double width, double height) => new(width, height, _work);
}

/// <summary>绘制中的页：coordinates are points from its top left corner. What lies off the page is left out.</summary>
public sealed class DrawnPage
{
    // An object is an element with its attributes, a small text to be taken apart.
    private const int ObjectWork = 2000;

    private readonly Box _page;
    private readonly Work _work;
    private readonly PageMarks _marks;
    private readonly PathBuilder _path = new();

    internal DrawnPage(double width, double height, Work work)
    {
        _page = new Box(0, 0, width, height);
        _work = work;
        _marks = new PageMarks(_page, work);
    }

    /// <summary>字形; an invisible one is kept only where it is the text layer of a scan.</summary>
    /// <exception cref="PdfException">Beyond the limits, as of all that is drawn.</exception>
    public void Glyph(in PdfGlyph glyph, bool invisible)
    {
        if (_page.Contains((glyph.Left + glyph.Right) / 2, (glyph.Top + glyph.Bottom) / 2))
        {
            _marks.Add(glyph, invisible);
        }
    }

    /// <summary>图像所占之处。</summary>
    public void Picture(Area area) => _marks.AddPicture(new Box(area.Left, area.Top, area.Right, area.Bottom).Cut(_page));

    /// <summary>路径：从此处起。</summary>
    public void Move(double x, double y)
    {
        _marks.Pay();
        _path.Move(new Spot(x, y));
    }

    /// <summary>路径：直线到此处。</summary>
    public void Line(double x, double y)
    {
        _marks.Pay();
        _path.Line(new Spot(x, y));
    }

    /// <summary>路径：曲线到此处。</summary>
    public void Curve(double x, double y)
    {
        _marks.Pay();
        _path.Curve(new Spot(x, y));
    }

    /// <summary>路径：闭合。</summary>
    public void Close() => _path.Close();

    /// <summary>画出路径：its lines, thin filled rectangles among them, become rulings; the path is then empty.</summary>
    /// <param name="stroke">Thickness of its lines; null where they are not drawn.</param>
    /// <param name="fill">Whether it is filled.</param>
    public void Paint(double? stroke, bool fill)
    {
        _path.Finish();
        if (!_path.IsEmpty)
        {
            if (fill)
            {
                Rulings.Fill(_path, _page, _marks);
            }

            if (stroke is { } width)
            {
                Rulings.Stroke(_path, _page, width, _marks);
            }
        }

        _path.Clear();
    }

    /// <summary>记工作：for an object that is followed, whether or not it shows anything.</summary>
    public void Pay() => _work.Spend(ObjectWork);

    /// <summary>成页。</summary>
    public PdfPage Finish(int number) => _marks.Finish(number);
}
