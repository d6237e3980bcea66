using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>旧工作簿：records of Excel 97 are read like sheets of today; what is damaged or locked says so.</summary>
public class OldBookTests
{
    [Fact]
    public void Records_give_the_same_table()
    {
        var paper = Opening.Bytes("a.xls", SmallRecords.Table).Paper!;
        Assert.Equal("xls", paper.Format);
        var read = Reader.Read(paper, Documents.Library);
        Assert.Equal("部门收入总表", Assert.Single(read.Tables).Title);
        Assert.Contains("12.50", SmallBook.Shown(paper), StringComparison.Ordinal);
        Assert.Empty(read.Unbound);
    }

    [Fact]
    public void Hidden_rows_errors_formulas_and_merged_cells_are_read()
    {
        var book = new SmallRecords()
            .Record(0x208, [.. SmallRecords.Word(1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0])
            .Record(0x27E, [.. SmallRecords.Place(0, 0, 0), .. BitConverter.GetBytes((1250 << 2) | 3)])
            .Record(0x205, [.. SmallRecords.Place(0, 1, 0), 0x17, 1])
            .Record(0x06, [.. SmallRecords.Place(0, 2, 0), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])
            .Record(0x207, [2, 0, 1, .. System.Text.Encoding.Unicode.GetBytes("甲乙")])
            .Record(0x203, [.. SmallRecords.Place(1, 0, 0), .. BitConverter.GetBytes(7d)])
            .Record(0xBD, [.. SmallRecords.Word(2), .. SmallRecords.Word(0), 0, 0, .. BitConverter.GetBytes((1 << 2) | 2), 0, 0, .. BitConverter.GetBytes((2 << 2) | 2), 1, 0])
            .Record(0xE5, [1, 0, 0, 0, 0, 0, 2, 0, 3, 0]);
        var paper = Opening.Bytes("a.xls", book.Bytes()).Paper!;
        Assert.Equal("12.5|#REF!|甲乙\n1|2|", SmallBook.Shown(paper));
        Assert.Equal(["hidden-rows", "error-values"], paper.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Locked_and_ancient_workbooks_say_what_to_do()
    {
        Assert.Contains("已加密", Opening.Bytes("a.xls", new SmallRecords { Encrypted = true }.Bytes()).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("Excel 95", Opening.Bytes("a.xls", [9, 0, 4, 0, 2, 0, 16, 0, 10, 0, 0, 0]).Problem!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_workbook_of_today_is_known_by_its_package()
    {
        var file = new byte[2048];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file, 0);
        (file[30], file[32], file[48], file[57]) = (9, 6, 1, 16);
        file.AsSpan(60, 4).Fill(0xFF);
        file.AsSpan(68, 4).Fill(0xFF);
        file.AsSpan(80, 432).Fill(0xFF);
        byte[] table = [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF];
        table.CopyTo(file, 512);
        var name = "EncryptedPackage";
        System.Text.Encoding.Unicode.GetBytes(name).CopyTo(file, 1024);
        (file[1024 + 64], file[1024 + 66]) = ((byte)((name.Length + 1) * 2), 2);
        var opened = Opening.Bytes("a.xlsx", file);
        Assert.Contains("已加密", opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("口令", opened.Remedy!.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus/budget_template.xls", "xls")]
    [InlineData("corpus/TPLd_部门预算模板.xlsx", "xlsx")]
    [InlineData("corpus/TPLu_单位预算模板.xlsx", "xlsx")]
    public void Templates_are_known_as_such_and_no_money_cell_is_left_unread(string file, string format)
    {
        var paper = Opening.File(Shared.File(file)).Paper!;
        Assert.Equal(format, paper.Format);
        var read = Reader.Read(paper, Documents.Library);
        var report = Mingzhang.Rules.Inspector.Check(read, Documents.Library);
        Assert.Equal(9, read.Tables.Count);
        Assert.DoesNotContain(read.Unbound, u => u.Place.Table is not null);
        Assert.Equal("MZ609", report.Findings[0].Rule);
        Assert.InRange(report.Findings.Count, 1, 8);
        Assert.DoesNotContain(report.Findings, f => f.Rule.StartsWith("MZ0", StringComparison.Ordinal) || f.Rule.StartsWith("MZ1", StringComparison.Ordinal));
        Assert.Contains(paper.Blocks, b => b is TextLine);
    }
}
