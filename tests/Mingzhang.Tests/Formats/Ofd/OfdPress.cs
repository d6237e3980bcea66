using System.Globalization;
using System.Net;
using System.Text;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Formats.Ofd;

/// <summary>OFD 印刷机：the glyphs and lines of a PDF written as text and path objects of an OFD, with offsets, repeats and boundaries as its producers write them.</summary>
internal static class OfdPress
{
    private const double Millimetre = 25.4 / 72;

    public static byte[] Of(byte[] pdf)
    {
        var ofd = new SmallOfd();
        foreach (var page in PdfDocument.Open(pdf).ReadPages())
        {
            var objects = new StringBuilder();
            Texts(page, objects);
            foreach (var line in page.Rulings)
            {
                var width = Math.Max(line.Thickness, 0.1);
                objects.Append(CultureInfo.InvariantCulture, $"<ofd:PathObject Boundary=\"{Mm(line.X1)} {Mm(line.Y1)} {Mm(line.X2 - line.X1 + width)} {Mm(line.Y2 - line.Y1 + width)}\" LineWidth=\"{Mm(width)}\"><ofd:AbbreviatedData>M 0 0 L {Mm(line.X2 - line.X1)} {Mm(line.Y2 - line.Y1)}</ofd:AbbreviatedData></ofd:PathObject>");
            }

            ofd.Page(objects.ToString(), area: $"0 0 {Mm(page.Width)} {Mm(page.Height)}");
        }

        return ofd.Build();
    }

    private static void Texts(PdfPage page, StringBuilder objects)
    {
        for (int from = 0, to; from < page.Glyphs.Count; from = to)
        {
            var first = page.Glyphs[from];
            for (to = from + 1; to < page.Glyphs.Count && page.Glyphs[to] is var next && next.Baseline == first.Baseline && next.Size == first.Size && next.Font == first.Font && next.Left > page.Glyphs[to - 1].Left;)
            {
                to++;
            }

            // A ligature is one mark with several characters.
            var run = page.Glyphs.Skip(from).Take(to - from).Where(g => g.Text.Length == 1).ToList();
            if (run.Count == 0)
            {
                continue;
            }

            var deltas = Deltas([.. run.Zip(run.Skip(1), (a, b) => Mm(b.Left - a.Left))]);
            objects.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject Boundary=\"{Mm(run[0].Left)} {Mm(first.Top)} {Mm(run[^1].Right - run[0].Left)} {Mm(first.Size)}\" Font=\"{(first.Font.Bold ? 2 : 1)}\" Size=\"{Mm(first.Size)}\"><ofd:TextCode X=\"0\" Y=\"{Mm(first.Baseline - first.Top)}\"{(deltas.Length > 0 ? $" DeltaX=\"{deltas}\"" : "")}>{WebUtility.HtmlEncode(string.Concat(run.Select(g => g.Text)))}</ofd:TextCode></ofd:TextObject>");
        }
    }

    private static string Deltas(IReadOnlyList<string> values)
    {
        var words = new List<string>();
        for (int from = 0, to; from < values.Count; from = to)
        {
            for (to = from + 1; to < values.Count && values[to] == values[from];)
            {
                to++;
            }

            words.Add(to - from > 1 ? $"g {to - from} {values[from]}" : values[from]);
        }

        return string.Join(' ', words);
    }

    private static string Mm(double points) => (points * Millimetre).ToString("0.###", CultureInfo.InvariantCulture);
}
