using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Tests.Formats.Archives;
using static Mingzhang.Tests.Formats.Word.SmallWord;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>恶意文档：bounded in time and memory, told in words; nothing outside the file is ever asked for.</summary>
public class HostileTests
{
    // Ten seconds on a machine of its own; tests share theirs.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public void Both_editions_of_the_standard_are_read() => Assert.Equal("甲\n1|2\n3|4", Show(PaperOf(Zip(Strict, P("甲") + Table("1|2", "3|4")))));

    [Theory]
    [InlineData("<!DOCTYPE w:document [<!ENTITY a \"预算\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")]
    [InlineData("<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    public void Entities_and_document_types_are_refused(string type)
    {
        var xml = type + "<w:document xmlns:w=\"" + Transitional + "\"><w:body>" + P("甲") + "</w:body></w:document>";
        var opened = Opening.Bytes("a.docx", Zips.Of(Zips.Text("word/document.xml", xml)));
        Assert.Null(opened.Paper);
        Assert.Contains("已损坏", opened.Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_embedded_files_and_links_outside_are_told_and_never_opened()
    {
        const string Kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var paper = PaperOf("<w:p>" + R("正文") + "<w:r><w:object><v:shape><v:imagedata r:id=\"i\"/></v:shape><o:OLEObject r:id=\"o\"/></w:object></w:r></w:p><w:altChunk r:id=\"c\"/>",
            ("word/_rels/document.xml.rels", Related($"<Relationship Id=\"l\" Type=\"{Kind}image\" Target=\"file://host/x.png\" TargetMode=\"External\"/><Relationship Id=\"h\" Type=\"{Kind}hyperlink\" Target=\"http://127.0.0.1:9/\" TargetMode=\"External\"/>")),
            ("word/vbaProject.bin", "x"), ("word/embeddings/oleObject1.bin", "x"));
        Assert.Equal("正文", Show(paper));
        Assert.Equal("unopened macros embedded linked chunks;pictures 1", Faults(paper));
        var report = Mingzhang.Rules.Inspector.Check(Reader.Read(paper, Documents.Library), Documents.Library);
        Assert.Contains("宏、嵌入的文件", Assert.Single(report.Findings, f => f.Rule == "MZ705").Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_archive_finds_nothing() => Assert.Equal("正文", Show(PaperOf(P("正文"), ("word/_rels/document.xml.rels", Related("<Relationship Id=\"s\" Type=\"x/styles\" Target=\"../../../../etc/passwd\"/>")))));

    [Fact]
    public void A_document_with_a_password_says_so_and_what_to_do()
    {
        var opened = Opening.Bytes("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]);
        Assert.Contains("口令", opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("另存", opened.Remedy!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_file_says_nothing()
    {
        Assert.Equal("html", Opening.Bytes("a.docx", Encoding.UTF8.GetBytes("<html><body><p>某局2025年预算收入1.00万元</p></body></html>")).Paper!.Format);
        Assert.Equal("text", Opening.Bytes("a.docx", Encoding.UTF8.GetBytes("某局2025年预算收入1.00万元")).Paper!.Format);
        Assert.Equal("docx", Opening.Bytes("a.pdf", Zip(P("正文"))).Paper!.Format);
    }

    [Fact]
    public void Archives_that_are_no_document_or_are_damaged_say_so()
    {
        Assert.NotNull(Opening.Bytes("a", Zips.Of(Zips.Text("word/other.xml", "<x/>"))).Problem);
        Assert.NotNull(Opening.Bytes("a", Zips.Of(Zips.Text("word/document.xml", "<w:document xmlns:w=\"x\"/>"))).Problem);
        Assert.NotNull(Opening.Bytes("a", Zips.Of(Zips.Text("word/document.xml", "<w:document"))).Problem);
        var sound = Zip(P("正文"));
        Assert.NotNull(Opening.Bytes("a", sound[..(sound.Length / 2)]).Problem);
        var spoilt = (byte[])sound.Clone();
        Array.Fill(spoilt, (byte)0xff, spoilt.Length - 60, 30);
        Assert.NotNull(Opening.Bytes("a", spoilt).Problem);
    }

    [Fact]
    public void A_document_without_words_is_no_clean_one()
    {
        Assert.Contains("没有文字", Opening.Bytes("a", Zip("<w:p/><w:sectPr/>")).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("只有图片", Opening.Bytes("a", Zip("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_are_refused_before_they_burst()
    {
        Assert.Contains("超过上限", Timed(Zip(P(new string(' ', 140_000_000)))).Problem!.Chinese, StringComparison.Ordinal);
        var styles = Zip(P("正文"), ("word/styles.xml", Part("styles", new string(' ', 140_000_000))));
        Assert.Contains("超过上限", Timed(styles).Problem!.Chinese, StringComparison.Ordinal);
        Assert.NotNull(Timed(Zips.Edited(Zip(P("正文")), 24, 5, 4)).Problem);
        Assert.NotNull(Timed(Zips.Edited(Zip(P("正文")), 42, 0, 4)).Problem);
    }

    [Fact]
    public void A_part_nested_deeper_than_anybody_writes_is_refused()
    {
        var opened = Timed(Zip(Many("<w:sdt><w:sdtContent>", 50_000) + P("底") + Many("</w:sdtContent></w:sdt>", 50_000)));
        Assert.Contains("嵌套过深", opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("嵌套过深", Timed(Zip(Many("<w:tbl><w:tr><w:tc>", 30_000) + P("底") + Many("</w:tc></w:tr></w:tbl>", 30_000))).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("styles", "<w:style w:styleId=\"s{0}\"><w:basedOn w:val=\"s{1}\"/></w:style>")]
    [InlineData("numbering", "<w:abstractNum w:abstractNumId=\"{0}\"><w:numStyleLink w:val=\"s{1}\"/><w:styleLink w:val=\"s{0}\"/></w:abstractNum><w:num w:numId=\"{0}\"><w:abstractNumId w:val=\"{0}\"/></w:num>")]
    public void Definitions_that_go_round_end(string root, string piece)
    {
        var xml = Part(root, string.Concat(Enumerable.Range(0, 30_000).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", $"{(i + 1) % 30_000}", StringComparison.Ordinal))));
        var opened = Timed(Zip(P("正文", "<w:pStyle w:val=\"s1\"/><w:numPr><w:numId w:val=\"2\"/></w:numPr>"), ("word/" + root + ".xml", xml)));
        Assert.Contains("正文", Show(opened.Paper!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_empty_rows_are_read_in_bounded_time()
    {
        var opened = Timed(Zip(P("某局2025年预算收入1.00万元") + "<w:tbl>" + Row("科目|金额") + Many("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", 1_000_000) + Row("教育|1.00") + "</w:tbl>" + P("底")));
        Assert.NotNull(opened.Paper);
        Assert.Contains("too-long", Faults(opened.Paper), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        Reader.Read(opened.Paper, Documents.Library);
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_table_of_all_the_columns_there_are_is_not_kept_and_that_is_told()
    {
        var paper = Timed(Zip(P("首") + "<w:tbl>" + Many(Row(string.Join('|', Enumerable.Repeat("1", 16_384))), 20) + "</w:tbl>" + P("底"))).Paper!;
        Assert.Equal("首\n底", Show(paper));
        Assert.Equal("wide-table 1 16384", Faults(paper));
    }

    [Theory]
    [InlineData("<w:tr><w:trPr><w:gridBefore w:val=\"{0}\"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>")]
    [InlineData("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"{0}\"/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>")]
    public void Spans_cannot_fill_the_memory(string row)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var paper = Timed(Zip(P("首") + "<w:tbl>" + string.Concat(Enumerable.Range(1, 20_000).Select(i => row.Replace("{0}", $"{i}", StringComparison.Ordinal))) + "</w:tbl>" + P("底"))).Paper!;
        Assert.EndsWith("底", Show(paper), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000_000);
    }

    [Theory]
    [InlineData("<w:r><w:t>某</w:t></w:r>", 400_000)]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 300_000)]
    [InlineData("<w:r><w:br/><w:t>某</w:t></w:r>", 300_000)]
    [InlineData("<w:r><w:tab/><w:t>1</w:t></w:r>", 300_000)]
    public void A_paragraph_of_many_pieces_ends(string piece, int count)
    {
        var opened = Timed(Zip("<w:p>" + R("某局2025年预算") + Many(piece, count) + "</w:p>" + P("底")));
        var watch = Stopwatch.StartNew();
        Reader.Read(opened.Paper!, Documents.Library);
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
    }

    private static string Row(string cells) => "<w:tr>" + string.Concat(cells.Split('|').Select(c => C(c))) + "</w:tr>";

    private static string Many(string piece, int count) => new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();

    private static Opened Timed(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var opened = Opening.Bytes("a", bytes);
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
        return opened;
    }
}
