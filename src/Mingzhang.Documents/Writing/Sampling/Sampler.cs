using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样底稿：a fictional department or unit for any book, wholly decided by its seed.</summary>
public static class Sampler
{
    private const int LastYear = 2026;
    private static readonly string[] Towns = ["云溪市", "岚山县", "松河市", "望江区", "青浦岭县", "临泽市", "石桥区", "白鹭湾区"];
    private static readonly string[] Offices = ["档案局", "文化局", "农业局", "教育局", "统计局", "规划局", "体育局"];
    private static readonly string[] Institutions = ["图书馆", "博物馆", "农业技术推广中心", "信息中心", "少年宫", "测绘院"];

    /// <summary>抽一份底稿。</summary>
    public static Draft Draft(Library library, FormBook book, int seed) => Drafts(library, book, seed, 1)[0];

    /// <summary>抽连续几年的底稿: one department, each year's figures being the next year's last.</summary>
    /// <param name="library">Codes, forms and words.</param>
    /// <param name="book">The book that is to be printed.</param>
    /// <param name="seed">Decides everything.</param>
    /// <param name="years">How many years.</param>
    public static IReadOnlyList<Draft> Drafts(Library library, FormBook book, int seed, int years)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(book);
        var scope = book.Scope ?? (seed % 3 == 0 ? DocumentScope.Unit : DocumentScope.Department);
        var budget = new SampledBudget(library, book, scope, seed, LastYear - (seed % 5), years);
        var names = scope == DocumentScope.Unit ? Institutions : Offices;
        var entity = Towns[budget.Next(0, Towns.Length)] + names[budget.Next(0, names.Length)];
        var vehicles = Number(budget.Vehicles);
        var draft = new Draft
        {
            Entity = entity,
            Year = budget.Year,
            Kind = book.Kind == DocumentKind.Final ? DocumentKind.Final : DocumentKind.Budget,
            Scope = scope,
            Cube = budget.Cube,
            Words = SampledWords.Of(library, entity, scope, budget),
            Counts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["vehicles"] = vehicles,
                ["vehicles-general"] = vehicles,
                ["vehicles-law"] = "0",
                ["vehicles-other"] = "0",
                ["vehicles-bought"] = "0",
                ["projects"] = Number(budget.Projects.Count),
                ["groups"] = "1",
                ["travellers"] = Number(budget.Next(2, 6)),
                ["receptions"] = Number(budget.Next(3, 30)),
                ["guests"] = Number(budget.Next(40, 300)),
            },
            Performance = [Objective(library.Space, "", budget, scope), .. budget.Projects.Select(p => Objective(library.Space, p, budget, scope))],
        };
        return [.. Enumerable.Range(0, years).Select(i => draft with { Year = budget.Year - years + 1 + i })];
    }

    private static PerformanceObject Objective(Space space, string project, SampledBudget budget, DocumentScope scope)
    {
        var whole = project.Length == 0;
        var number = Number(budget.Next(3, 90));
        var weight = budget.Next(2, 7) * 10;
        AmountStatement? money = null;
        if (!whole)
        {
            var point = space.Parse($"year={Number(budget.Year)} phase=budget entity={(scope == DocumentScope.Unit ? "unit" : "department")} measure=expenditure nature=project fund=fiscal", out _)!.With(space.Member("project", project)!);
            money = new AmountStatement { Id = project, Point = point, Place = new Place(), Raw = "", Amount = new Amount((budget.Cube.At(point) ?? 0) / 10_000m, MoneyUnit.TenThousand, 2) };
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
        WeightText = Number(weight),
        Weight = weight,
        Core = whole ? true : null,
        Place = new Place(),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
