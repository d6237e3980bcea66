using Mingzhang.Paper;
using static Mingzhang.Tests.Formats.Word.SmallWord;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>段落试验：what a reader of the printed document sees, and nothing else.</summary>
public class ParagraphTests
{
    [Fact]
    public void Paragraphs_come_in_order_and_begin_anew()
    {
        var paper = PaperOf(P("一、概况") + "<w:p/>" + P("某局2025年预算1.00万元。") + P("第二段。"));
        Assert.Equal("一、概况\n某局2025年预算1.00万元。\n第二段。", Show(paper));
        Assert.Equal([1, 2, 3], paper.Blocks.OfType<TextLine>().Select(l => l.Line));
        Assert.Equal([false, true, false], paper.Blocks.OfType<TextLine>().Select(l => l.AfterGap));
        Assert.All(paper.Blocks.OfType<TextLine>(), l => Assert.Equal(LineJoin.New, l.Join));
    }

    [Fact]
    public void Numbers_split_over_runs_with_noise_between_join_again() => Assert.Equal("本年收入1,234.56万元", Show(
        "<w:p><w:pPr><w:rPr><w:rFonts w:hint=\"eastAsia\" w:ascii=\"仿宋\"/><w:sz w:val=\"32\"/></w:rPr></w:pPr><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>"
        + R("本年收入1", "<w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/>") + "<w:proofErr w:type=\"spellStart\"/>" + R(",234") + "<w:bookmarkEnd w:id=\"0\"/>" + R(".56", "<w:lang w:val=\"en-US\"/>") + "<w:r><w:lastRenderedPageBreak/></w:r>" + R("万元") + "</w:p>"));

    [Fact]
    public void White_space_is_kept_only_where_it_is_asked_for() =>
        Assert.Equal("甲乙 丙", Show("<w:p><w:r><w:t> 甲 </w:t></w:r>" + R("乙 ") + "<w:r><w:t>丙</w:t></w:r></w:p>"));

