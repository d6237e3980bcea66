using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;

namespace Mingzhang.Tests.Generated;

/// <summary>随机预算：the lines of a fictional department, in yuan, so that what is printed in 万元 is rounded: codes, funds, projects,
/// amounts and changes by chance; each line of expenditure brings the income that pays for it.</summary>
internal sealed class RandomBudget
{
    private static readonly string[] Branches = ["20126", "20133", "20501", "20701", "21301", "21501", "20404", "21201"];
    private static readonly string[] Personnel = ["30101", "30102", "30103", "30106", "30107", "30112", "30199"];
    private static readonly string[] Public = ["30201", "30202", "30203", "30204", "30205", "30206", "30207", "30209", "30211", "30213", "30214", "30215", "30216", "30226", "30228", "30229", "30239", "30299"];
    private static readonly string[] Own = ["operating", "from-superiors", "business", "other"];
    private static readonly string[] Places = ["东", "西", "南", "北", "中心"];
    private static readonly string[] Things = ["设施更新", "信息系统建设", "宣传活动", "人员培训", "质量抽查", "档案整理"];
    private readonly Random _random;
    private readonly Space _space = Documents.Library.Space;
    private readonly List<BudgetLine> _lines = [];

    public RandomBudget(int seed, int year)
    {
        _random = new Random(seed);
        Year = year;
        var branch = Branches[_random.Next(Branches.Length)];
        Staff(branch);
        Offices(branch);
        Projects = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(i => Places[i] + "区" + Things[_random.Next(Things.Length)])];
        foreach (var project in Projects)
        {
            Project(project, branch);
        }

        if (_random.Next(4) == 0)
        {
            Projects.Add("城市道路改造");
            Add("government-funds", "project", "2120803", null, "城市道路改造", Money(5_000_000), "procurement/works");
        }
    }

    public int Year { get; }

    public List<string> Projects { get; } = [];

    public Cube Cube => new(_space, _lines);

    /// <summary>How many vehicles it owns: some where it pays for running them.</summary>
    public int Vehicles { get; private set; }

    public int Next(int from, int to) => _random.Next(from, to);

    private void Staff(string branch)
    {
        foreach (var code in Some(Personnel, 2))
        {
            Add("general", "personnel", branch + "01", code, null, Money(4_000_000));
        }

        Add("general", "personnel", "2080505", "30108", null, Money(900_000));
        Add("general", "personnel", "2080506", "30109", null, Money(450_000));
        Add("general", "personnel", "2101101", "30110", null, Money(500_000));
        Add("general", "personnel", "2210201", "30113", null, Money(700_000));
        if (_random.Next(2) == 0)
        {
            Add("general", "personnel", "2080501", "30302", null, Money(200_000));
        }
    }

    private void Offices(string branch)
    {
        foreach (var code in Some(Public, 3))
        {
            Add("general", "public", branch + "01", code, null, Money(300_000), "机关运行");
        }

        if (_random.Next(3) > 0)
        {
            Add("general", "public", branch + "01", "30217", null, Money(40_000), "机关运行", "三公/reception");
        }

        if (_random.Next(3) == 0)
        {
            Add("general", "public", branch + "01", "30212", null, Money(60_000), "机关运行", "三公/abroad");
        }

        if (_random.Next(3) > 0)
        {
            Vehicles = _random.Next(1, 6);
            Add("general", "public", branch + "01", "30231", null, Money(90_000), "机关运行", "三公/vehicles/running");
        }
    }

    private void Project(string project, string branch)
    {
        Add("general", "project", branch + "02", null, project, Money(2_500_000), _random.Next(3) switch { 0 => ["procurement/services"], 1 => ["procurement/goods"], _ => [] });
        if (_random.Next(2) == 0)
        {
            Add("general", "project", branch + "02", null, project, Money(800_000), "procurement/goods");
        }

        if (_random.Next(3) == 0)
        {
            Add(Own[_random.Next(Own.Length)], "project", branch + "02", null, project, Money(600_000));
        }
    }

    private void Add(string fund, string nature, string function, string? economic, string? project, decimal yuan, params string[] purposes)
    {
        var at = _space.Parse($"phase=budget entity=department fund={fund} nature={nature} function={function}", out _)!;
        at = economic is null ? at : at.With(_space.Member("economic", economic)!);
        at = project is null ? at : at.With(_space.Member("project", project)!);
        foreach (var (year, amount) in new[] { (Year, yuan), (Year - 1, Before(yuan)) })
        {
            var point = at.With(_space.Member("year", year.ToString(CultureInfo.InvariantCulture))!);
            _lines.Add(new BudgetLine(point.With(_space.Member("measure", "expenditure")!), amount, [.. purposes.Select(p => _space.Member("purpose", p)!)]));
            _lines.Add(new BudgetLine(
                point.Without(_space.Dimension("nature")!).Without(_space.Dimension("economic")!).Without(_space.Dimension("project")!).With(_space.Member("measure", "income")!), amount, []));
        }
    }

    // Sometimes whole ten-thousands, more often yuan, sometimes with cents.
    private decimal Money(int about) => _random.Next(6) switch
    {
        0 => _random.Next(1, 1 + (about / 10_000)) * 10_000m,
        1 => _random.Next(10_000, about) + (_random.Next(100) / 100m),
        _ => _random.Next(10_000, about),
    };

    // The year before: the same, a few yuan less, nothing, or anything near.
    private decimal Before(decimal yuan) => _random.Next(8) switch
    {
        0 or 1 => yuan,
        2 => yuan - _random.Next(1, 60),
        3 => 0,
        _ => Math.Round(yuan * _random.Next(70, 130) / 100),
    };

    private List<string> Some(string[] codes, int least)
    {
        var chosen = codes.Where(_ => _random.Next(3) > 0).ToList();
        return chosen.Count >= least ? chosen : [.. codes.Take(least)];
    }
}
