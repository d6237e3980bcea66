using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区的一个单位：its facts, and its budget of any year, decided by its number and the seed.</summary>
internal sealed class DistrictUnit
{
    private static readonly string[] Public = ["30201", "30202", "30205", "30206", "30207", "30211", "30213", "30216", "30226", "30228", "30229", "30239"];
    private readonly int _seed;

    public DistrictUnit(DistrictDepartment department, int number, int seed)
    {
        (Department, Number, _seed) = (department, number, (seed * 7919) + (department.Number * 101) + number);
        var random = new Random(_seed);
        Code = department.Code + (number + 1).ToString("000", CultureInfo.InvariantCulture);
        Body = number == 0 || random.Next(4) == 0;
        Name = DistrictName.District + department.About.Name + (number == 0 ? "本级" : DistrictName.Institutions[(department.Number + (number * 2)) % DistrictName.Institutions.Count]);
        Posts = random.Next(6, 60);
        Vehicles = Body ? random.Next(1, 5) : random.Next(0, 3);
        Speed = 0.60m + (random.Next(0, 41) / 100m);
    }

    public DistrictDepartment Department { get; }

    public int Number { get; }

    public string Code { get; }

    public string Name { get; }

    public bool Body { get; }

    public int Posts { get; }

    public int Vehicles { get; }

    /// <summary>项目支出的快慢: some departments spend nearly all, others little more than half.</summary>
    public decimal Speed { get; }

    /// <summary>某年的项目。</summary>
    public IReadOnlyList<string> Projects(int year)
    {
        var works = Department.About.Works.Split(' ');
        var count = 1 + ((_seed + year) % 2);
        return [.. Enumerable.Range(0, count).Select(i => works[(Number + i) % works.Length] + (Number == 0 ? "" : "（" + Name[(DistrictName.District.Length + Department.About.Name.Length)..] + "）")).Distinct()];
    }

    public Unit Unit(int year) => new()
    {
        Year = year,
        Code = Code,
        Department = Department.Code,
        Name = Name,
        Kind = Number == 0 ? "行政" : Body ? "参公" : "事业",
        Place = Number == 0 ? "本级" : "下属",
        Posts = Posts,
        Staff = Posts - (_seed % 4),
        Vehicles = Vehicles == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"一般公务用车={Vehicles}"),
    };

    /// <summary>某年的预算行。</summary>
    public IReadOnlyList<Line> Lines(Library library, int year)
    {
        var lines = new List<Line>();
        var running = Function(library, year, Body ? "01" : "50");
        foreach (var (i, code) in new[] { "30101", "30102", "30103", "30107" }.Index())
        {
            Add("general", "personnel", running, code, Posts * (42_000_37L + (i * 3_111_13)) / (i + 1));
        }

        Add("general", "personnel", "2080505", "30108", Posts * 14_012_71L);
        Add("general", "personnel", "2080506", "30109", Posts * 7_006_35L);
        Add("general", "personnel", Body ? "2101101" : "2101102", "30110", Posts * 6_544_19L);
        Add("general", "personnel", "2210201", "30113", Posts * 11_230_07L);
        foreach (var (i, code) in Public.Index().Where(c => (c.Index + _seed) % 3 > 0))
        {
            Add("general", "public", running, code, Posts * (1_517_13L + (i * 233_07)));
        }

        Add("general", "public", running, "30217", (8_000_51L + (Posts * 311_03L)) / 2);
        if (Vehicles > 0)
        {
            Add("general", "public", running, "30231", Vehicles * 2_871_419L);
        }

        if (Number == 0 && _seed % 5 == 0)
        {
            Add("general", "public", running, "30212", 4_873_119);
        }

        foreach (var (i, project) in Projects(year).Index())
        {
            var code = "P" + (i + 1).ToString(CultureInfo.InvariantCulture);
            var procurement = ((_seed + i) % 4) switch { 0 => "works", 1 => "services", 2 => "goods", _ => "" };
            Add("general", "project", Function(library, year, "02"), "", 180_000_00L + (_seed * 7_919_37L % 620_000_000), code, procurement);
            if (i == 0 && Department.About.Branch == "21201" && Number == 0)
            {
                Add("government-funds", "project", "2120803", "", 3_127_418_53L, code, "works");
            }

            if (i == 0 && !Body)
            {
                Add("operating", "project", Function(library, year, "02"), "", 40_000_13L + (_seed * 313_07L % 55_000_000), code, "");
            }
        }

        lines.AddRange(lines.GroupBy(l => l.Fund).Select(g => new Line { Year = year, Unit = Code, Measure = "income", Fund = g.Key, Fen = g.Sum(l => l.Fen) }).ToList());
        return lines;

        void Add(string fund, string nature, string function, string economic, long fen, string project = "", string procurement = "")
        {
            // Each figure has a rise or fall of its own every year, down to the 分.
            var random = new Random((_seed * 31) + (year * 17) + lines.Count);
            var grown = (long)(fen * (1 + ((year - 2024) * 0.02m) + (random.Next(-60, 90) / 1000m))) + random.Next(0, 997);
            lines.Add(new Line { Year = year, Unit = Code, Fund = fund, Nature = nature, Function = function, Economic = economic, Project = project, Fen = grown, Procurement = procurement });
        }
    }

    /// <summary>本部门的功能分类项; 其他 where the wanted one does not exist.</summary>
    private string Function(Library library, int year, string item)
    {
        var functions = library.Catalogues["functions"];
        return functions.Find(Department.About.Branch + item, year)?.Code ?? functions.Find(Department.About.Branch + "99", year)?.Code ?? Department.About.Branch + "01";
    }
}

/// <summary>云溪区的一个部门。</summary>
internal sealed class DistrictDepartment
{
    private static readonly int[] Sizes = [3, 2, 4, 3, 3, 5, 1, 3, 2, 4];

    public DistrictDepartment(int number, int seed)
    {
        (Number, About) = (number, DistrictName.All[number]);
        Code = (101 + number).ToString(CultureInfo.InvariantCulture);
        Units = [.. Enumerable.Range(0, Sizes[number % Sizes.Length]).Select(i => new DistrictUnit(this, i, seed))];
    }

    public int Number { get; }

    public DistrictName About { get; }

    public string Code { get; }

    public string Name => DistrictName.District + About.Name;

    public IReadOnlyList<DistrictUnit> Units { get; }

    /// <summary>填报人。</summary>
    public string Clerk => DistrictName.Person(Number + 3);
}
