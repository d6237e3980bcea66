using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>车辆：between two years they grow by what is bought; fewer is disposal, and no question.</summary>
public class VehicleTests
{
    [Theory]
    [InlineData(3, Outcome.Held)]
    [InlineData(2, Outcome.Held)]
    [InlineData(1, Outcome.Held)]
    [InlineData(4, Outcome.Broken)]
    public void Vehicles_grow_by_what_is_bought(int now, Outcome outcome)
    {
        var report = SeveralDocuments.Check(SeveralDocuments.Now + $"\n五、其他\n\n所属各预算单位共有车辆{now}辆。\n",
            (PairRole.Previous, SeveralDocuments.Last + "\n五、其他\n\n所属各预算单位共有车辆2辆。2025年安排购置车辆1辆。\n"));
        Assert.Equal(outcome, Assert.Single(SeveralDocuments.Checks(report, "MZ808")).Outcome);
    }

    [Fact]
    public void Where_a_document_prints_no_number_it_is_not_checked() =>
        Assert.Equal(Outcome.NotChecked, Assert.Single(SeveralDocuments.Checks(SeveralDocuments.Check(SeveralDocuments.Now, (PairRole.Previous, SeveralDocuments.Last)), "MZ808")).Outcome);
}
