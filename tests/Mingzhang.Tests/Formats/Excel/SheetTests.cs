using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>工作表：what of a sheet is table and what is text, what spans, what is hidden, and where each figure stands.</summary>
public class SheetTests
{
    private const string Income = "部门收入总表\n\t\t\t单位：万元\n科目编码\t科目名称\t总计\t一般公共预算拨款收入\n\t合计\t12.50\t12.50\n201\t一般公共服务支出\t12.50\t12.50\n20126\t档案事务\t12.50\t12.50\n2012601\t行政运行\t12.50\t12.50";

    private static SmallBook Book(string lines, string name = "Sheet1", string format = "0.00", string behind = "", string before = "")
    {
        var book = new SmallBook();
        return book.Sheet(name, SmallBook.Rows(lines, book.Style(format)), before, behind);
    }

    [Fact]
    public void Title_and_unit_stand_above_the_table_and_every_figure_has_its_cell()
    {
        var read = Reader.Read(Book(Income.Replace("201\t", "201类\t", StringComparison.Ordinal)).Paper(), Documents.Library);
        var table = Assert.Single(read.Tables);
        Assert.Equal("部门收入总表", table.Title);
        Assert.Equal("万元", table.Unit?.Name);
        Assert.Empty(read.Unbound);
        var figure = read.Statements.OfType<AmountStatement>().First();
        Assert.Equal(("Sheet1", "C4"), (figure.Place.Sheet, figure.Place.Cell));
        Assert.Contains("“Sheet1”工作表 C4", figure.Place.Chinese, StringComparison.Ordinal);
        Assert.Contains("sheet 'Sheet1' C4", figure.Place.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_sheet_is_a_title_where_there_is_no_other()
    {
        var read = Reader.Read(Book(Income[(Income.IndexOf('\n', StringComparison.Ordinal) + 1)..], "表七 部门收入总表", "General").Paper(), Documents.Library);
        Assert.Equal(("表七", "部门收入总表"), (Assert.Single(read.Tables).Number, read.Tables[0].Title.Trim()));
    }

    [Fact]
    public void Several_tables_of_a_sheet_are_told_apart()
    {
        var second = Income.Replace("收入总表", "支出总表", StringComparison.Ordinal).Replace("一般公共预算拨款收入", "基本支出", StringComparison.Ordinal);
        Assert.All(new[] { "\n\n", "\n" }, between =>
        {
            var read = Reader.Read(Book(Income + between + second, format: "General").Paper(), Documents.Library);
            Assert.Equal(["部门收入总表", "部门支出总表"], read.Tables.Select(t => t.Title));
        });
    }

    [Fact]
    public void A_table_without_a_header_goes_on_from_the_sheet_before()
    {
        var book = Book(Income, "表一");
        book.Sheet("Sheet2", SmallBook.Rows("2012604\t档案馆\t3.20\t3.20"));
        var read = Reader.Read(book.Paper(), Documents.Library);
        Assert.Single(read.Tables);
        Assert.Contains(read.Statements.OfType<AmountStatement>(), a => a.Place is { Sheet: "Sheet2", Cell: "C1" } && a.Amount?.Value == 3.2m);
    }

    [Fact]
    public void Text_in_one_column_is_narrative_and_a_cell_may_hold_several_paragraphs()
    {
        var paper = Book("编制说明\n\n一、总体情况\n2026年收入预算12.50万元。\r\n2026年支出预算12.50万元。".Replace("\r\n", "&#10;", StringComparison.Ordinal)).Paper();
        Assert.All(paper.Blocks, b => Assert.IsType<TextLine>(b));
        Assert.True(((TextLine)paper.Blocks[0]).Prominent);
        var raw = new SmallBook().Sheet("说明", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>第一段。\n第二段。</t></is></c></row>").Paper();
        Assert.Equal("说明\n第一段。\n第二段。", SmallBook.Shown(raw));
    }

    [Fact]
    public void Merged_cells_span_and_what_they_cover_is_not_seen()
    {
        var paper = Book("项目\t金额\t盖住\t备注\n人员\t1\t2\t无\n公用\t3\t4\t无", format: "0", behind: "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>").Paper();
        var grid = Assert.IsType<Grid>(Assert.Single(paper.Blocks));
        Assert.True(grid.Ruled);
        Assert.Equal((2, "金额"), (grid.Rows[0].Cells[1].Columns, grid.Text(0, 2)));
        Assert.Equal((0, 1), grid.Rows[0].Cells[2].CoveredFrom);
    }

    [Fact]
    public void Hidden_sheets_rows_and_columns_are_kept_out_and_told()
    {
        var book = new SmallBook().Sheet("甲", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4</v></c></row><row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"C3\"><v>6</v></c></row>",
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>").Sheet("乙", SmallBook.Rows("机密\t1"), state: "veryHidden");
        var paper = book.Paper();
        Assert.Equal("1|3\n5|6", SmallBook.Shown(paper));
        Assert.Equal(["hidden-rows", "hidden-columns", "hidden-sheet"], paper.Faults.Select(f => f.Kind));
        var read = Reader.Read(paper, Documents.Library);
        Assert.Equal(3, read.ReadingFindings.Count(f => f is { Rule: "MZ706", Severity: Severity.Note }));
        Assert.Contains(read.ReadingFindings, f => f.Message.Chinese.Contains("“乙”是隐藏的（2 格", StringComparison.Ordinal));
    }

    [Fact]
    public void Digits_that_the_format_hides_are_told_with_examples()
    {
        var paper = Book("项目\t金额\n人员\t1.005\n公用\t2.25", "表").Paper();
        Assert.Equal("项目|金额\n人员|1.01\n公用|2.25", SmallBook.Shown(paper));
        var finding = Assert.Single(Reader.Read(paper, Documents.Library).ReadingFindings, f => f.Rule == "MZ707");
        Assert.Contains("B2 显示 1.01，所存 1.005", finding.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_give_their_saved_results_and_errors_are_told_with_their_cells()
    {
        var paper = new SmallBook().Sheet("表", "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"C1\"><f>SUM(A1)</f></c><c r=\"D1\" t=\"str\"><f>A</f><v>甲</v></c></row>").Paper();
        Assert.Equal("2|#DIV/0!|甲", SmallBook.Shown(paper));
        var messages = Reader.Read(paper, Documents.Library).ReadingFindings.Where(f => f.Rule == "MZ708").Select(f => f.Message.Chinese).ToList();
        Assert.Contains(messages, m => m.Contains("B1 #DIV/0!", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("没有保存结果：C1", StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_strings_drop_phonetics_and_keep_all_pieces()
    {
        var book = new SmallBook { Texts = "<si><r><t>基本</t></r><r><rPr><b/></rPr><t>支出</t></r><rPh sb=\"0\" eb=\"1\"><t>jiben</t></rPh></si><si><t>_x0041_甲_x000D_</t></si>" };
        Assert.Equal("基本支出|A甲", SmallBook.Shown(book.Sheet("表", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c></row>").Paper()));
    }

    [Fact]
    public void The_strict_form_1904_dates_hidden_zeros_and_text_that_is_a_number_are_read()
    {
        var book = new SmallBook { Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main", WorkbookProperties = "<workbookPr date1904=\"1\"/>" };
        var date = book.Style("yyyy/m/d");
        var paper = book.Sheet("表", $"<row r=\"1\"><c r=\"A1\" s=\"{date}\"><v>{45292 - 1462}</v></c><c r=\"B1\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>12.30</t></is></c><c r=\"D1\" t=\"b\"><v>1</v></c></row>", "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>").Paper();
        Assert.Equal("2024/1/1|12.30|TRUE", SmallBook.Shown(paper));
    }

    [Fact]
    public void Codes_in_three_columns_keep_their_meaning_without_zeros()
    {
        var lines = "部门支出总表\n单位：万元\n类\t款\t项\t科目名称\t合计\t基本支出\n\t\t\t合计\t5.00\t5.00\n201\t\t\t一般公共服务支出\t5.00\t5.00\n201\t26\t\t档案事务\t5.00\t5.00\n201\t26\t1\t行政运行\t5.00\t5.00";
        var read = Reader.Read(Book(lines, format: "General").Paper(), Documents.Library);
        Assert.Equal(["", "201", "20126", "2012601"], Assert.Single(read.Tables).Rows.Select(r => r.Code));
        Assert.Empty(read.Unbound);
    }
}
