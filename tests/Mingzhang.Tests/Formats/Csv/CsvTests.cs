using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Excel;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Csv;

/// <summary>分隔文本：told from plain text by its content, in every encoding and with every separator; quotes hold separators and line ends.</summary>
public class CsvTests
{
    private const string Table = "部门收入总表,,,\n,,,单位：万元\n科目编码,科目名称,总计,一般公共预算拨款收入\n,合计,\"1,212.50\",\"1,212.50\"\n201,\"一般公共\n服务支出\",\"1,212.50\",\"1,212.50\"\n20126,档案事务,\"1,212.50\",\"1,212.50\"\n2012601,行政运行,\"1,212.50\",\"1,212.50\"\n";

    private static PaperDocument Paper(string text, Encoding? encoding = null) => Opening.Bytes("a.csv", [.. (encoding ?? Encoding.UTF8).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)]).Paper!;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('|')]
    [InlineData('\t')]
    public void Every_separator_gives_the_same_table(char separator)
    {
        var quoted = false;
        var text = string.Concat(Table.Select(c => (quoted ^= c == '"') || c != ',' ? c : separator));
        var paper = Paper(text);
        Assert.Equal("csv", paper.Format);
        var read = Reader.Read(paper, Documents.Library);
        Assert.Equal(("部门收入总表", "万元"), (Assert.Single(read.Tables).Title, read.Tables[0].Unit?.Name));
        Assert.Empty(read.Unbound);
        Assert.All(read.Statements.OfType<Mingzhang.Budget.AmountStatement>(), a => Assert.Equal(1212.5m, a.Amount?.Value));
        Assert.Equal([4, 4, 5, 5, 7, 7, 8, 8], read.Statements.Select(s => s.Place.Line ?? 0).Order());
    }

    [Fact]
    public void Encodings_are_told_apart()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.All([Encoding.UTF8, new UTF8Encoding(false), Encoding.GetEncoding("GB18030"), Encoding.Unicode], e => Assert.Equal(SmallBook.Shown(Paper(Table)), SmallBook.Shown(Paper(Table, e))));
    }

    [Fact]
    public void Several_tables_stand_in_one_file()
    {
        var read = Reader.Read(Paper(Table + "\n" + Table.Replace("收入", "支出", StringComparison.Ordinal)), Documents.Library);
        Assert.Equal(["部门收入总表", "部门支出总表"], read.Tables.Select(t => t.Title));
    }

    [Theory]
    [InlineData("人员经费  1,234.56  2,345.67\n公用经费  2,234.56  3,345.67\n项目经费  3,234.56  4,345.67\n")]
    [InlineData("项目\t金额\n人员\t1\n公用\t2\n")]
    [InlineData("本部门主要职责,按照规定,负责有关工作的组织和实施以及监督管理。\n本部门主要职责,按照规定,负责有关工作的组织和实施以及监督管理。\n本部门主要职责,按照规定,负责有关工作的组织和实施以及监督管理。\n")]
    [InlineData("第一行\n第二行,有逗号\n第三行\n第四行\n第五行\n")]
    public void Plain_text_stays_plain_text(string text) => Assert.Equal("text", Paper(text).Format);

    [Fact]
    public void What_keeps_a_spreadsheet_from_counting_is_no_part_of_the_text() =>
        Assert.Equal("编码|名称\n0101|=甲\n02|@乙", SmallBook.Shown(Paper("编码,名称\n\"=\"\"0101\"\"\",'=甲\n=\"02\",'@乙\n")));

    [Fact]
    public void Rows_that_are_too_wide_are_told()
    {
        var paper = Paper(Table + new string(',', 400) + "1\n");
        Assert.Contains(paper.Faults, f => f is { Kind: PaperFault.TooWide, Detail: "9 401" });
    }

    [Fact]
    public void The_sample_as_separated_text_says_what_it_says_with_tabs()
    {
        var text = string.Join('\n', Documents.Sample.Split('\n').Select(l => l.Contains('\t', StringComparison.Ordinal) ? string.Join(',', l.Split('\t').Select(c => c.Contains(',', StringComparison.Ordinal) ? $"\"{c}\"" : c)) : $"\"{l}\""));
        var read = Reader.Read(Paper(text), Documents.Library);
        Assert.Equal("csv", read.Facts.Format);
        var expected = Documents.Read(Documents.Sample);
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        Assert.Empty(plain.Except(other).Concat(other.Except(plain)));
    }
}
