using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Reading;

/// <summary>文本阅读：encodings, headers that break and repeat, blanks, digits of all widths, sentences over pages.</summary>
public class TextReadingTests
{
    private const string Title = "某市水务局2025年部门预算情况说明\n\n";

    [Theory]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-8", true, "UTF-8 (BOM)")]
    [InlineData("utf-16", true, "UTF-16 LE")]
    [InlineData("utf-16BE", true, "UTF-16 BE")]
    [InlineData("utf-16", false, "UTF-16 LE")]
    [InlineData("gb18030", false, "GB18030")]
    public void Encodings_are_told_by_content_and_stated(string name, bool mark, string stated)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Documents.Sample)];
        var paper = Opening.Bytes("x.txt", bytes).Paper!;
        Assert.Equal(stated, paper.Encoding);
        Assert.Empty(Mingzhang.Rules.Inspector.Check(Mingzhang.Documents.Reading.Reader.Read(paper, Documents.Library), Documents.Library).Findings);
    }

    [Theory]
    [InlineData("2025年一般公共预算财政拨款收入1,234.50万元。")]
    [InlineData("2025 年一般公共预算财政拨款收入 １，２３４．５０ 万元。")]
    [InlineData("2025年一般公共预算财政拨款收入1 2 3 4 . 5 0万元。")]
    [InlineData("2025年一般公共预算财政拨款\n\n- 3 -\n\n收入1234.50万元。")]
    [InlineData("2025年年初预算，一般公共预算财政拨款收入12\n34.50万元。")]
    public void One_amount_in_many_prints(string sentence)
    {
        var amount = Assert.Single(Documents.Read(Title + "三、部门预算情况说明\n\n" + sentence).Statements.OfType<AmountStatement>());
        Assert.Equal(12_345_000m, amount.Amount!.Value.Yuan);
    }

    [Theory]
    [InlineData("比2024年增加5.00万元", Direction.Increase, 2024, true)]
    [InlineData("较去年减少5.00万元", Direction.Decrease, 2024, true)]
    [InlineData("与上年持平", Direction.Flat, 2024, true)]
    [InlineData("较2024年年初预算数下降5.00万元", Direction.Decrease, 2024, false)]
    [InlineData("与2024年相比无变化", Direction.Flat, 2024, true)]
    [InlineData("与上年度保持一致", Direction.Flat, 2024, true)]
    public void Changes_in_many_wordings(string change, Direction direction, int year, bool assumed)
    {
        var read = Assert.Single(Documents.Read(Title + $"三、部门预算情况说明\n\n2025年基本支出100.00万元，{change}，主要原因是机构调整。").Statements.OfType<ChangeStatement>());
        Assert.Equal((direction, year, assumed), (read.Direction, read.Base.Year, read.Base.Assumed));
        Assert.Equal("机构调整", read.Reason);
    }

    [Fact]
    public void Nested_lists_inherit_their_heads()
    {
        var read = Documents.Read(Title + "三、部门预算情况说明\n\n2025年一般公共预算财政拨款支出100.00万元，其中：基本支出60.00万元，其中：人员经费40.00万元、公用经费20.00万元，项目支出40.00万元。");
        Assert.Equal(["", "basic", "personnel", "public", "project"], read.Statements.Select(s => s.Point.Key("nature") ?? ""));
        Assert.All(read.Statements, s => Assert.Equal("general", s.Point.Key("fund")));
    }

    [Fact]
    public void A_figure_that_is_not_understood_is_listed_and_its_change_is_not_given_to_another()
    {
        var read = Documents.Read(Title + "三、部门预算情况说明\n\n2025年基本支出100.00万元，月球专项资金5.00万元，比2024年增加1.00万元。");
        Assert.Equal(2, read.Unbound.Count);
        Assert.Contains("月球专项", read.Unbound[0].Reason.Chinese, StringComparison.Ordinal);
        Assert.Empty(read.Statements.OfType<ChangeStatement>());
    }

    [Fact]
    public void Columns_apart_by_blanks_are_a_table()
    {
        var read = Documents.Read(Title + """
            表八

            某市水务局部门支出总表

            单位：万元

            科目编码      科目名称              总计       基本支出     项目支出
                          合  计              300.00      200.00       100.00
            201           一般公共服务支出      300.00      200.00       100.00
            20129         群众团体事务          300.00      200.00       100.00
            2012901       行政运行              200.00      200.00
            2012902       一般行政管理事务      100.00                   100.00
            """);
        Assert.Equal(13, read.Statements.OfType<AmountStatement>().Count(a => !a.Blank));
        Assert.Equal("project", read.Statements.OfType<AmountStatement>().Single(a => a.Place is { Row: "2012902 一般行政管理事务" } && a is { Blank: false } && a.Point.Key("nature") is not null).Point.Key("nature"));
    }

    [Fact]
    public void Uses_reasons_counts_and_the_contact_are_kept()
    {
        var read = Documents.Read(Documents.Sample);
        Assert.Contains(read.Statements.OfType<AmountStatement>(), a => a.Use?.StartsWith("保障在职人员", StringComparison.Ordinal) == true);
        Assert.Contains(read.Statements.OfType<ChangeStatement>(), c => c.Reason == "严格执行公务接待标准");
        Assert.Contains(read.Statements.OfType<CountStatement>(), c => c is { Number: 2, Unit: "辆" });
        Assert.Equal(new Contact("林知远", "0100-5550123"), read.Contact);
    }

    [Fact]
    public void Earmarked_projects_one_after_another_keep_their_money_and_indicators()
    {
        var head = Documents.Sample[..Documents.Sample.IndexOf("项目名称\t\t\t\t\t\t\n主管部门", StringComparison.Ordinal)];
        static string Project(string name, string own, string counties) => $"项目名称\t{name}\t主管部门\t某局\t\t\t\n当年预算\t\t市级支出\t{own}\t\t\t\n\t\t补助区县\t{counties}\t\t\t\n项目概况\t\t\t\t\t\t\n当年绩效目标\t修好路。\t\t\t\t\t\n绩效指标\t指标名称\t指标性质\t指标值\t计量单位\t指标权重（%）\t是否核心\n\t里程\t≥\t10\t公里\t100\t是\n";
        var read = Documents.Read(head + Project("农村公路", "100.00", "50.00") + Project("桥梁", "30.00", "20.00"));
        var money = read.Statements.OfType<AmountStatement>().Where(a => a.Place.Table == "表十一" && !a.Blank).ToList();
        Assert.Equal(["100.00 own-level 农村公路", "50.00 subsidised 农村公路", "30.00 own-level 桥梁", "20.00 subsidised 桥梁"], money.Select(a => $"{a.Raw} {a.Point.Key("recipient")} {a.Point.Key("project")}"));
        Assert.Equal(2, read.Performance.Count(p => p.Table == "表十一" && p.Indicators.Count == 1));
    }

    [Fact]
    public void A_unit_is_not_a_department()
    {
        var read = Documents.Read("某市水文站2025年单位预算情况说明\n\n三、部门预算情况说明\n\n2025年基本支出10.00万元。");
        Assert.Equal(DocumentScope.Unit, read.Facts.Scope);
        Assert.Equal("unit", Assert.Single(read.Statements).Point.Key("entity"));
    }

    [Fact]
    public void Blank_nil_zero_and_not_stated_are_four_things()
    {
        var read = Documents.Read(Documents.Sample);
        Assert.Contains(read.Statements.OfType<AmountStatement>(), a => a is { Blank: true, Amount: null });
        Assert.Contains(read.Statements.OfType<AmountStatement>(), a => a is { Blank: false, Amount.Value: 0 });
        Assert.Contains(read.Statements, s => s is NilStatement);
        Assert.DoesNotContain(read.Statements, s => s.Point.Key("measure") == "surplus-used");
    }

    [Theory]
    [InlineData("<p>目标一。</p><p>目标二。</p>", "目标一。目标二。")]
    [InlineData("组织 科技工 作者", "组织科技工作者")]
    [InlineData("办好 A B 论坛", "办好A B论坛")]
    public void Marks_and_wraps_in_cells_are_taken_out(string cell, string words) => Assert.Equal(words, Mingzhang.Documents.Reading.ProjectRows.Words(cell));
}
