namespace Mingzhang.Tests.Formats.Html;

/// <summary>正文：what belongs to the publication stays, with its title; the frame of the site goes; in doubt all stays.</summary>
public class ArticleTests
{
    private const string Prose = "<p>　　一、单位基本情况</p><p>　　某局负责全市某项工作，2025年收入预算1,000.00万元，其中：一般公共预算拨款1,000.00万元；收入比2024年增加10.00万元，主要是人员经费增加。</p><p>　　支出预算1,000.00万元，其中：基本支出600.00万元，项目支出400.00万元。</p>";
    private const string Read = "　　一、单位基本情况\n　　某局负责全市某项工作，2025年收入预算1,000.00万元，其中：一般公共预算拨款1,000.00万元；收入比2024年增加10.00万元，主要是人员经费增加。\n　　支出预算1,000.00万元，其中：基本支出600.00万元，项目支出400.00万元。";

    private static string Links(int count) => "<ul>" + string.Concat(Enumerable.Range(1, count).Select(i => $"<li><a href='/c/{i}.html'>栏目{i}的名称</a></li>")) + "</ul>";

    [Fact]
    public void Navigation_footer_trail_and_widgets_go_and_title_and_date_stay()
    {
        var page = Pages.Body("<div class='top'><a href='/'>某市人民政府</a></div><div id=nav>" + Links(8) + "</div><div class='crumb'>当前位置：<a href='/'>首页</a> &gt; <a href='/b'>公开</a></div>"
            + "<div class=main><h1>某局2025年部门预算情况说明</h1><div class=info>发布时间：2025-02-10　来源：某局　字体：大 中 小</div><div class='TRS_Editor'>" + Prose + "</div><div class='share'>分享到：<a href='x'>微信</a></div><div>上一篇：<a href=/1>另一局预算</a></div></div>"
            + "<div class=right>" + Links(10) + "</div><div class=footer><p>主办单位：某市人民政府　版权所有　渝ICP备05000000号</p></div>");
        Assert.Equal("某局2025年部门预算情况说明\n发布时间：2025-02-10　来源：某局　字体：大 中 小\n" + Read, page);
    }

    [Fact]
    public void A_page_arranged_by_tables_gives_its_article() =>
        Assert.Equal("某局2025年部门预算\n" + Read,
            Pages.Body("<table width=1000><tr><td colspan=2>" + Links(6) + "</td></tr><tr><td width=200>" + Links(6) + "</td><td><table><tr><td class=title align=center>某局2025年部门预算</td></tr><tr><td id=zoom>" + Prose + "</td></tr></table></td></tr><tr><td colspan=2>版权所有 某局 京ICP备1号</td></tr></table>"));

    [Fact]
    public void The_title_of_the_head_is_taken_where_the_text_has_none() =>
        Assert.Equal("某局2025年部门预算\n" + Read, Pages.Show(Pages.Read("<html><head><title>某局2025年部门预算_某市人民政府</title></head><body><div>" + Prose + "</div></body></html>")));

    [Fact]
    public void The_name_of_the_article_in_the_head_comes_before_the_title_of_the_window() =>
        Assert.Equal("某局2025年部门预算\n" + Read, Pages.Show(Pages.Read("<html><head><title>2025 某门户</title><meta name='ArticleTitle' content='某局2025年部门预算'></head><body>" + Prose + "</body></html>")));

    [Fact]
    public void A_title_is_not_repeated() =>
        Assert.Equal("某局2025年部门预算情况说明\n" + Read, Pages.Show(Pages.Read("<html><head><title>某局2025年部门预算-某门户</title></head><body><p>某局2025年部门预算情况说明</p>" + Prose + "</body></html>")));

    [Fact]
    public void The_title_is_prominent() => Assert.True(Pages.Lines("<h1>某局2025年预算</h1><div>" + Prose + "</div>")[0].Prominent);

    [Fact]
    public void A_page_of_many_equal_parts_is_taken_whole() =>
        Assert.Equal("第一部分的文字，1.00万元。\n第二部分的文字，2.00万元。\n第三部分的文字，3.00万元。", Pages.Body("<div>第一部分的文字，1.00万元。</div><section>第二部分的文字，2.00万元。</section><div class='footer-like'>第三部分的文字，3.00万元。</div>"));

