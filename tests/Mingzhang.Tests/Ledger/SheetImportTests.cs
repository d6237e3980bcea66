using System.Globalization;
using Mingzhang.Documents.Formats.Excel;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Journal;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Excel;

namespace Mingzhang.Tests.Ledger;

/// <summary>工作簿的导入：what is hidden, merged or in error is told by sheet and cell; a file that comes again is compared with what it brought before.</summary>
public class SheetImportTests
{
    private const string Head = "资金性质\t支出性质\t支出功能分类\t经济分类科目\t金额(元)\t备注\n";

    private static readonly ImportRequest Request = new("支出.xlsx", Hands.Year, "budget", "700001");

    [Fact]
    public void Hidden_rows_formulas_in_error_and_merged_cells_are_told_all_at_once()
    {
        var rows = SmallBook.Rows(Head + Row("30201", "5") + Row("30202", "6") + Row("30205", "7") + Row("30206", "8"))
            .Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal)
            .Replace("<c r=\"E4\" s=\"0\"><v>7</v></c>", "<c r=\"E4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", StringComparison.Ordinal);
        var book = new SmallBook().Sheet("支出", rows, behind: "<mergeCells><mergeCell ref=\"B4:B5\"/></mergeCells>");
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var problems = Refused(hands, book);
        Assert.Equal(["支出!3", "支出!E4", "支出!B5"], problems.Select(p => p.At!.ToString()).Distinct());
        Assert.Contains("有 1 行隐藏（第 3 行）", problems[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("#DIV/0!", problems[1].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("与 B4 合并", problems[^1].Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(hands.Lines());
        Assert.Equal(500, Assert.Single(Import(hands, book, partial: true)).Fen);
    }

    [Fact]
    public void Numbers_kept_as_text_are_read_and_what_is_no_number_is_told()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        string Text(string rows, string cell, string text) => rows.Replace($"<c r=\"{cell}\" s=\"0\"><v>5</v></c>", $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", StringComparison.Ordinal);
        var rows = SmallBook.Rows(Head + Row("30201", "5") + Row("30202", "5"));
        var text = new SmallBook().Sheet("支出", Text(rows, "E2", "1,234.50"));
        Imported? imported = null;
        hands.Do(w => imported = LineImport.Run(w, Documents.Library, Grid(text), Request), Hands.Clerk);
        Assert.Equal([123_450L, 500], hands.Lines().Select(l => l.Fen));
        var notice = Assert.Single(imported!.Notices!);
        Assert.Equal(("支出!E2", true), (notice.At!.ToString(), notice.Message.Chinese.Contains("是文本格式的数字，已读作 1,234.50 元", StringComparison.Ordinal)));
        var problem = Assert.Single(Refused(hands, new SmallBook().Sheet("支出", Text(SmallBook.Rows(Head + Row("30205", "5")), "E2", "5万元"))));
        Assert.Equal("支出!E2", problem.At!.ToString());
    }

    [Fact]
    public void Digits_that_are_not_shown_and_formulas_without_a_result_are_told()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var book = new SmallBook();
        var style = book.Style("0");
        var rows = SmallBook.Rows(Head + Row("30201", "5") + Row("30202", "6"))
            .Replace("<c r=\"E2\" s=\"0\"><v>5</v></c>", $"<c r=\"E2\" s=\"{style}\"><v>5.4</v></c>", StringComparison.Ordinal)
            .Replace("<c r=\"E3\" s=\"0\"><v>6</v></c>", "<c r=\"E3\"><f>E2+1</f></c>", StringComparison.Ordinal);
        var problems = Refused(hands, book.Sheet("支出", rows));
        Assert.Contains(problems, p => p.At!.ToString() == "支出!E2" && p.Message.Chinese.Contains("存的是另一个数", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.At!.ToString() == "支出!E3" && p.Message.Chinese.Contains("没有存下结果", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cell_in_error_is_told_however_many_there_are()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var rows = SmallBook.Rows(Head + string.Concat(Enumerable.Range(0, 30).Select(i => Row("30201", (100 + i).ToString(CultureInfo.InvariantCulture)))));
        for (var i = 0; i < 30; i++)
        {
            rows = rows.Replace(string.Create(CultureInfo.InvariantCulture, $"<c r=\"E{i + 2}\" s=\"0\"><v>{100 + i}</v></c>"), string.Create(CultureInfo.InvariantCulture, $"<c r=\"E{i + 2}\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), StringComparison.Ordinal);
        }

        var told = Refused(hands, new SmallBook().Sheet("支出", rows)).Where(p => p.Message.Chinese.Contains("公式出错", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(2, 30).Select(r => string.Create(CultureInfo.InvariantCulture, $"支出!E{r}")), told.Select(p => p.At!.ToString()));
    }

    [Fact]
    public void A_column_in_the_wrong_unit_is_seen_by_what_a_unit_comes_to_although_no_line_is_like_last_years()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        hands.Put("700001", Hands.Year - 1, Hands.Running("700001", "personnel", "30101", 900_000_00, Hands.Year - 1));
        hands.Add(Hands.Year);
        var problem = Assert.Single(Refused(hands, new SmallBook().Sheet("支出", SmallBook.Rows(Head.Replace("元", "万元", StringComparison.Ordinal) + Row("30201", "500000") + Row("30202", "400000")))));
        Assert.Equal("支出!E1", problem.At!.ToString());
        Assert.Contains("相差约一万倍，可能把元当作了万元", problem.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_comes_again_is_refused_and_a_revised_one_is_compared_and_replaces_it()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        hands.Put("700001", Hands.Running("700001", "public", "30239", 77));
        var first = new SmallBook().Sheet("支出", SmallBook.Rows(Head + Row("30201", "5") + Row("30202", "6") + Row("30205", "7")));
        Import(hands, first);
        Assert.Contains("的 3 行已经导入过（吴填，", Assert.Single(Refused(hands, first)).Message.Chinese, StringComparison.Ordinal);
        var revised = new SmallBook().Sheet("支出", SmallBook.Rows(Head + Row("30201", "5") + Row("30202", "9") + Row("30206", "8")));
        Assert.Contains("相同 1 行，改动 1 行，新增 1 行，缺少 1 行", Assert.Single(Refused(hands, revised)).Message.Chinese, StringComparison.Ordinal);
        Imported? result = null;
        hands.Do(w => result = LineImport.Run(w, Documents.Library, Grid(revised), Request with { Replace = true }), Hands.Clerk);
        Assert.Equal((1, "30202", "30205"), (result!.Difference!.Same, result.Difference.Changed.Single().Economic, result.Difference.Missing.Single().Economic));
        Assert.Equal([("30201", 500L), ("30202", 900), ("30206", 800), ("30239", 77)], hands.Lines().Select(l => (l.Economic, l.Fen)).OrderBy(l => l.Economic, StringComparer.Ordinal));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public void Another_file_of_the_same_name_that_brings_only_new_rows_is_added()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        Import(hands, new SmallBook().Sheet("支出", SmallBook.Rows(Head + Row("30201", "5"))));
        Assert.Equal(2, Import(hands, new SmallBook().Sheet("支出", SmallBook.Rows(Head + Row("30202", "6")))).Count);
    }

    private static string Row(string economic, string yuan) => string.Create(CultureInfo.InvariantCulture, $"一般公共预算\t公用经费\t2012601\t{economic}\t{yuan}\t\n");

    private static PaperDocument Paper(SmallBook book) => ExcelFormat.OpenRows("支出.xlsx", "", book.Bytes())!.Paper!;

    private static Grid Grid(SmallBook book) => Paper(book).Blocks.OfType<Grid>().Single();

    private static IReadOnlyList<Mingzhang.Ledger.Lines.Line> Import(Hands hands, SmallBook book, bool partial = false)
    {
        hands.Do(w => LineImport.Run(w, Documents.Library, Grid(book), Request with { Partial = partial }), Hands.Clerk);
        return hands.Lines();
    }

    private static IReadOnlyList<Problem> Refused(Hands hands, SmallBook book) => hands.Refused(w =>
    {
        SheetFaults.Of(Paper(book)).ToList().ForEach(w.Refuse);
        LineImport.Run(w, Documents.Library, Grid(book), Request);
    }, Hands.Clerk);
}
