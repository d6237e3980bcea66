using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Archives;
using static Mingzhang.Tests.Formats.Word.SmallWord;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>随意损坏的文档：in the bytes of the archive and in the XML inside; nothing is thrown, nothing hangs, every grid is whole.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>1</w:t>", "<w:tcPr><w:vMerge/></w:tcPr>", "<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>", "<w:tcPr><w:hMerge/></w:tcPr>",
        "<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:txbxContent>", "</w:txbxContent>", "<mc:AlternateContent>", "<w:br w:type=\"page\"/>", "<w:tab/>", "-1", "99999999999", "\"", "<", "&#0;", "&x;", "]]>", "<!--", "\ud7ff", "w:val=\"",
    ];

    [Fact]
    public void Random_damage_never_throws_and_grids_stay_whole()
    {
        var sources = new List<byte[]> { Source() };
        for (var i = 0; i < Fuzzing.Rounds; i++)
        {
            var random = new Random(5000 + i);
            var bytes = random.Next(3) == 0 ? Bytes(sources[0], random) : Parts(sources[0], random);
            var watch = Stopwatch.StartNew();
            try
            {
                var opened = Opening.Bytes("x", bytes);
                Assert.True(opened.Paper is null == opened.Problem is not null);
                if (opened.Paper is { Format: "docx" } paper)
                {
                    Whole(paper);
                    Reader.Read(paper, Documents.Library);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {5000 + i}: {e}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"seed {5000 + i}: {watch.Elapsed}");
        }
    }

    internal static void Whole(PaperDocument paper)
    {
        var line = 0;
        foreach (var block in paper.Blocks)
        {
            if (block is TextLine text)
            {
                Assert.Equal(++line, text.Line);
                Assert.False(string.IsNullOrWhiteSpace(text.Text));
                continue;
            }

            var grid = (Grid)block;
            for (var r = 0; r < grid.Rows.Count; r++)
            {
                Assert.Equal(++line, grid.Rows[r].Line);
                Assert.Equal(grid.Width, grid.Rows[r].Cells.Count);
                for (var c = 0; c < grid.Width; c++)
                {
                    var cell = grid.Rows[r].Cells[c];
                    Assert.True(r + cell.Rows <= grid.Rows.Count && c + cell.Columns <= grid.Width);
                    if (cell.CoveredFrom is (var up, var left))
                    {
                        var from = grid.Rows[r - up].Cells[c - left];
                        Assert.True(from.CoveredFrom is null && from.Rows > up && from.Columns > left && cell.Text.Length == 0);
                    }
                }
            }
        }
    }

    // A small document with a little of everything.
    private static byte[] Source()
    {
        const string Box = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>";
        const string Field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var body = P("云溪市档案局2026年部门预算", "<w:jc w:val=\"center\"/>") + P("部门收支总体情况", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") + "<w:p>" + R("2026年预算收入") + R("1,283.20", "<w:b/>") + Field + "<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>" + R("万元。") + "</w:ins>" + Box
            + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>" + P("收入支出总表") + P("单位：万元", "<w:jc w:val=\"right\"/>")
            + "<w:tbl><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"50\"/><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr>" + C("项目", "<w:vMerge w:val=\"restart\"/>") + C("预算数", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + C("", "<w:vMerge/>") + C("收入") + C("支出") + "</w:tr><w:tr>" + C("合计") + C("1.00") + C("1.00") + "</w:tr></w:tbl>"
            + Table("科目|金额", "教育|1.00") + "<w:sectPr/>";
        return Zip(body, ("word/footnotes.xml", Part("footnotes", "<w:footnote w:id=\"1\">" + P("注") + "</w:footnote>")), ("word/styles.xml", Part("styles", "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>")),
            ("word/numbering.xml", Part("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")),
            ("word/header1.xml", Part("hdr", P("页眉"))));
    }

    private static byte[] Bytes(byte[] source, Random random)
    {
        var bytes = (byte[])source.Clone();
        for (var k = random.Next(1, 12); k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(8) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    private static byte[] Parts(byte[] source, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(source));
        var damaged = random.Next(2) == 0 ? "word/document.xml" : zip.Entries[random.Next(zip.Entries.Count)].FullName;
        return Zips.Of([.. zip.Entries.Select(e =>
        {
            using var copy = new MemoryStream();
            using (var part = e.Open())
            {
                part.CopyTo(copy);
            }

            return (e.FullName, e.FullName == damaged ? Damaged(copy.ToArray(), random) : copy.ToArray());
        })]);
    }

    // Whole elements are moved and doubled as often as characters are spoilt, so that much of it remains XML.
    private static byte[] Damaged(byte[] part, Random random)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(part));
        for (var k = random.Next(1, 8); k > 0; k--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(8))
            {
                case 0:
                    text[at] = (char)random.Next(1, 0xd7ff);
                    break;
                case 1:
                    text.Remove(at, Math.Min(text.Length - at - 1, random.Next(1, 100)));
                    break;
                case 2 or 3 or 4:
                    var (from, to) = Element(text.ToString(), random);
                    var piece = text.ToString(from, to - from);
                    text.Remove(from, random.Next(2) * (to - from));
                    text.Insert(Element(text.ToString(), random).From, piece);
                    break;
                case 5:
                    (from, to) = Element(text.ToString(), random);
                    text.Remove(from, to - from);
                    break;
                default:
                    text.Insert(Element(text.ToString(), random).From, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // An element from its beginning to the first end of one of its name.
    private static (int From, int To) Element(string text, Random random)
    {
        var from = text.IndexOf("<w:", random.Next(text.Length), StringComparison.Ordinal);
        if (from < 0)
        {
            return (text.Length, text.Length);
        }

        var end = text.AsSpan(from).IndexOfAny(' ', '>', '/');
        var close = end < 0 ? -1 : text.IndexOf($"</{text.AsSpan(from + 1, end - 1)}>", from, StringComparison.Ordinal);
        return close < 0 ? (from, from) : (from, text.IndexOf('>', close) + 1);
    }
}
