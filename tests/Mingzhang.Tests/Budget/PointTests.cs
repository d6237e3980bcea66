namespace Mingzhang.Tests.Budget;

/// <summary>点试验：containment, implication and narrowing.</summary>
public class PointTests
{
    [Theory]
    [InlineData("measure=uses", "measure=expenditure", true)]
    [InlineData("measure=expenditure fund=fiscal", "measure=expenditure fund=general nature=personnel", true)]
    [InlineData("function=206", "function=2060702", true)]
    [InlineData("function=206", "function=207", false)]
    [InlineData("nature=basic", "nature=project", false)]
    [InlineData("nature=basic", "", false)]
    [InlineData("purpose=三公/vehicles", "purpose=三公/vehicles/running", true)]
    public void A_point_contains_what_narrows_it_further(string whole, string part, bool contains) =>
        Assert.Equal(contains, Documents.Point(whole).Contains(Documents.Point(part)));

    [Theory]
    [InlineData("measure=expenditure purpose=三公/reception", "measure=expenditure fund=fiscal purpose=三公/reception")]
    [InlineData("purpose=机关运行", "fund=general nature=public purpose=机关运行")]
    [InlineData("fund=general nature=public economic=30217", "fund=general nature=public economic=30217 purpose=三公/reception")]
    [InlineData("economic=30217", "economic=30217")]
    public void Members_imply_coordinates(string said, string meant) => Assert.Equal(Documents.Point(meant), Documents.Point(said).Completed());

    [Fact]
    public void Narrowing_keeps_the_narrower_member()
    {
        Assert.Equal(Documents.Point("fund=general"), Documents.Point("fund=general").Narrow(Documents.Point("fund=fiscal")));
        Assert.Equal(Documents.Point("fund=general"), Documents.Point("fund=fiscal").Narrow(Documents.Point("fund=general")));
    }

    [Fact]
    public void An_unknown_coordinate_is_named()
    {
        Assert.Null(Documents.Library.Space.Parse("fund=gold", out var unknown));
        Assert.Equal("fund=gold", unknown);
    }
}
