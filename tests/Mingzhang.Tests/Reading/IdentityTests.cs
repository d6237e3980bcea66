using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>文件身份：whose document it is, from the head of a web page, a title without a year, its first heading or the sentence on its duties.</summary>
public class IdentityTests
{
    private const string Body = "\n\n2026年收入预算100.00万元，支出预算100.00万元。\n";

    [Theory]
    [InlineData("青石县档案局2026年部门预算情况说明" + Body)]
    [InlineData("首页 / 政务公开 / 预决算 / 正文\n\n青石县档案局2026年部门预算情况说明" + Body)]
    [InlineData("当前位置：首页 政务公开 2025年预算\n\n青石县档案局2026年部门预算情况说明" + Body)]
    [InlineData("青石县人民政府门户网站\n\n青石县档案局2026年部门预算情况说明" + Body)]
    [InlineData("青石县档案局部门预算情况说明" + Body)]
    [InlineData("第一部分 青石县档案局概况\n\n一、主要职责" + Body)]
    [InlineData("一、青石县档案局主要职责\n\n负责全县档案工作。" + Body)]
    [InlineData("一、单位情况\n\n青石县档案局内设3个股室。" + Body)]
    [InlineData("一、预算范围\n\n纳入青石县档案局2026年部门预算编制范围的单位包括本级。" + Body)]
    [InlineData("青石县档案局（本级）2026年部门预算情况说明" + Body)]
    [InlineData("青石县档案局本级2026年单位预算情况说明" + Body)]
    public void The_department_is_found_in_what_names_it(string text) => Assert.Equal("青石县档案局", Documents.Read(text).Facts.Entity);

    [Theory]
    [InlineData("一、本部门主要职责\n\n负责档案工作。" + Body)]
    [InlineData("第一部分 部门概况\n\n一、主要职责" + Body)]
    [InlineData("根据县委编办文件，内设3个股室。" + Body)]
    public void Words_that_name_nobody_are_no_name(string text) => Assert.Null(Documents.Read(text).Facts.Entity);

    [Fact]
    public void Without_a_title_the_year_is_the_one_that_is_named_most() =>
        Assert.Equal(2026, Documents.Read("青石县档案局部门预算情况说明\n\n2026年收入预算100.00万元，比2025年预算增加10.00万元。2026年支出预算100.00万元。\n").Facts.Year);

    [Fact]
    public void A_title_whole_in_its_own_line_takes_nothing_from_above()
    {
        var facts = Documents.Read("政府信息公开\n青石县档案局2026年部门预算\n公开日期 2026年2月1日" + Body).Facts;
        Assert.Equal(("青石县档案局", 2026, DocumentKind.Budget), (facts.Entity, facts.Year, facts.Kind));
    }

    [Fact]
    public void A_title_over_two_lines_of_a_cover_is_one() =>
        Assert.Equal("青石县档案局", Documents.Read("青石县档案局\n2026年部门预算" + Body).Facts.Entity);

    [Fact]
    public void The_three_public_expenses_alone_have_their_body_too()
    {
        var facts = Documents.Read("2025年青石县档案局“三公”经费支出情况说明\n\n“三公”经费支出决算为6.20万元。\n").Facts;
        Assert.Equal("青石县档案局", facts.Entity);
        Assert.Equal(2025, facts.Year);
    }

    [Fact]
    public void A_whole_document_in_one_line_has_its_title_before_its_contents() =>
        Assert.Equal("青石县档案局", Documents.Read("青石县档案局2026年部门预算情况说明目录一、部门概况二、收支情况" + string.Concat(Enumerable.Repeat("三、本部门按照规定编制预算，收入支出平衡。", 12)) + "\n").Facts.Entity);
}
