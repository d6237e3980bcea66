using System.Xml.Linq;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>各页：all pages of all documents of an OFD in order, each drawn with its template when it is asked for.</summary>
internal sealed class OfdPages(OfdPackage package, Drawing drawing)
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const int MostPages = 20_000;
    private const double A4Width = 210, A4Height = 297;

    // Nothing printed is smaller than a stamp or larger than a newspaper spread.
    private const double LeastSide = 10, MostSide = 5000;

    private int _number;

    /// <summary>逐页读。</summary>
    /// <exception cref="PdfException">Beyond the limits.</exception>
    public IEnumerable<PdfPage> Read()
    {
        foreach (var body in package.Read(OfdFormat.Entrance, null)?.Named("DocBody") ?? [])
        {
            if (body.First("DocRoot")?.Value.Trim() is { Length: > 0 } root)
            {
                foreach (var page in Document(OfdPackage.Resolve(OfdFormat.Entrance, root)))
                {
                    yield return page;
                }
            }
        }
    }

    private IEnumerable<PdfPage> Document(string location)
    {
        if (package.Read(location, null) is not { } document)
        {
            yield break;
        }

        var common = document.First("CommonData");
        var resources = new OfdResources(package);
        foreach (var named in common?.Elements().Where(e => e.Name.LocalName is "PublicRes" or "DocumentRes") ?? [])
        {
            resources.Add(OfdPackage.Resolve(location, named.Value.Trim()));
        }

        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var template in common?.Named("TemplatePage") ?? [])
        {
            if (template.Text("ID") is { } id && template.Text("BaseLoc") is { } at)
            {
                templates.TryAdd(id, OfdPackage.Resolve(location, at));
            }
        }

        foreach (var named in document.First("Pages")?.Named("Page") ?? [])
        {
            if (++_number > MostPages)
            {
                throw new ArchiveException(ArchiveProblem.TooLarge);
            }

            yield return Page(OfdPackage.Resolve(location, named.Text("BaseLoc") ?? ""), common?.First("PageArea"), resources, templates);
        }
    }

    private PdfPage Page(string location, XElement? usual, OfdResources resources, Dictionary<string, string> templates)
    {
        var page = package.Read(location, _number);
        var area = Area(page?.First("Area")) ?? Area(usual) ?? [0, 0, A4Width, A4Height];
        var drawn = drawing.Page(area[2] * PointsPerMillimetre, area[3] * PointsPerMillimetre);
        if (page is not null)
        {
            foreach (var named in page.Named("PageRes"))
            {
                resources.Add(OfdPackage.Resolve(location, named.Value.Trim()));
            }

            var painter = new OfdPainter(drawn, resources, package, _number);
            var toPage = System.Numerics.Matrix3x2.CreateTranslation((float)-area[0], (float)-area[1]) * System.Numerics.Matrix3x2.CreateScale((float)PointsPerMillimetre);
            foreach (var template in page.Named("Template"))
            {
                if (template.Text("TemplateID") is { } id && templates.TryGetValue(id, out var at) && package.Read(at, _number) is { } below)
                {
                    painter.Draw(below.First("Content"), toPage);
                }
            }

            painter.Draw(page.First("Content"), toPage);
        }

        return drawn.Finish(_number);
    }

    private static double[]? Area(XElement? area)
    {
        foreach (var name in (string[])["PhysicalBox", "ApplicationBox"])
        {
            if (OfdElements.Numbers(area?.First(name)?.Value) is [_, _, >= LeastSide and <= MostSide, >= LeastSide and <= MostSide] box)
            {
                return box;
            }
        }

        return null;
    }
}
