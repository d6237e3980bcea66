using Mingzhang.Pdf.Writing.Structure;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>页面：one page being drawn; places are in points from its top left corner.</summary>
internal sealed class PageCanvas(int index, double width, double height, bool numbered, string? header, PdfMargins margins)
{
    private readonly List<Tag> _tags = [];
    private readonly List<PageLink> _links = [];

    public int Index => index;

    public double Width => width;

    public double Height => height;

    public bool Numbered => numbered;

    public string? Header => header;

    public PdfMargins Margins => margins;

    public ByteText Content { get; } = new();

    /// <summary>垫底的内容：drawn before all else, so that a watermark hides no figure.</summary>
    public ByteText Under { get; } = new();

    /// <summary>标记内容的元素：by their number on the page.</summary>
    public IReadOnlyList<Tag> Tags => _tags;

    public IReadOnlyList<PageLink> Links => _links;

    /// <summary>开始一段有结构的内容。</summary>
    public void Begin(Tag tag)
    {
        tag.Mark(index, _tags.Count);
        Content.Add("/"u8).Add(tag.Type).Add("<</MCID "u8).Add(_tags.Count).Add(">>BDC\n"u8);
        _tags.Add(tag);
    }

    /// <summary>开始一段装饰：what a screen reader leaves out.</summary>
    public void BeginArtifact(bool ofPage = false) => Content.Add(ofPage ? "/Artifact<</Type/Pagination>>BDC\n"u8 : "/Artifact BMC\n"u8);

    public void End() => Content.Add("EMC\n"u8);

    public void Link(double left, double top, double right, double bottom, int heading, Tag tag) => _links.Add(new PageLink(left, height - bottom, right, height - top, heading, tag));

    /// <summary>方框。</summary>
    public void Box(double left, double top, double right, double bottom) =>
        Content.Number(left).Number(height - bottom).Number(right - left).Number(bottom - top).Add("re\n"u8);

    public void Stroke(double thickness) => Content.Number(thickness).Add("w S\n"u8);

    /// <summary>画一行字。</summary>
    public void Text(TextLine line, double left, double baseline, double size, bool bold = false, double stretch = 0)
    {
        if (line.To == line.From)
        {
            return;
        }

        Content.Add("BT "u8);
        if (bold)
        {
            Content.Add("2 Tr "u8).Number(size / 40).Add("w "u8);
        }

        Content.Number(left).Number(height - baseline).Add("Td"u8);
        Runs(Content, line, size, stretch);
        Content.Add(bold ? " 0 Tr ET\n"u8 : " ET\n"u8);
    }

    /// <summary>旋转的水印：pale, and behind the text.</summary>
    public void Slanted(TextLine line, double size)
    {
        const double turn = 0.70710678;
        var (x, y) = ((width / 2) - (line.Width * size * turn / 2) + (size * turn / 3), (height / 2) - (line.Width * size * turn / 2) - (size * turn / 3));
        Under.Add("/Artifact<</Type/Pagination/Subtype/Watermark>>BDC q 0.88 g BT 0.7071 0.7071 -0.7071 0.7071 "u8).Number(x).Number(y).Add("Tm"u8);
        Runs(Under, line, size, 0);
        Under.Add(" ET Q EMC\n"u8);
    }

    private static void Runs(ByteText content, TextLine line, double size, double stretch)
    {
        UsedFont? font = null;
        for (var i = line.From; i < line.To; i++)
        {
            var glyph = line.Glyphs[i];
            if (glyph.Font != font)
            {
                content.Add(font is null ? "/F"u8 : ">]TJ/F"u8).Add(glyph.Font.Index).Add(" "u8).Number(size).Add("Tf[<"u8);
                font = glyph.Font;
            }

            content.Hex(glyph.Code);
            if (stretch > 0 && i + 1 < line.To && LineBreaker.MayStretch(line.Glyphs, i + 1))
            {
                content.Add(">"u8).Number(-stretch * 1000 / size).Add("<"u8);
            }
        }

        content.Add(">]TJ"u8);
    }
}

/// <summary>链接：a rectangle in the page's own space, and the heading that it leads to.</summary>
internal sealed record PageLink(double Left, double Bottom, double Right, double Top, int Heading, Tag Tag);