    [Fact]
    public void A_telling_name_alone_removes_nothing() =>
        Assert.Equal(Read, Pages.Body("<div class='nav menu footer share'>" + Prose + "</div>"));

    [Fact]
    public void Contents_with_links_inside_the_page_stay() =>
        Assert.StartsWith("第一部分\n第二部分\n第三部分\n第四部分\n", Pages.Body("<div><ul><li><a href='#a'>第一部分</a><li><a href='#b'>第二部分</a><li><a href='#c'>第三部分</a><li><a href='#d'>第四部分</a></ul>" + Prose + "</div>"), StringComparison.Ordinal);

    [Fact]
    public void Attachments_below_the_text_stay() =>
        Assert.EndsWith("\n附件：\n1.预算表.xls\n2.目标表.xls\n3.说明.doc\n4.其他.pdf", Pages.Body("<div id=content><div>" + Prose + "</div><div>附件：<ul><li><a href=1.xls>1.预算表.xls</a><li><a href=2.xls>2.目标表.xls</a><li><a href=3.doc>3.说明.doc</a><li><a href=4.pdf>4.其他.pdf</a></ul></div></div>"), StringComparison.Ordinal);

    [Fact]
    public void Words_after_the_text_stay() =>
        Assert.EndsWith("\n公开联系人：张某　联系电话：000-0000000", Pages.Body("<div><h1>某局2025年预算</h1><div>" + Prose + Prose + "</div><div>公开联系人：张某　联系电话：000-0000000</div></div>"), StringComparison.Ordinal);

    [Fact]
    public void The_name_of_the_site_is_no_title() =>
        Assert.StartsWith("某局2025年部门预算\n　　一", Pages.Show(Pages.Read("<html><head><title>某局2025年部门预算-某门户</title></head><body><h1>某市人民政府门户</h1><div>今天是2025年3月1日 星期六</div><div>" + Prose + Prose + "</div></body></html>")), StringComparison.Ordinal);

    [Fact]
    public void A_table_of_figures_in_links_and_beside_menus_stays() =>
        Assert.Contains("| 甲 | 1.00 | 2.00 |", Pages.Body("<div class=menu>" + Links(9) + "</div><div class=list><table><tr><td>项目<td>一<td>二<tr><td>甲<td>1.00<td>2.00<tr><td>乙<td>3.00<td>4.00</table></div>"), StringComparison.Ordinal);

    [Fact]
    public void Pictures_in_the_article_are_told() =>
        Assert.Contains(Pages.Read("<html><body><div>" + Prose + "<img src=a.gif width=750><img src=b.gif></div></body></html>").Faults, f => f is { Kind: "pictures", Detail: "2" });

    [Theory]
    [InlineData("<p>某局2025年部门预算公开</p><p><a href='/P020250210.pdf'>某局2025年部门预算.pdf</a></p>", "附件")]
    [InlineData("<p>现将某局2025年部门预算予以公开。</p><p>附件：<a href='/downfile.jsp?filename=1.xls'>预算表</a></p>", "附件")]
    [InlineData("<iframe src='budget.html'></iframe>", "框架")]
    [InlineData("<img src=1.jpg><img src=2.jpg>", "图片")]
    [InlineData("<div id=app></div><script src=app.js></script>", "脚本")]
    [InlineData("<p>&nbsp;</p>", "没有文字")]
    public void A_page_without_text_of_its_own_says_what_to_open(string body, string word)
    {
        var opened = Pages.Open("<!DOCTYPE html><html><body>" + body + "</body></html>");
        Assert.Null(opened.Paper);
        Assert.Contains(word, opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.True(opened.Problem.English.Length > 0 && opened.Remedy!.Chinese.Length > 0 && opened.Remedy.English.Length > 0);
    }

    [Fact]
    public void A_frameset_says_to_open_the_page_inside() =>
        Assert.Contains("框架", Pages.Open("<html><frameset rows=1><frame src=a.htm><noframes>x</noframes></frameset></html>").Problem!.Chinese, StringComparison.Ordinal);
}
