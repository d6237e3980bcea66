using System.Text;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>辨认：what is a web page and what is not, by content alone.</summary>
public class SniffTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><html><body><p>文</p></body></html>")]
    [InlineData("\n\n  <HTML>\n<BODY><p>文</BODY></HTML>")]
    [InlineData("\ufeff<html><head></head><body>文</body></html>")]
    [InlineData("<!-- saved from url=(0042)http://www.example.gov.cn/ -->\n<html><head></head><body>文</body></html>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head/><body><p>文</p></body></html>")]
    [InlineData("<%@ page language=\"java\" %>\n<html><head></head><body>文</body></html>")]
    [InlineData("HTTP/1.1 200 OK\nServer: x\n\n<html><head></head><body>文</body></html>")]
    [InlineData("<div class=\"TRS_Editor\"><p>文</p></div>")]
    [InlineData("<table border=1><tr><td>文</td></tr></table>")]
    [InlineData("<meta charset=utf-8><p>文")]
    public void A_page_is_known_by_its_beginning(string html) => Assert.Equal("html", Pages.Read(html).Format);

    [Theory]
    [InlineData("某局2025年部门预算\n项目\t说明\n基本\t<p>第一段</p><p>第二段</p>\n")]
    [InlineData("见 <html> 一词的说明\n")]
    [InlineData("<注> 本文\n")]
    [InlineData("<p>只有开头的标记\n第二行")]
    [InlineData("<?xml version=\"1.0\"?><Workbook><Table/></Workbook>")]
    [InlineData("主题: 某事\n正文")]
    public void A_text_that_mentions_tags_stays_text(string text) =>
        Assert.Equal("text", Opening.Bytes("page.html", Encoding.UTF8.GetBytes(text)).Paper!.Format);

    [Theory]
    [InlineData(Shared.Council)]
    [InlineData(Shared.Bureau)]
    public void The_real_text_documents_stay_text(string seed) => Assert.Equal("text", Opening.File(Shared.File(seed)).Paper!.Format);
}
