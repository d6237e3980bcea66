using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using V = DocumentFormat.OpenXml.Vml;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>草稿水印：stands behind every page while words are still missing, and says so in the header.</summary>
internal static class WordWatermark
{
    public static void Add(HeaderPart part)
    {
        var shape = new V.Shape(new V.Fill { Opacity = ".35" }, new V.TextPath { Style = "font-family:\"SimHei\";font-size:1pt", String = "草稿", On = true, FitShape = true })
        {
            Id = "draft",
            Style = "position:absolute;margin-left:0;margin-top:0;width:360pt;height:180pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
            CoordinateSize = "21600,21600",
            FillColor = "#d9a5a2",
            Stroked = false,
            EdgePath = "m@7,l@8,m@5,21600l@6,21600e",
        };
        part.Header = new Header(WordText.Paragraph("Header",
            new DocumentFormat.OpenXml.Wordprocessing.Run(new RunProperties(new NoProof()), new Picture(shape)),
            new DocumentFormat.OpenXml.Wordprocessing.Run(new RunProperties(new Color { Val = "8C1D18" }), new Text("草稿：尚有待填之处，不得公布"))));
    }
}
