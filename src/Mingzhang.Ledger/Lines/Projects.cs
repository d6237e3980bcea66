using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Lines;

/// <summary>项目：what project expenditure is for, with its objective. Its amounts are those of its lines.</summary>
internal sealed record Project
{
    /// <summary>项目状态，依次。</summary>
    public static readonly IReadOnlyList<string> States = ["储备", "已评审", "列入预算", "执行", "结束"];

    public required int Year { get; init; }

    public required string Unit { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string Category { get; init; } = "特定目标类";

    /// <summary>立项依据。</summary>
    public string Basis { get; init; } = "";

    public int Starts { get; init; }

    public int Ends { get; init; }

    public string State { get; init; } = "储备";

    /// <summary>绩效目标。</summary>
    public string Objective { get; init; } = "";

    /// <summary>涉密：neither it nor any of its lines is published.</summary>
    public bool Secret { get; init; }

    public long Version { get; init; }

    public string Id => IdOf(Year, Unit, Code);

    public static string IdOf(int year, string unit, string code) => string.Create(CultureInfo.InvariantCulture, $"{year}/{unit}/{code}");

    public static Project Of(StoredRecord r) => new()
    {
        Year = (int)r.Whole("year"),
        Unit = r["unit"],
        Code = r["code"],
        Name = r["name"],
        Category = r["category"],
        Basis = r["basis"],
        Starts = (int)r.Whole("starts"),
        Ends = (int)r.Whole("ends"),
        State = r["state"],
        Objective = r["objective"],
        Secret = r.Is("secret"),
        Version = r.Version,
    };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("code", Code).Set("name", Name).Set("category", Category).Set("basis", Basis)
        .Set("starts", Starts).Set("ends", Ends).Set("state", State).Set("objective", Objective).Set("secret", Secret).As(Kinds.Project, Id, Unit, Version);
}

/// <summary>项目的指标：one promise that can be measured.</summary>
internal sealed record ProjectIndicator(string Project, int Number, string Name, string Nature, string Value, string Unit, string Weight, string Core)
{
    /// <summary>是否核心指标的写法。</summary>
    public const string Yes = "是", No = "否";

    /// <summary>指标的性质。</summary>
    public static readonly IReadOnlyList<string> Natures = ["≥", "≤", "=", "定性"];

    public static ProjectIndicator Of(StoredRecord r) => new(r["project"], (int)r.Whole("number"), r["name"], r["nature"], r["value"], r["unit"], r["weight"], r["core"]);

    public StoredRecord Stored(string chain, long version) => new RecordValues().Set("project", Project).Set("number", Number).Set("name", Name).Set("nature", Nature).Set("value", Value)
        .Set("unit", Unit).Set("weight", Weight).Set("core", Core).As(Kinds.Indicator, string.Create(CultureInfo.InvariantCulture, $"{Project}/{Number}"), chain, version);
}

/// <summary>项目库：projects and their indicators are put in and read.</summary>
internal static class Projects
{
    public static IReadOnlyList<Project> Of(Reading reading, Unit unit) => [.. reading.All(Kinds.Project, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Project.Of)];

    public static IReadOnlyList<ProjectIndicator> Indicators(Reading reading, string project) => [.. reading.All(Kinds.Indicator, ("project", project)).Select(ProjectIndicator.Of).OrderBy(i => i.Number)];

    public static void Put(Writing writing, Unit unit, Project project)
    {
        if (!Code.Sound(writing, project.Code))
        {
            return;
        }

        if (!Project.States.Contains(project.State))
        {
            writing.Refuse($"项目状态“{project.State}”不能识别", $"the state '{project.State}' is not known", "应为 " + string.Join('、', Project.States), "see mingzhang project --help");
            return;
        }

        if (project.Starts > 0 && project.Ends > 0 && project.Starts > project.Ends)
        {
            writing.Refuse($"项目 {project.Code} 的起始年度 {project.Starts} 晚于终止年度 {project.Ends}", $"project {project.Code} begins in {project.Starts}, after its end in {project.Ends}", "请改正期限", "mend the period");
            return;
        }

        if (Of(writing, unit).FirstOrDefault(p => p.Name == project.Name && p.Code != project.Code) is { } other)
        {
            writing.Refuse($"项目 {other.Code} 已用名称“{project.Name}”", $"project {other.Code} has the name '{project.Name}' already", "公开时按名称列示，请另取名称", "projects are published by name; choose another");
            return;
        }

        if (Permission.Check(writing, "edit", unit))
        {
            writing.Put(project.Stored());
        }
    }

    public static void Put(Writing writing, Unit unit, ProjectIndicator indicator)
    {
        if (writing.Find(Kinds.Project, indicator.Project) is null)
        {
            writing.Refuse($"没有项目 {indicator.Project}", $"there is no project {indicator.Project}", "先建立项目", "add the project first");
            return;
        }

        if (Permission.Check(writing, "edit", unit))
        {
            var version = writing.Find(Kinds.Indicator, string.Create(CultureInfo.InvariantCulture, $"{indicator.Project}/{indicator.Number}"))?.Version ?? 0;
            writing.Put(indicator.Stored(unit.Code, version));
        }
    }
}
