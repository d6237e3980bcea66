using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>恶意的工作簿：bounded in time and memory, nothing followed, a word in both languages, no exception.</summary>
public class HostileBookTests
{
    private static Opened Open(SmallBook book)
    {
        var (bytes, watch) = (book.Bytes(), Stopwatch.StartNew());
        var opened = Opening.Bytes("a.xlsx", bytes);
        if (opened.Paper is { } paper)
        {
            Reader.Read(paper, Documents.Library);
        }

        // A second or two alone; tests run beside others.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
        return opened;
    }

    [Fact]
    public void A_million_empty_rows_and_a_size_that_lies_are_passed_over()
    {
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>");
        for (var r = 2; r <= 1_000_000; r++)
        {
            rows.Append("<row r=\"").Append(r).Append("\"/>");
        }

        Assert.Equal("1|2", SmallBook.Shown(Open(new SmallBook().Sheet("a", rows.ToString(), "<dimension ref=\"A1:XFD1048576\"/>")).Paper!));
    }

    [Fact]
    public void Cells_in_the_far_corner_and_too_many_columns_are_told()
    {
        var far = Open(new SmallBook().Sheet("a", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>")).Paper!;
        Assert.Contains(far.Faults, f => f.Kind == "sheet-limit");
        var wide = string.Concat(Enumerable.Range(0, 16_384).Select(c => $"<c r=\"{CellAddress.Letter(c)}1\"><v>{c}</v></c>"));
        var paper = Open(new SmallBook().Sheet("a", $"<row r=\"1\">{wide}</row>")).Paper!;
        Assert.Equal(PaperDocument.MostColumns, Assert.IsType<Grid>(Assert.Single(paper.Blocks)).Width);
        Assert.Contains(Reader.Read(paper, Documents.Library).ReadingFindings, f => f.Template == "MZ708.limit");
    }

    [Fact]
    public void Masses_of_cells_merges_and_text_stop_at_the_limits()
    {
        var many = new StringBuilder();
        for (var r = 1; r <= 90_000; r++)
        {
            many.Append("<row>").Append("<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>").Append("</row>");
        }

        Assert.Contains(Open(new SmallBook().Sheet("a", many.ToString())).Paper!.Faults, f => f is { Kind: "sheet-limit", Detail: "a\tcells" });
        var merges = new StringBuilder();
        for (var r = 0; r < 400_000; r++)
        {
            merges.Append("<mergeCell ref=\"A1:XFD1048576\"/>");
        }

        Assert.Contains(Open(new SmallBook().Sheet("a", SmallBook.Rows("1\t2\n3\t4"), behind: $"<mergeCells>{merges}</mergeCells>")).Paper!.Faults, f => f is { Kind: "sheet-limit", Detail: "a\tmerges" });
        var cells = string.Concat(Enumerable.Range(1, 20_000).Select(r => $"<row r=\"{r}\"><c t=\"s\"><v>0</v></c></row>"));
        Assert.Contains(Open(new SmallBook { Texts = $"<si><t>{new string('甲', 60_000)}</t></si>" }.Sheet("a", cells)).Paper!.Faults, f => f is { Kind: "sheet-limit", Detail: "a\tcells" });
    }

    [Fact]
    public void Sparse_rows_over_many_columns_are_no_grid()
    {
        var sparse = string.Concat(Enumerable.Range(1, 60_000).Select(r => $"<row r=\"{r}\"><c r=\"{CellAddress.Letter(r % 255)}{r}\"><v>1</v></c><c r=\"{CellAddress.Letter(255)}{r}\"><v>2</v></c></row>"));
        Assert.NotNull(Open(new SmallBook().Sheet("a", sparse)).Paper);
    }

    [Fact]
    public void Entities_are_refused_and_a_damaged_sheet_is_told()
    {
        var bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>";
        var opened = Open(new SmallBook().Sheet("a", SmallBook.Rows("1\t2")).Part("xl/worksheets/sheet9.xml", bomb).Part("rels", ""));
        Assert.NotNull(opened.Paper);
        var broken = Open(new SmallBook().Sheet("a", "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row><row").Sheet("b", SmallBook.Rows("1\t2"))).Paper!;
        Assert.Equal("7\n1|2", SmallBook.Shown(broken));
        Assert.Contains(broken.Faults, f => f is { Kind: "sheet-damaged", Detail: "a" });
        Assert.NotNull(Open(new SmallBook { WorkbookProperties = "<" }.Sheet("a", "")).Problem);
    }

    [Fact]
    public void Macros_and_links_are_told_and_never_followed()
    {
        var links = "<Relationship Id=\"x\" Type=\"t/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>";
        var paper = Open(new SmallBook().Sheet("a", SmallBook.Rows("1\t2")).Part("xl/vbaProject.bin", "x").Part("rels", links)).Paper!;
        Assert.Equal(["macros", "external-links"], paper.Faults.Select(f => f.Kind));
        Assert.Equal(2, Reader.Read(paper, Documents.Library).ReadingFindings.Count(f => f.Rule == "MZ706"));
    }

    [Fact]
    public void Nothing_to_see_is_refused_with_a_remedy()
    {
        var opened = Open(new SmallBook().Sheet("a", SmallBook.Rows("1\t2"), state: "hidden"));
        Assert.Contains("没有可见的内容", opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.NotNull(opened.Remedy);
    }

    [Fact]
    public void A_text_that_is_a_formula_is_defused_in_reports()
    {
        var text = Mingzhang.Documents.Reports.CsvCell.Quote(SmallBook.Shown(Open(new SmallBook().Sheet("a", "<row r=\"1\"><c t=\"inlineStr\"><is><t>=HYPERLINK(\"x\")</t></is></c></row>")).Paper!));
        Assert.StartsWith("\"'=", text, StringComparison.Ordinal);
    }
}
