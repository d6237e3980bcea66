using System.Globalization;

namespace Mingzhang.Tests.Pdf;

/// <summary>线条：on a page of 200 × 100 points; written as "x1,y1-x2,y2 thickness".</summary>
public class RulingTests
{
    [Theory]
    [InlineData("2 w 10 20 m 90 20 l S", "10,80-90,80 2")]
    [InlineData("10 20 m 10 90 l 60 90 l S", "10,10-10,80 1|10,10-60,10 1")]
    [InlineData("10 20 m 10 90 l 60 90 l s", "10,10-10,80 1|10,10-60,10 1")]
    [InlineData("10 20 40 30 re S", "10,80-50,80 1|50,50-50,80 1|10,50-50,50 1|10,50-10,80 1")]
    [InlineData("10 20 40 0.5 re f", "10,79.75-50,79.75 0.5")]
    [InlineData("10 20 -2 40 re f*", "9,40-9,80 2")]
    [InlineData("10 20 m 50 20 l 50 21 l 10 21 l h f", "10,79.5-50,79.5 1")]
    [InlineData("10 20 40 30 re f", "")]
    [InlineData("10 20 40 4 re B", "10,80-50,80 1|50,76-50,80 1|10,76-50,76 1|10,76-10,80 1")]
    [InlineData("q 2 0 0 2 0 0 cm 5 10 m 45 10 l S Q", "10,80-90,80 2")]
    [InlineData("[3 2] 0 d 10 20 m 90 20 l S", "10,80-90,80 1")]
    [InlineData("10 20 m 90 20.4 l S", "10,79.8-90,79.8 1")]
    public void Lines_and_thin_rectangles(string content, string lines) => Check(lines, content);

    [Theory]
    [InlineData("10 20 m 90 60 l S")]
    [InlineData("10 20 m 20 30 30 40 90 20 c S")]
    [InlineData("10 20 m 90 20 l n")]
    [InlineData("1 G 10 20 m 90 20 l S")]
    [InlineData("1 1 1 RG 10 20 m 90 20 l S")]
    [InlineData("0 0 0 0 k 10 20 40 1 re f")]
    [InlineData("/DeviceRGB cs 1 1 1 sc 10 20 40 1 re f")]
    [InlineData("/C cs 1 1 1 scn 10 20 40 1 re f")]
    [InlineData("/S cs 0 scn 10 20 40 1 re f")]
    [InlineData("/E gs 10 20 40 1 re f")]
    [InlineData("10 120 m 90 120 l S")]
    public void What_is_no_visible_line(string content) => Check("", content);

    [Theory]
    [InlineData("0.5 G 10 20 m 90 20 l S")]
    [InlineData("1 0 0 RG 10 20 m 90 20 l S")]
    [InlineData("0 0 0 1 K 10 20 m 90 20 l S")]
    [InlineData("1 g 10 20 m 90 20 l S")]
    [InlineData("q 1 G Q 10 20 m 90 20 l S")]
    [InlineData("/P CS /P1 SCN 10 20 m 90 20 l S")]
    public void Coloured_lines_count(string content) => Check("10,80-90,80 1", content);

    [Fact]
    public void Lines_are_cut_to_the_clip() =>
        Check("30,80-60,80 1|60,50-60,90 1", "q 30 10 30 40 re W n 10 20 m 90 20 l S 60 0 m 60 100 l S 10 60 m 90 60 l S Q");

    private static void Check(string expected, string content)
    {
        var page = SmallPdf.OfPage(content, "/ColorSpace << /C [/ICCBased 6 0 R] /S [/Separation /Spot /DeviceCMYK 7 0 R] >> /ExtGState << /E << /ca 0 >> >>").Stream("/N 3", "").Read();
        static string Number(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(expected, string.Join('|', page.Rulings.Select(r => $"{Number(r.X1)},{Number(r.Y1)}-{Number(r.X2)},{Number(r.Y2)} {Number(r.Thickness)}")));
    }
}
