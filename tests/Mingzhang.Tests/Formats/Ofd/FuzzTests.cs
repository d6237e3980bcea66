using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Formats.Ofd;

/// <summary>随意损坏的 OFD：damaged in its XML before it is packed, so that the damage arrives; nothing is thrown and nothing hangs.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "\"", ">", "<", "/>", "<ofd:PageBlock>", "</ofd:PageBlock>", "<ofd:TextObject Boundary=\"0 0 9 9\" Size=\"4\">", "<ofd:TextCode>字</ofd:TextCode>", "g 99999 1 ", "-1", "1e300", "NaN", "0", " CTM=\"0 1 -1 0 5 5\"", " CTM=\"0 0 0 0 0 0\"",
        " Boundary=\"-9e9 0 1e9 1\"", "M 0 0 ", "L 9 9 ", "B 1 1 2 2 ", "C ", "Q", "&#0;", "&amp;", "../", "/", "\ufffd", "\ue000", " Size=\"1e6\"", " Size=\"-4\"", " HScale=\"1e9\"", " DeltaY=\"g 2 g 2\"", " CharDirection=\"90\"",
    ];

    [Fact]
    public void Random_damage_never_throws() => Assert.Empty(Run(Fuzzing.Rounds));

    private static List<string> Run(int rounds)
    {
        var failures = new List<string>();
        for (var seed = 0; seed < rounds; seed++)
        {
            var bytes = Damaged(new Random(seed));
            var watch = Stopwatch.StartNew();
            try
            {
                var opened = Opening.Bytes("x", bytes);
                Assert.True(opened.Paper is null == opened.Problem is not null);
            }
            catch (Exception e)
            {
                failures.Add($"seed {seed}: {e}");
            }

            if (watch.Elapsed > TimeSpan.FromSeconds(10))
            {
                failures.Add($"seed {seed}: {watch.Elapsed}");
            }
        }

        return failures;
    }

    private static byte[] Damaged(Random random)
    {
        var objects = new StringBuilder();
        for (var i = 0; i < 12; i++)
        {
            objects.Append(System.Globalization.CultureInfo.InvariantCulture, $"<ofd:TextObject Boundary=\"{10 + (i % 3 * 40)} {10 + (i / 3 * 10)} 30 6\" Font=\"1\" Size=\"4\"><ofd:TextCode X=\"1\" Y=\"4\" DeltaX=\"g 3 4 2\">预算{i}.00</ofd:TextCode></ofd:TextObject>");
            objects.Append(System.Globalization.CultureInfo.InvariantCulture, $"<ofd:PathObject Boundary=\"10 {10 + (i / 3 * 10)} 120 1\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L 120 0 L 120 0.1 C</ofd:AbbreviatedData></ofd:PathObject>");
        }

        objects.Append("<ofd:ImageObject Boundary=\"0 0 20 20\"/><ofd:CompositeObject ResourceID=\"7\" Boundary=\"10 60 50 10\"/>");
        var ofd = new SmallOfd
        {
            Common = Spoilt("<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID=\"5\" BaseLoc=\"Tpl.xml\"/>", random, 3),
            Resources = Spoilt("<ofd:DrawParams><ofd:DrawParam ID=\"8\" Relative=\"8\" LineWidth=\"1\"/></ofd:DrawParams><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"7\"><ofd:Content><ofd:CompositeObject ResourceID=\"7\"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>", random, 2),
        };
        ofd.Page(Spoilt(objects.ToString(), random, 8), "<ofd:Template TemplateID=\"5\"/>", random.Next(5) == 0 ? "0 0 1e9 -1" : "0 0 200 100").Part("Doc_0/Tpl.xml", Spoilt(SmallOfd.Root("Page", "<ofd:Content><ofd:Layer/></ofd:Content>"), random, 1));
        var bytes = ofd.Build();
        for (var k = random.Next(4) == 0 ? random.Next(6) : 0; k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static string Spoilt(string xml, Random random, int most)
    {
        var text = new StringBuilder(xml);
        for (var k = random.Next(most + 1); k > 0; k--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at - 1, random.Next(1, 20)));
                    break;
                case 1:
                    // A number becomes another.
                    text[at] = char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : text[at];
                    break;
                default:
                    // Where a value begins, most often, so that the XML stays whole.
                    var quote = text.ToString().IndexOf("=\"", at, StringComparison.Ordinal);
                    text.Insert(quote >= 0 && random.Next(4) > 0 ? quote + 2 : at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
