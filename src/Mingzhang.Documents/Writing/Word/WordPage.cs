using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>页面：A4 with the margins of official documents, upright or across; lengths in twentieths of a point.</summary>
internal sealed record WordPage(uint Width, uint Height, int Top, int Bottom, uint Left, uint Right, bool Across)
{
    /// <summary>竖排: 上 37 mm, 下 35 mm, 左 28 mm, 右 26 mm.</summary>
    public static WordPage Portrait { get; } = new(11906, 16838, 2098, 1984, 1587, 1474, false);

    /// <summary>横排。</summary>
    public static WordPage Landscape { get; } = new(16838, 11906, 1587, 1474, 1134, 1134, true);

    /// <summary>版心宽度。</summary>
    public int Text => (int)(Width - Left - Right);

    /// <summary>分节: the page of everything since the section before.</summary>
    public SectionProperties Section(string footer, string? header)
    {
        var section = new SectionProperties();
        if (header is not null)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = header });
        }

        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = footer }, new SectionType { Val = SectionMarkValues.NextPage });
        var size = new PageSize { Width = Width, Height = Height };
        if (Across)
        {
            size.Orient = PageOrientationValues.Landscape;
        }

        section.Append(size, new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 851, Footer = 1134, Gutter = 0 });
        return section;
    }
}
