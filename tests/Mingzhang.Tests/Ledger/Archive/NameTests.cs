using Mingzhang.Ledger.Archive;

namespace Mingzhang.Tests.Ledger.Archive;

public class NameTests
{
    [Theory]
    [InlineData("上海市XX局")]
    [InlineData("上海市普陀区××单位")]
    [InlineData("单位名称】")]
    [InlineData("部门名称")]
    [InlineData("某某局")]
    [InlineData("本部门")]
    [InlineData("")]
    public void What_a_template_leaves_in_the_place_of_a_name_is_none(string entity) => Assert.Null(NamedBody.Of(entity));

    [Theory]
    [InlineData("重庆市科学技术协会", "重庆市")]
    [InlineData("云溪区市场秩序局", "云溪区")]
    [InlineData("中共云海市石桥区委社会工作部", "云海市石桥区")]
    [InlineData("东岭省委办公厅", "东岭省")]
    [InlineData("平海综合实验区公安局", "平海综合实验区")]
    [InlineData("科技馆", null)]
    public void A_body_belongs_to_the_place_with_which_its_name_begins(string name, string? region)
    {
        Assert.Equal(name, NamedBody.Of(name));
        Assert.Equal(region, RegionName.Of(name));
    }
}
