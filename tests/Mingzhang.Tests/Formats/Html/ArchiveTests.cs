using System.Text;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>单文件网页：pages saved by browsers and spreadsheets as one file.</summary>
public class ArchiveTests
{
    private const string Page = "<html><head><meta charset=3Dgb2312></head><body><p>=BB=F9=B1=BE=D6=\r\n=A7=B3=F61.00</p></body></html>";

    private static Mingzhang.Paper.PaperDocument Read(string text) => Opening.Bytes("x.mht", Encoding.Latin1.GetBytes(text)).Paper!;

    [Fact]
    public void The_main_page_is_decoded_from_quoted_printable()
    {
        var paper = Read("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--A\"\r\n\r\n----A\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + Page + "\r\n----A\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----A--\r\n");
        Assert.Equal("基本支出1.00", Pages.Show(paper));
        Assert.Equal("html", paper.Format);
        Assert.Equal("GB18030, MHTML", paper.Encoding);
    }

    [Fact]
    public void Base64_and_the_charset_of_the_part_are_read()
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes("<html><body><p>项目支出2.00</p></body></html>"), Base64FormattingOptions.InsertLineBreaks);
        var paper = Read("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body + "\r\n--B--\r\n");
        Assert.Equal("项目支出2.00", Pages.Show(paper));
    }

    [Fact]
    public void A_workbook_saved_as_one_file_gives_all_its_sheets()
    {
        string Part(string location, string html) => $"--B\r\nContent-Location: file:///C:/{location}\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: text/html; charset=\"us-ascii\"\r\n\r\n{html}\r\n";
        var paper = Read("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n"
            + Part("book.htm", "<html><frameset><frame src=\"sheet001.htm\"></frameset></html>")
            + Part("sheet001.htm", "<html><body><table><tr><td>a<td>1<td>2<tr><td>b<td>3<td>4</table></body></html>")
            + Part("sheet002.htm", "<html><body><table><tr><td>c<td>5<td>6<tr><td>d<td>7<td>8</table></body></html>")
            + Part("tabstrip.htm", "<html><body><table><tr><td>Sheet1<td>Sheet2</table></body></html>") + "--B--");
        Assert.Equal("| a | 1 | 2 |\n| b | 3 | 4 |\n| c | 5 | 6 |\n| d | 7 | 8 |", Pages.Show(paper));
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nP")]
    public void An_archive_without_a_page_says_so(string text)
    {
        var opened = Opening.Bytes("x.mht", Encoding.Latin1.GetBytes(text));
        Assert.Null(opened.Paper);
        Assert.True(opened.Problem!.Chinese.Length > 0 && opened.Remedy!.English.Length > 0);
    }
}
