using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样预算：the lines of a fictional department or unit, in yuan, so that what is printed in 万元 is rounded: codes, funds, projects,
/// amounts and changes by chance; each line of expenditure brings the resources that pay for it.</summary>
internal sealed class SampledBudget
{
    private static readonly string[] Branches = ["20126", "20133", "20501", "20701", "21301", "21501", "20404", "21201", "20131", "20132", "20134", "20701"];
    private static readonly string[] Personnel = ["30101", "30102", "30103", "30106", "30107", "30112", "30199"];
    private static readonly string[] Public = ["30201", "30202", "30203", "30204", "30205", "30206", "30207", "30209", "30211", "30213", "30214", "30215", "30216", "30226", "30228", "30229", "30239", "30299"];
    private static readonly string[] Places = ["东", "西", "南", "北", "中心", "新城", "沿江", "老城"];
    private static readonly string[] Things = ["设施更新", "信息系统建设", "宣传活动", "人员培训", "质量抽查", "档案整理"];
    private readonly Random _random;
    private readonly Space _space;
    private readonly SampleTraits _traits;
    private readonly bool _final;
    private readonly bool _office;
    private readonly SampledLines _lines;
    private readonly int _scale;

    public SampledBudget(Library library, FormBook book, DocumentScope scope, int seed, int year, int years)
    {
        _random = new Random(seed);
        _space = library.Space;
        _traits = SampleTraits.Of(book);
        _final = book.Kind == DocumentKind.Final;
        _office = scope == DocumentScope.Department;
        _scale = _random.Next(4) switch { 0 => 1, 1 => 4, 2 => 10, _ => 2 };
        Year = year;
        _lines = new SampledLines(_space, _random, _final, _traits, scope, year, years);
        var catalogue = library.Catalogues["functions"];
        var branches = Branches.Where(b => catalogue.Find(b + Running, year) is not null && catalogue.Find(b + "02", year) is not null).Distinct().ToList();
        var branch = branches[_random.Next(branches.Count)];
        Staff(branch);
        Offices(branch);
        foreach (var place in Places.Take(_random.Next(1, 3 + (_scale / 2))).ToList())
        {
            Project(place + "区" + Things[_random.Next(Things.Length)], branch);
        }

        Special("government-funds", "2120803", "城市道路改造", 4);
        if (_traits.StateCapital && catalogue.Find("2230105", year) is not null)
        {
            Special("state-capital", "2230105", "企业分离移交补助", 6);
        }

        if (_final)
        {
            _lines.Contracts();
        }
    }

    public int Year { get; }

    public List<string> Projects { get; } = [];

    public Cube Cube => new(_space, _lines.All);

    public IEnumerable<string> Functions => _lines.All.Select(l => l.Point.Key("function")).OfType<string>().Where(c => c.Length == 7).Distinct();

    /// <summary>公务用车数: some where it pays for running them.</summary>
    public int Vehicles { get; private set; }

    public int Next(int from, int to) => _random.Next(from, to);

    // An institution runs on 事业运行, an office on 行政运行.
    private string Running => _office ? "01" : "50";

    private string[] Purposes(params string[] more) => _office ? ["机关运行", .. more] : more;

    private void Staff(string branch)
    {
        foreach (var code in Some(Personnel, 2))
        {
            Add("general", "personnel", branch + Running, code, null, Money(4_000_000 * _scale));
        }

        Add("general", "personnel", "2080505", "30108", null, Money(900_000 * _scale));
        Add("general", "personnel", "2080506", "30109", null, Money(450_000 * _scale));
        Add("general", "personnel", _office ? "2101101" : "2101102", "30110", null, Money(500_000 * _scale));
        Add("general", "personnel", "2210201", "30113", null, Money(700_000 * _scale));
        if (_random.Next(2) == 0)
        {
            Add("general", "personnel", _office ? "2080501" : "2080502", "30302", null, Money(200_000 * _scale));
        }
    }

    private void Offices(string branch)
    {
        foreach (var code in Some(Public, 3))
        {
            Add("general", "public", branch + Running, code, null, Money(300_000 * _scale), Purposes());
        }

        if (_random.Next(3) > 0)
        {
            Add("general", "public", branch + Running, "30217", null, Money(40_000), Purposes("三公/reception"));
        }

        if (_random.Next(3) == 0)
        {
            Add("general", "public", branch + Running, "30212", null, Money(60_000), Purposes("三公/abroad"));
        }

        if (_random.Next(3) > 0)
        {
            Vehicles = _random.Next(1, 6);
            Add("general", "public", branch + Running, "30231", null, Money(90_000), Purposes("三公/vehicles/running"));
        }
    }

    private void Project(string project, string branch)
    {
        Projects.Add(project);
        Add("general", "project", branch + "02", null, project, Money(2_500_000 * _scale), _random.Next(3) switch { 0 => ["procurement/services", "sme"], 1 => ["procurement/goods", "sme/micro"], _ => [] });
        if (_random.Next(2) == 0)
        {
            Add("general", "project", branch + "02", null, project, Money(800_000 * _scale), "procurement/goods");
        }

        if (_random.Next(3) == 0)
        {
            Add(_traits.Own[_random.Next(_traits.Own.Length)], "project", branch + "02", null, project, Money(600_000 * _scale));
        }
    }

    private void Special(string fund, string function, string project, int rarity)
    {
        if (_random.Next(rarity) == 0)
        {
            Projects.Add(project);
            Add(fund, "project", function, null, project, Money(5_000_000 * _scale), "procurement/works");
        }
    }

    private void Add(string fund, string nature, string function, string? economic, string? project, decimal yuan, params string[] purposes)
    {
        var at = _space.Parse($"fund={fund} nature={nature} function={function}", out _)!;
        at = economic is null ? at : at.With(_space.Member("economic", economic)!);
        at = project is null ? at : at.With(_space.Member("project", project)!);
        _lines.Add(at, yuan, [.. purposes.Select(p => _space.Member("purpose", p)!)]);
    }

    // Sometimes whole ten-thousands, more often yuan, sometimes with cents.
    private decimal Money(int about) => _random.Next(6) switch
    {
        0 => _random.Next(1, 1 + (about / 10_000)) * 10_000m,
        1 => _random.Next(10_000, about) + (_random.Next(100) / 100m),
        _ => _random.Next(10_000, about),
    };

    private List<string> Some(string[] codes, int least)
    {
        var chosen = codes.Where(_ => _random.Next(3) > 0).ToList();
        return chosen.Count >= least ? chosen : [.. codes.Take(least)];
    }
}
