using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using V = DocumentFormat.OpenXml.Vml;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>草稿水印：stands behind every page while words are still missing, and says so in the header.</summary>
internal static class WordWatermark
{
    public static void Add(HeaderPart part)
    {
        var type = new V.Shapetype(new V.Path { AllowTextPath = true, ConnectionPointType = DocumentFormat.OpenXml.Vml.Office.ConnectValues.Custom }, new V.TextPath { On = true, FitShape = true })
        {
            Id = "_x0000_t136",
            CoordinateSize = "21600,21600",
            OptionalNumber = 136,
            Adjustment = "10800",
            EdgePath = "m@7,l@8,m@5,21600l@6,21600e",
        };
        type.InsertAt(
            new V.Formulas(new[] { "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600" }.Select(f => new V.Formula { Equation = f })), 0);
        var shape = new V.Shape(new V.Fill { Opacity = ".35" }, new V.TextPath { Style = "font-family:\"SimHei\";font-size:1pt", String = "草稿", On = true, FitShape = true })
        {
            Id = "draft",
            Style = "position:absolute;margin-left:0;margin-top:0;width:360pt;height:180pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
            FillColor = "#d9a5a2",
            Stroked = false,
            Type = "#_x0000_t136",
        };
        part.Header = new Header(WordText.Paragraph("Header",
            new DocumentFormat.OpenXml.Wordprocessing.Run(new RunProperties(new NoProof()), new Picture(type, shape)),
            new DocumentFormat.OpenXml.Wordprocessing.Run(new RunProperties(new Color { Val = "8C1D18" }), new Text("草稿：尚有待填之处，不得公布"))));
    }
}
