using Mingzhang.Paper;
using static Mingzhang.Tests.Formats.Word.SmallWord;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>表格试验：merged cells, wrapped rows, tables in cells, and tables that are none.</summary>
public class TableTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string On = "<w:vMerge/>";

    [Fact]
    public void Cells_merged_over_columns_and_rows_cover_the_others()
    {
        var paper = PaperOf(Rows(
            C("项目", Restart) + C("本年预算", Span(2)),
            C("", On) + C("基本") + C("项目支出"),
            C("合计") + C("1.00") + C("2.00")));
        Assert.Equal("项目|本年预算|↖\n↖|基本|项目支出\n合计|1.00|2.00", Show(paper));
        var grid = Assert.IsType<Grid>(Assert.Single(paper.Blocks));
        Assert.True(grid.Ruled);
        Assert.Equal((2, 1), (grid.Rows[0].Cells[0].Rows, grid.Rows[0].Cells[0].Columns));
        Assert.Equal((1, 2), (grid.Rows[0].Cells[1].Rows, grid.Rows[0].Cells[1].Columns));
        Assert.Equal((1, 0), grid.Rows[1].Cells[0].CoveredFrom);
        Assert.Equal((0, 1), grid.Rows[0].Cells[2].CoveredFrom);
    }

    [Fact]
    public void Merges_of_the_old_kind_and_grids_that_begin_late_keep_their_places() => Assert.Equal("甲|↖|丙\n1|2|3\n|5|6", Show(Rows(
        C("甲", "<w:hMerge w:val=\"restart\"/>") + C("", "<w:hMerge/>") + C("丙"),
        C("1") + C("2") + C("3"),
        "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + C("5") + C("6"))));

    [Fact]
    public void Columns_in_which_no_cell_begins_are_none() => Assert.Equal("甲|乙\n1|2", Show(Rows(C("甲", Span(3)) + C("乙", Span(2)), C("1", Span(3)) + C("2", Span(2)))));

    [Fact]
    public void Borders_a_hair_apart_are_one() => Assert.Equal("科目|金额\n教育|1.00\n卫生|2.00", Show("<w:tbl>" + Grid(2000, 40, 1960) + Row(C("科目", Span(2)) + C("金额")) + Row(C("教育") + C("1.00", Span(2))) + Row(C("卫生") + C("2.00", Span(2))) + "</w:tbl>"));

    [Fact]
    public void Words_between_borders_keep_their_column_however_narrow() => Assert.Equal("类|款|项\n1|2|3", Show("<w:tbl>" + Grid(90, 90, 90) + Row(C("类") + C("款") + C("项")) + Row(C("1") + C("2") + C("3")) + "</w:tbl>"));

    [Fact]
    public void Paragraphs_of_a_cell_are_joined_by_a_line_feed() => Assert.Equal("甲/乙|丙\n1|2", Show(Rows("<w:tc>" + P("甲") + "<w:p/>" + P("乙") + "</w:tc>" + C("丙"), C("1") + C("2"))));

    [Fact]
    public void Rows_and_tables_inside_content_controls_are_read() => Assert.Equal("甲|乙\n1|2\n3|4", Show(
        Control("<w:tbl>" + Row(C("甲") + C("乙")) + Control(Row(C("1") + Control(C("2")))) + "<w:ins w:id=\"1\">" + Row(C("3") + C("4")) + "</w:ins></w:tbl>")));

    [Fact]
    public void Deleted_and_hidden_rows_are_gone() => Assert.Equal("甲|乙\n3|4", Show(Rows(
        C("甲") + C("乙"), "<w:trPr><w:del w:id=\"1\"/></w:trPr>" + C("1") + C("2"), "<w:trPr><w:hidden/></w:trPr>" + C("9") + C("9"), "<w:trPr><w:ins w:id=\"1\"/></w:trPr>" + C("3") + C("4"))));

    [Fact]
    public void Deleted_cells_are_gone_and_the_others_move_up() => Assert.Equal("甲|乙\n1|2", Show(Rows(C("甲") + C("旧", "<w:cellDel w:id=\"1\"/>") + C("乙"), C("1") + C("9", "<w:cellDel w:id=\"2\"/>") + C("2"))));

    [Fact]
    public void Numbers_of_rows_that_are_a_list_without_words_are_printed() => Assert.Equal("序号|金额\n1|1.00\n2|2.00", Show(
        Rows(C("序号") + C("金额"), Listed + C("1.00"), Listed + C("2.00")),
        ("word/numbering.xml", Part("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"))));

    [Fact]
    public void Two_tables_right_behind_each_other_are_two_grids_with_nothing_between()
    {
        var paper = PaperOf(P("表一") + Table("科目|金额", "教育|1.00") + Table("科目|金额", "卫生|2.00"));
        Assert.Equal(3, paper.Blocks.Count);
        Assert.Equal("表一\n科目|金额\n教育|1.00\n科目|金额\n卫生|2.00", Show(paper));
    }

    [Fact]
    public void A_table_that_goes_on_keeps_the_columns_of_the_one_above() => Assert.Equal("类|款|金额\n201|01|1.00\n合计|↖|1.00", Show(
        Rows(C("类") + C("款") + C("金额"), C("201") + C("01") + C("1.00")) + "<w:p/>" + Rows(C("合计", Span(2)) + C("1.00"))));

    [Fact]
    public void A_small_table_in_a_cell_is_text_of_that_cell() => Assert.Equal("科目|说明|金额\n教育|甲 1/丙|1.00\n卫生||2.00", Show(
        Rows(C("科目") + C("说明") + C("金额"), C("教育") + "<w:tc>" + Table("甲|1") + P("丙") + "</w:tc>" + C("1.00"), C("卫生") + C("") + C("2.00"))));

    [Fact]
    public void A_table_that_only_frames_others_dissolves() => Assert.Equal("标题\n科目|金额\n教育|1.00\n尾", Show(
        Rows("<w:tc>" + P("标题") + Table("科目|金额", "教育|1.00") + P("尾") + "</w:tc>")));

    [Fact]
    public void Two_tables_side_by_side_in_a_frame_are_one() => Assert.Equal("收入|金额|支出|金额\n拨款|1.00|教育|1.00\n合计|1.00|合计|1.00", Show(
        Rows("<w:tc>" + Table("收入|金额", "拨款|1.00", "合计|1.00") + "<w:p/></w:tc><w:tc>" + Table("支出|金额", "教育|1.00", "合计|1.00") + "<w:p/></w:tc>")));

    [Fact]
    public void Words_set_left_and_right_by_a_row_of_cells_are_lines() =>
        Assert.Equal("单位：某局\n金额单位：万元\n科目|金额\n教育|1.00", Show(Table("单位：某局|金额单位：万元") + "<w:p/>" + Table("科目|金额", "教育|1.00")));

    [Fact]
    public void Titles_and_notes_that_are_rows_of_the_table_stand_above_and_below() => Assert.Equal("#收入总表\n科目|金额\n教育|1.00\n注：本表无其他。", Show(
        Rows(C("收入总表", Span(2)), C("科目") + C("金额"), C("教育") + C("1.00"), C("注：本表无其他。", Span(2)))));

    [Fact]
    public void Empty_rows_at_the_end_are_none() => Assert.Equal("科目|金额\n教育|1.00", Show(Table("科目|金额", "教育|1.00", "|", "|")));

    private static string Listed => "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>";

    private static string Rows(params string[] rows) => "<w:tbl>" + string.Concat(rows.Select(Row)) + "</w:tbl>";

    private static string Row(string cells) => "<w:tr>" + cells + "</w:tr>";

    private static string Grid(params int[] widths) => "<w:tblGrid>" + string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{w}\"/>")) + "</w:tblGrid>";

    private static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";

    private static string Control(string inner) => "<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>" + inner + "</w:sdtContent></w:sdt>";
}
