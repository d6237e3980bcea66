using System.Numerics;
using System.Xml.Linq;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>绘页：follows the layers, blocks and objects of a page. An object's own coordinates are turned by its CTM and then stand at the corner of its boundary.</summary>
internal sealed class OfdPainter(DrawnPage page, OfdResources resources, OfdPackage package, int number)
{
    private const int Deepest = 16;
    private const double UsualLine = 0.353;
    private readonly OfdText _text = new(page, resources, package, number);

    /// <summary>画内容：its layers; the order in which they cover each other does not matter for what is read.</summary>
    public void Draw(XElement? content, Matrix3x2 toPage)
    {
        foreach (var layer in content?.Elements() ?? [])
        {
            Block(layer, toPage, layer.Text("DrawParam"), 0);
        }
    }

    private void Block(XElement block, Matrix3x2 toPage, string? parameter, int depth)
    {
        if (depth > Deepest)
        {
            throw new ArchiveException(ArchiveProblem.TooDeep);
        }

        foreach (var item in block.Elements())
        {
            page.Pay();
            if (item.Flag("Visible") == false)
            {
                continue;
            }

            switch (item.Name.LocalName)
            {
                case "TextObject":
                    _text.Draw(item, Placed(item, toPage));
                    break;
                case "PathObject":
                    Path(item, Placed(item, toPage), item.Text("DrawParam") ?? parameter);
                    break;
                case "ImageObject":
                    Picture(item, toPage);
                    break;
                case "PageBlock":
                    Block(item, toPage, parameter, depth + 1);
                    break;
                case "CompositeObject" when resources.Unit(item.Text("ResourceID"))?.First("Content") is { } unit:
                    Block(unit, Placed(item, toPage), item.Text("DrawParam") ?? parameter, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private void Path(XElement item, Matrix3x2 toPage, string? parameter)
    {
        var styles = resources.Parameters(parameter).Prepend(item).ToList();
        var stroke = item.Flag("Stroke") ?? true;
        var fill = item.Flag("Fill") ?? false;
        stroke &= Visible(item, styles, "StrokeColor");
        fill &= Visible(item, styles, "FillColor");
        if ((!stroke && !fill) || item.First("AbbreviatedData")?.Value is not { } data)
        {
            return;
        }

        var width = styles.Select(s => s.Number("LineWidth")).FirstOrDefault(w => w is not null) ?? UsualLine;
        OfdPath.Trace(data, toPage, page);
        page.Paint(stroke ? width * Math.Sqrt(Math.Abs(toPage.GetDeterminant())) : null, fill);
    }

    // White lines are drawn over others to hide them, and cannot be seen on paper.
    private static bool Visible(XElement item, List<XElement> styles, string colour)
    {
        const double Bright = 251, Faint = 4;
        if (item.Number("Alpha") == 0)
        {
            return false;
        }

        var given = styles.Select(s => s.First(colour)).FirstOrDefault(c => c is not null);
        return given is null || (given.Number("Alpha") != 0 && OfdElements.Numbers(given.Text("Value")) switch
        {
            { Length: 1 or 3 } light => !Array.TrueForAll(light, v => v >= Bright),
            { Length: 4 } inks => !Array.TrueForAll(inks, v => v <= Faint),
            _ => true,
        });
    }

    private void Picture(XElement item, Matrix3x2 toPage)
    {
        if (OfdElements.Numbers(item.Text("Boundary")) is [var x, var y, var width, var height])
        {
            var (a, b) = (Vector2.Transform(new Vector2((float)x, (float)y), toPage), Vector2.Transform(new Vector2((float)(x + width), (float)(y + height)), toPage));
            page.Picture(new Area(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)));
        }
    }

    private static Matrix3x2 Placed(XElement item, Matrix3x2 toPage)
    {
        var boundary = OfdElements.Numbers(item.Text("Boundary"));
        var at = boundary.Length >= 2 ? Matrix3x2.CreateTranslation((float)boundary[0], (float)boundary[1]) : Matrix3x2.Identity;
        return OfdElements.Numbers(item.Text("CTM")) is [var a, var b, var c, var d, var e, var f]
            ? new Matrix3x2((float)a, (float)b, (float)c, (float)d, (float)e, (float)f) * at * toPage : at * toPage;
    }
}
