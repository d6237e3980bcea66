using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;

namespace Mingzhang.Tests.Generated;

/// <summary>随机底稿：a random budget with the sample's terms, neutral reasons and objectives of its own projects.</summary>
internal static class GeneratedDraft
{
    private static readonly string[] Towns = ["云溪市", "岚山县", "松河市", "望江区"];
    private static readonly string[] Offices = ["档案局", "文化局", "农业局", "教育局", "统计局"];
    private static readonly Draft Sample = SampleDraft.Build(Documents.Library);

    public static Draft Build(int seed)
    {
        var budget = new RandomBudget(seed, 2020 + (seed % 7));
        var entity = Towns[budget.Next(0, Towns.Length)] + Offices[budget.Next(0, Offices.Length)];
        var words = new Dictionary<string, string>(Sample.Words, StringComparer.Ordinal)
        {
            ["duties"] = entity + "是市政府工作部门，负责本行业的规划、管理和服务。",
            ["units"] = entity + "内设办公室、业务科，无下属单位。",
            ["why-basic"] = "人员和定额有所调整",
            ["why-project"] = "年度任务安排有所调整",
            ["use-project"] = string.Join('、', budget.Projects),
            ["why-operating"] = "日常办公需要有所调整",
            ["why 三公/abroad"] = "出访计划有所调整",
            ["why 三公/reception"] = "来访安排有所调整",
            ["why 三公/vehicles/running"] = "车辆使用安排有所调整",
        };
        var vehicles = budget.Vehicles.ToString(CultureInfo.InvariantCulture);
        return Sample with
        {
            Entity = entity,
            Year = budget.Year,
            Cube = budget.Cube,
            Words = words,
            Counts = new Dictionary<string, string>(Sample.Counts, StringComparer.Ordinal) { ["vehicles"] = vehicles, ["vehicles-general"] = vehicles },
            Performance = [Objective("", budget), .. budget.Projects.Select(p => Objective(p, budget))],
        };
    }

    private static PerformanceObject Objective(string project, RandomBudget budget)
    {
        var whole = project.Length == 0;
        var number = budget.Next(3, 90).ToString(CultureInfo.InvariantCulture);
        var space = Documents.Library.Space;
        var weight = budget.Next(2, 7) * 10;
        var yuan = 0m;
        AmountStatement? money = null;
        if (!whole)
        {
            var point = space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={budget.Year} phase=budget entity=department measure=expenditure nature=project fund=fiscal"), out _)!.With(space.Member("project", project)!);
            yuan = budget.Cube.At(point) ?? 0;
            money = new AmountStatement { Id = project, Point = point, Place = new Place(), Raw = "", Amount = new Amount(yuan / 10_000m, MoneyUnit.TenThousand, 2) };
        }

        return new PerformanceObject
        {
            Table = whole ? "表十" : "表十二",
            Name = project,
            Whole = whole,
            Money = money,
            Goal = whole ? $"全年完成重点任务{number}项，群众满意度达到95%。" : $"完成{project}任务{number}项，按期完成率达到100%。",
            Place = new Place(),
            Indicators =
            [
                Indicator(whole ? "重点任务完成数量" : project + "任务完成数量", "≥", number, "项", weight, whole),
                Indicator(whole ? "群众满意度" : "任务按期完成率", whole ? "≥" : "=", whole ? "95" : "100", "%", 90 - weight, whole),
                Indicator("年度预算执行率", "=", "100", "%", 10, whole),
            ],
        };
    }

    private static Indicator Indicator(string name, string nature, string value, string unit, int weight, bool whole) => new()
    {
        Name = name,
        Nature = nature,
        Value = value,
        Number = decimal.Parse(value, CultureInfo.InvariantCulture),
        Unit = unit,
        WeightText = weight.ToString(CultureInfo.InvariantCulture),
        Weight = weight,
        Core = whole ? true : null,
        Place = new Place(),
    };
}
