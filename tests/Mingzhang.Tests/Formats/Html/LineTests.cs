using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>文字行：paragraphs, breaks, lists, blanks and headings.</summary>
public class LineTests
{
    [Fact]
    public void Blocks_and_breaks_make_lines_of_their_own()
    {
        var lines = Pages.Lines("前<p>甲<br>乙<br/>丙</p>中<div>丁<div>戊</div></div>");
        Assert.Equal(["前", "甲", "乙", "丙", "中", "丁", "戊"], lines.Select(l => l.Text));
        Assert.All(lines, l => Assert.Equal(LineJoin.New, l.Join));
    }

    [Fact]
    public void Headings_centred_and_bold_lines_are_prominent_and_the_text_is_not() =>
        Assert.Equal([true, true, true, true, true, false, false, false],
            Pages.Lines("<h3>甲</h3><p align=center>乙</p><p style='text-align: center'>丙</p><p><b>丁</b></p><center>戊<p align=left>己</p></center><p><b>庚</b>：文字</p><p>辛</p>").Select(l => l.Prominent));

    [Fact]
    public void A_bold_that_never_ends_goes_on_as_in_a_browser() =>
        Assert.Equal([true, true, false], Pages.Lines("<p><b>甲</p><p>乙</b></p><p>丙</p>").Select(l => l.Prominent));

    [Fact]
    public void A_table_in_the_middle_of_the_page_does_not_centre_its_text() =>
        Assert.Equal([false, true], Pages.Lines("<table align=center><tr><td>甲</td></tr><tr><td align=center>乙</td></tr></table>").Select(l => l.Prominent));

    [Fact]
    public void Hard_and_full_width_blanks_stay_and_others_are_folded() =>
        Assert.Equal("　　一、\u00a0\u00a02 9 4 0 . 0 5 万元", Pages.Body("<p>\n  　　一、&nbsp;&nbsp;2 9 4 0 . 0 5\n\t万元  </p>"));

    [Fact]
    public void A_break_of_the_source_between_Chinese_characters_is_no_blank() =>
        Assert.Equal("部门预算情况 2024 年", Pages.Body("<p>部门预\n算情况\n2024\n年</p>"));

    [Fact]
    public void Ordered_lists_show_their_numbers_and_others_none() =>
        Assert.Equal("3. 甲\n4. 乙\n7. 丙\n无号\na. 丁\n隐",
            Pages.Body("<ol start=3><li>甲<li><p>乙</p><li value=7>丙</ol><ul><li>无号</ul><ol type=a><li>丁</ol><ol style='list-style-type:none'><li>隐</ol>"));

    [Fact]
    public void Notes_stay_in_their_line() => Assert.Equal("支出[1]增加m2", Pages.Body("<p>支出<sup>[1]</sup>增加m<sub>2</sub></p>"));

    [Fact]
    public void Lines_after_an_empty_paragraph_or_a_rule_stand_after_a_gap() =>
        Assert.Equal([false, true, true, false], Pages.Lines("<p>甲</p><p>&nbsp;</p><p>乙</p><hr><p>丙</p><p>丁</p>").Select(l => l.AfterGap));

    [Fact]
    public void Lines_broken_at_the_width_of_a_window_go_on()
    {
        var lines = Pages.Lines("<p>　　某局负责推进全市综合交通运输体系建设，统筹规划铁路公路水<br>路民航以及邮政行业的发展，并且建立与之相适应的制度和体制机<br>制，优化通道。<br>　　另起一段的文字在这里。</p>");
        Assert.Equal([LineJoin.New, LineJoin.Continues, LineJoin.Continues, LineJoin.New], lines.Select(l => l.Join));
    }

    [Fact]
    public void What_is_hidden_is_not_read() =>
        Assert.Equal("见", Pages.Body("<style>.no,#off{display:none}</style><p>见</p><p style='display: none'>a</p><p hidden>b</p><div class='x no'>c</div><div id=off>d</div><p aria-hidden=true>e</p><p style='position:absolute;left:-9999px'>f</p><!-- g --><script>h</script><template>i</template><font style='display:none'>j</font><noscript>k</noscript><select><option>l</select><textarea>m</textarea>"));

    [Fact]
    public void Preformatted_tables_are_read_as_text_files_are() =>
        Assert.Equal("部门收支总表\n| 基本支出 | 1.00 | 2.00 |\n| 项目支出 | 10.00 | 20.00 |\n| 合计 | 11.00 | 22.00 |",
            Pages.Body("<pre>部门收支总表\n基本支出    1.00    2.00\n项目支出   10.00   20.00\n合计       11.00   22.00\n</pre>"));

    [Fact]
    public void Preformatted_text_with_tabs_is_a_grid() =>
        Assert.Equal("| 项目 | 金额 |\n| 基本 | 1 |", Pages.Body("<pre>项目\t金额\n基本\t1</pre>"));

    [Fact]
    public void Server_directives_are_no_text() =>
        Assert.Equal("文", Pages.Show(Pages.Read("<%@ page contentType=\"text/html; charset=UTF-8\" %>\n<!DOCTYPE html><html><body><%-- x --%><p>文</p></body></html>")));

    [Fact]
    public void Attachments_in_the_text_are_lines() =>
        Assert.Equal("正文，其中基本支出1.00万元。\n附件：1.预算表.xls", Pages.Body("<p>正文，其中基本支出1.00万元。</p><p>附件：<a href='/P02025.xls'>1.预算表.xls</a></p>"));
}