    [Fact]
    public void Headings_are_known_by_outline_style_or_look()
    {
        var styles = Part("styles", "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"章\"/><w:basedOn w:val=\"1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"S\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>");
        Assert.Equal("#甲\n#乙\n#丙\n#丁\n#戊\n#己\n庚\n辛不粗\n#壬", Show(
            P("甲", "<w:pStyle w:val=\"1\"/>") + P("乙", "<w:pStyle w:val=\"a\"/>") + P("丙", "<w:pStyle w:val=\"T\"/>") + P("丁", "<w:outlineLvl w:val=\"1\"/>")
            + P("戊", "<w:jc w:val=\"center\"/>") + P("己", "", "<w:b/>") + P("庚", "", "<w:b w:val=\"0\"/>") + "<w:p>" + R("辛", "<w:b/>") + R("不粗") + "</w:p>" + P("壬", "", "<w:rStyle w:val=\"S\"/>"), ("word/styles.xml", styles)));
    }

    [Fact]
    public void Changes_are_taken_as_accepted()
    {
        var paper = PaperOf("<w:p>" + R("收入") + "<w:del w:id=\"1\"><w:r><w:delText>100.00</w:delText></w:r></w:del><w:ins w:id=\"2\">" + R("200.00") + "</w:ins>" + R("万元。")
            + "<w:moveFrom w:id=\"3\">" + R("移走") + "</w:moveFrom><w:moveTo w:id=\"4\">" + R("移来") + "</w:moveTo></w:p>"
            + "<w:p><w:pPr><w:pPrChange w:id=\"9\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>" + R("正文", "<w:rPrChange w:id=\"8\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + "</w:p>");
        Assert.Equal("收入200.00万元。移来\n正文", Show(paper));
        Assert.Equal("revisions 4 0", Faults(paper));
    }

    [Fact]
    public void A_paragraph_whose_mark_is_deleted_goes_on_in_the_next() =>
        Assert.Equal("上半句下半句\n另段", Show(P("上半句", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("下半句") + P("另段")));

    [Fact]
    public void Comments_are_dropped_and_told()
    {
        var paper = PaperOf("<w:p><w:commentRangeStart w:id=\"0\"/>" + R("正文") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", ("word/comments.xml", Part("comments", "<w:comment w:id=\"0\">" + P("请核对9.99") + "</w:comment>")));
        Assert.Equal("正文", Show(paper));
        Assert.Equal("revisions 0 1", Faults(paper));
    }

    [Fact]
    public void Hidden_text_is_dropped_and_told()
    {
        var paper = PaperOf("<w:p>" + R("正文") + R("暗藏", "<w:vanish/>") + R("再文", "<w:vanish w:val=\"0\"/>") + "</w:p>");
        Assert.Equal("正文再文", Show(paper));
        Assert.Equal("hidden-text 2", Faults(paper));
    }

    [Fact]
    public void Fields_show_their_results_and_never_their_instructions() => Assert.Equal("见第3页，共9页", Show(
        "<w:p>" + R("见第") + Field("begin") + Instruction(" PAGEREF _Toc1 \\h ") + Field("separate") + R("3") + Field("end") + R("页，共") + "<w:fldSimple w:instr=\" NUMPAGES \">" + R("9") + "</w:fldSimple>" + R("页") + "</w:p>"));

    [Fact]
    public void An_instruction_without_end_hides_no_more_than_its_paragraph() =>
        Assert.Equal("前\n后", Show("<w:p>" + R("前") + Field("begin") + Instruction("IF x") + R("指令") + "</w:p>" + P("后")));

    [Fact]
    public void A_table_of_contents_is_lines_with_page_numbers()
    {
        var entries = string.Concat(new[] { "一、部门职责", "二、收支情况", "三、绩效情况" }.Select((t, i) => "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8296\"/></w:tabs></w:pPr>"
            + (i == 0 ? Field("begin") + Instruction("TOC \\o \"1-3\"") + Field("separate") : "") + "<w:hyperlink w:anchor=\"_Toc1\">" + R(t) + "<w:r><w:tab/></w:r>" + R((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) + "</w:hyperlink></w:p>"));
        Assert.Equal("目录\n一、部门职责  1\n二、收支情况  2\n三、绩效情况  3\n正文", Show("<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>" + P("目录") + entries + "<w:p>" + Field("end") + "</w:p></w:sdtContent></w:sdt>" + P("正文")));
        Assert.Equal("正文", Show(entries + "<w:p>" + Field("end") + "</w:p>" + P("正文")));
    }

    [Fact]
    public void Links_tags_and_controls_wrap_text_and_change_nothing() => Assert.Equal("甲乙丙丁", Show(
        "<w:p><w:hyperlink r:id=\"r9\">" + R("甲") + "</w:hyperlink><w:smartTag w:element=\"x\"><w:smartTagPr/>" + R("乙") + "</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + R("丙") + "</w:sdtContent></w:sdt><w:customXml>" + R("丁") + "</w:customXml></w:p>"));

    [Fact]
    public void Text_boxes_are_read_once_behind_their_paragraph()
    {
        const string Modern = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
        var boxed = Modern.Replace("{0}", P("某局2025年") + P("部门预算"), StringComparison.Ordinal);
        Assert.Equal("前后\n某局2025年\n部门预算", Show("<w:p>" + R("前") + "<w:r>" + boxed + "</w:r>" + R("后") + "</w:p>"));
        Assert.Equal("旧框", Show("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + P("旧框") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"));
        Assert.Equal("替代", Show("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + P("替代") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));
    }

    [Fact]
    public void Notes_stand_behind_their_paragraph_and_their_marks_are_no_digits()
    {
        var notes = Part("footnotes", "<w:footnote w:type=\"separator\" w:id=\"-1\">" + P("——") + "</w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>" + R("不含结转。") + "</w:p></w:footnote>");
        var ends = Part("endnotes", "<w:endnote w:id=\"1\">" + P("尾注。") + "</w:endnote>");
        Assert.Equal("收入1.00万元。\n不含结转。\n次段\n尾注。", Show("<w:p>" + R("收入1.00") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + R("万元。") + "</w:p><w:p>" + R("次段") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>",
            ("word/footnotes.xml", notes), ("word/endnotes.xml", ends)));
    }

    [Fact]
    public void Signs_tabs_breaks_and_hyphens_are_what_they_look_like()
    {
        Assert.Equal("√a-b12", Show("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>1\u00ad2</w:t></w:r></w:p>"));
        var lines = PaperOf("<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:br w:type=\"page\"/><w:t>次页</w:t></w:r></w:p>").Blocks.OfType<TextLine>().ToList();
        Assert.Equal(["上", "下", "次页"], lines.Select(l => l.Text));
        Assert.Equal([LineJoin.New, LineJoin.Unknown, LineJoin.New], lines.Select(l => l.Join));
        Assert.True(lines[2].AfterGap);
        Assert.Equal("标题\n编制单位：某局  单位：万元", Show(P("标题") + "<w:p>" + R("编制单位：某局") + "<w:r><w:tab/></w:r>" + R("单位：万元") + "</w:p>"));
        Assert.Equal("注音", Show("<w:p><w:r><w:ruby><w:rt>" + R("zhu") + "</w:rt><w:rubyBase>" + R("注") + "</w:rubyBase></w:ruby></w:r>" + R("音") + "</w:p>"));
        Assert.Equal("增长5%", Show("<w:p>" + R("增长") + "<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath></w:p>"));
    }

    [Fact]
    public void Heads_and_feet_are_furniture_apart()
    {
        var paper = PaperOf(P("正文"), ("word/header1.xml", Part("hdr", P("某局2025年部门预算"))), ("word/footer1.xml", Part("ftr", "<w:p>" + R("— ") + Field("begin") + Instruction("PAGE") + Field("separate") + R("1") + Field("end") + R(" —") + "</w:p>")));
        Assert.Equal([("正文", false), ("某局2025年部门预算", true), ("— 1 —", true)], paper.Blocks.OfType<TextLine>().Select(l => (l.Text, l.Furniture)));
    }

    [Fact]
    public void Words_set_in_columns_by_tabs_are_a_table()
    {
        Assert.Equal("项目|预算数|执行数\n收入合计|1.00|2.00\n支出合计|3.00|4.00", Show(string.Concat(new[] { "项目|预算数|执行数", "收入合计|1.00|2.00", "支出合计|3.00|4.00" }.Select(Tabbed))));
        Assert.IsType<Grid>(PaperOf(string.Concat(new[] { "项目||预算数", "收入||1.00", "其中：拨款|1.00", "支出||3.00" }.Select(Tabbed))).Blocks[^1]);
        Assert.IsType<Grid>(PaperOf(P("项目          预算数") + P("收入合计      1.00") + P("支出合计      3.00")).Blocks[0]);
        Assert.Equal("联系人：张三    电话：023-1\n单位：万元", Show(Tabbed("联系人：张三|电话：023-1") + Tabbed("|||单位：万元")));
    }

    private static string Tabbed(string cells) => "<w:p>" + string.Join("<w:r><w:tab/></w:r>", cells.Split('|').Select(c => R(c))) + "</w:p>";

    private static string Field(string kind) => $"<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>";

    private static string Instruction(string text) => $"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>";
}
