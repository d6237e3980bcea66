using Mingzhang.Documents;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Storage;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Excel;

namespace Mingzhang.Tests.Ledger;

/// <summary>导入：rows, faults with their places, units of money, mappings.</summary>
public class ImportTests
{
    private const string Head = "预算单位,资金性质,支出性质,支出功能分类,经济分类科目,金额(元),备注\n";

    [Fact]
    public void Rows_become_lines_with_the_government_code_beside_the_departmental_one()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var result = Import(hands, Head + "700001 本级,一般公共预算资金,人员经费,2012601 行政运行,30101 基本工资,\"1,234,567.89\",\n700002,111,公用经费,档案馆,30201,１２３.4,\"带,逗号\"\n合计,,,,,1234691.29,\n");
        Assert.Equal(2, result.Stored);
        Assert.Equal([123456789L, 12340], hands.Lines().Select(l => l.Fen));
        Assert.Equal(["50101", "50502"], hands.Lines().Select(l => l.Government));
        Assert.Equal("2012604", hands.Lines()[1].Function);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_sheet_row_and_column_and_nothing_is_stored()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var faults = Refused(hands, Head
            + "700009,一般公共预算,公用经费,2012601,30201,1,\n"
            + "700001,一般公共预算,公用经费,2012061,30201,1,\n"
            + "700001,一般公共预算,公用经费,2012601,30250,1,\n"
            + "700001,一般公共预算,公用经费,2012601,30201,-5,\n"
            + "700001,一般公共预算,公用经费,2012601,30202,十元,\n"
            + "700001,一般公共预算,公用经费,2012601,30203,0.001,\n"
            + "700001,甲资金,公用经费,2012601,30204,1,\n"
            + "700001,一般公共预算,公用经费,2012601 行政管理,30205,1,\n"
            + "700001,一般公共预算,公用经费,2012601,30206,1,\n"
            + "700001,一般公共预算,公用经费,2012601,30206,2,\n");
        Assert.Equal(["A2", "D3", "E4", "F5", "F6", "F7", "B8", "D9", "11"], faults.Select(f => f.At!.Letters + f.At.Row));
        Assert.Contains("2012601 行政运行", faults[1].Remedy.Chinese, StringComparison.Ordinal);
        Assert.Contains("与第 10 行重复", faults[^1].Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(hands.Lines());
    }

