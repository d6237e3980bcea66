using System.Text;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>编码：a page is decoded by what its bytes are; what it declares comes second.</summary>
public class EncodingTests
{
    private const string Text = "重庆市某局２０２５年部门预算，“三公”经费０.００万元。";

    public static TheoryData<string, string, string> Declarations() => new()
    {
        { "UTF-8", "utf-8", "UTF-8" },
        { "UTF-8", "gb2312", "UTF-8 (declared gb2312)" },
        { "UTF-8", "", "UTF-8" },
        { "GB18030", "gb2312", "GB18030" },
        { "GB18030", "GBK", "GB18030" },
        { "GB18030", "utf-8", "GB18030 (declared utf-8)" },
        { "GB18030", "", "GB18030" },
        { "Big5", "big5", "Big5" },
        { "UTF-16", "utf-16", "UTF-16 LE" },
        { "UTF-16BE", "unicode", "UTF-16 BE" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_bytes_decide(string actual, string declared, string told)
    {
        var text = actual == "Big5" ? "臺北市政府２０２５年預算，經費１００.００萬元。" : Text;
        var html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + declared + "\"></head><body><p>" + text + "</p></body></html>";
        var paper = Opening.Bytes("x", Encode(actual, html)).Paper!;
        Assert.Equal(text, Assert.IsType<TextLine>(Assert.Single(paper.Blocks)).Text);
        Assert.Equal(told, paper.Encoding);
    }

    [Theory]
    [InlineData("<meta charset=\"gbk\">")]
    [InlineData("<?xml version=\"1.0\" encoding=\"GB2312\"?>")]
    public void Short_declarations_are_found(string declaration)
    {
        var html = declaration + "<html><head></head><body><p>" + Text + "</p></body></html>";
        Assert.Equal(Text, Pages.Show(Opening.Bytes("x", Encode("GB18030", html)).Paper!));
    }

    [Fact]
    public void A_mark_decides_over_everything()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<html><head><meta charset=gb2312></head><body>" + Text + "</body></html>")];
        Assert.Equal(Text, Pages.Show(Opening.Bytes("x", bytes).Paper!));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void A_few_damaged_bytes_do_not_change_the_encoding_and_are_told(string actual)
    {
        var bytes = Encode(actual, "<html><head></head><body><p>" + string.Concat(Enumerable.Repeat(Text, 20)) + "</p></body></html>");
        var at = bytes.AsSpan().IndexOf("<p>"u8) + "<p>".Length;
        (bytes[at], bytes[at + 1]) = (0x81, 0x20);
        var paper = Opening.Bytes("x", bytes).Paper!;
        Assert.StartsWith(actual, paper.Encoding, StringComparison.Ordinal);
        Assert.Contains(Text, Pages.Show(paper), StringComparison.Ordinal);
        Assert.Contains(paper.Faults, f => f.Kind == "undecodable");
    }

    [Fact]
    public void A_page_of_bytes_in_no_encoding_says_so()
    {
        byte[] bytes = [.. "<html><head></head><body>"u8, .. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? (byte)0xFF : (byte)0x20)];
        var opened = Opening.Bytes("x", bytes);
        Assert.Null(opened.Paper);
        Assert.Contains("编码", opened.Problem!.Chinese, StringComparison.Ordinal);
    }

    private static byte[] Encode(string name, string text) => name switch
    {
        "UTF-8" => Encoding.UTF8.GetBytes(text),
        "GB18030" => Pages.Gbk.GetBytes(text),
        "Big5" => Encoding.GetEncoding("big5").GetBytes(text),
        "UTF-16" => Encoding.Unicode.GetBytes(text),
        _ => Encoding.BigEndianUnicode.GetBytes(text),
    };
}
