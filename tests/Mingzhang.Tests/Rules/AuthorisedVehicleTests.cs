namespace Mingzhang.Tests.Rules;

/// <summary>车辆编制：no more vehicles are held than are authorised.</summary>
public class AuthorisedVehicleTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n一、部门基本情况\n\n";

    [Theory]
    [InlineData("车辆编制5辆，实有车辆5辆。\n", false)]
    [InlineData("车辆编制5辆，实有车辆4辆。\n", false)]
    [InlineData("车辆编制5辆，实有车辆6辆。\n", true)]
    [InlineData("核定公务用车编制数为5辆，实际保有6辆。\n", true)]
    [InlineData("实有车辆编制5辆，在编实有车辆6辆。\n", true)]
    [InlineData("人员编制5名，实有车辆6辆。\n", false)]
    public void More_than_are_authorised_are_a_question(string sentence, bool told) =>
        Assert.Equal(told, Documents.Findings(Head + sentence, "MZ515").Any(f => f.Template == "MZ515.authorised"));
}