    [Fact]
    public void The_sound_rows_are_stored_where_the_user_asks_for_them()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var result = Import(hands, Head + "700001,一般公共预算,公用经费,2012601,30201,5,\n700001,一般公共预算,公用经费,2012601,30202,-5,\n", partial: true);
        Assert.Equal(1, result.Stored);
        Assert.Single(result.Problems);
        Assert.Single(hands.Lines());
    }

    [Fact]
    public void A_code_of_other_years_is_told_as_such()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var closed = Library.Standard.Catalogues["functions"].Entries.First(e => e is { Code.Length: 7 } && Library.Standard.Catalogues["functions"].Find(e.Code, Hands.Year) is null);
        var fault = Assert.Single(Refused(hands, Head + $"700001,一般公共预算,公用经费,{closed.Code},30201,5,\n"));
        Assert.Contains($"在 {Hands.Year} 年不用", fault.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_ten_thousand_times_last_years_are_a_mistaken_unit()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        hands.Put("700001", Hands.Year - 1, Hands.Running("700001", "public", "30201", 5_000_00, Hands.Year - 1));
        hands.Add(Hands.Year);
        var rows = "资金性质,支出性质,支出功能分类,经济分类科目,金额(万元)\n一般公共预算,公用经费,2012601,30201,5200\n";
        var fault = Assert.Single(Refused(hands, rows, unit: "700001"));
        Assert.Contains("相差约一万倍", fault.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("E2", fault.At!.Letters + fault.At.Row);
        hands.Do(w => LineImport.Run(w, Library.Standard, CsvGrid.Read(rows)!, new ImportRequest("a.csv", Hands.Year, "budget", "700001", SureOfUnit: true)), Hands.Clerk);
    }

    [Fact]
    public void Moved_columns_are_found_by_name_and_a_kept_mapping_names_what_is_gone()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var rows = "金额(万元)\t经费\t钱从哪来\t科目\t经济分类科目\n";
        hands.Do(w => w.Put(new RecordValues().Set("name", "我的表").Set("columns", "amount: 金额(万元)\nnature: 经费\nfund: 钱从哪来\nfunction: 科目\neconomic: 经济分类科目\n").As(Kinds.Mapping, "我的表", "common", 0)));
        hands.Do(w => LineImport.Run(w, Library.Standard, CsvGrid.Read(rows + "1.5\t公用经费\t一般公共预算\t2012601\t30201\n")!, new ImportRequest("a.tsv", Hands.Year, "budget", "700001", Map: "我的表")), Hands.Clerk);
        Assert.Equal(1_500_000, Assert.Single(hands.Lines()).Fen);
        var problems = hands.Refused(w => LineImport.Run(w, Library.Standard, CsvGrid.Read(rows.Replace("钱从哪来", "来源", StringComparison.Ordinal))!, new ImportRequest("a.tsv", Hands.Year, "budget", "700001", Map: "我的表")), Hands.Clerk);
        Assert.Contains("钱从哪来", problems[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_files_are_refused_in_bounded_time()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        Assert.Null(CsvGrid.Read(new string(',', 20_000_000)));
        Assert.Null(CsvGrid.Read(new string('\n', 20_000_000)));
        Assert.Single(CsvGrid.Read("\"" + new string('x', 10_000_000))!.Rows);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var faults = Refused(hands, Head + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"700001,一般公共预算,公用经费,{i % 10_000_000:0000000},{new string('9', i % 50)},{i}x,\n")));
        Assert.Equal(LineImport.MostProblems, faults.Count / 100 * 100);
        Assert.Contains("后面的行没有再看", faults[^1].Message.Chinese, StringComparison.Ordinal);
        var lengthy = Refused(hands, Head + $"700001,一般公共预算,公用经费,2012601,30201,5,{new string('长', 1_000_000)}\n700001,一般公共预算,公用经费,{new string('1', 1_000_000)},30201,5,\n");
        Assert.All(lengthy, f => Assert.InRange(f.Message.Chinese.Length, 1, 200));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Rows_of_a_workbook_are_told_by_sheet_and_cell()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        var book = new SmallBook().Sheet("支出", SmallBook.Rows("资金性质\t支出性质\t支出功能分类\t经济分类科目\t金额(元)\n一般公共预算\t公用经费\t2012601\t30201\t12.5\n一般公共预算\t公用经费\t2012601\t30250\t7\n")).Bytes();
        var grid = Opening.Bytes("a.xlsx", book).Paper!.Blocks.OfType<Grid>().Single();
        var request = new ImportRequest("a.xlsx", Hands.Year, "budget", "700001");
        var fault = Assert.Single(hands.Refused(w => LineImport.Run(w, Library.Standard, grid, request), Hands.Clerk));
        Assert.Equal("支出!D3", fault.At!.ToString());
        hands.Do(w => LineImport.Run(w, Library.Standard, grid, request with { Partial = true }), Hands.Clerk);
        Assert.Equal(1250, Assert.Single(hands.Lines()).Fen);
    }

    private static Imported Import(Hands hands, string csv, string? unit = null, bool partial = false)
    {
        Imported? result = null;
        hands.Do(w => result = LineImport.Run(w, Library.Standard, CsvGrid.Read(csv)!, new ImportRequest("a.csv", Hands.Year, "budget", unit, Partial: partial)), Hands.Clerk);
        return result!;
    }

    private static IReadOnlyList<Problem> Refused(Hands hands, string csv, string? unit = null) =>
        hands.Refused(w => LineImport.Run(w, Library.Standard, CsvGrid.Read(csv)!, new ImportRequest("a.csv", Hands.Year, "budget", unit)), Hands.Clerk);
}
