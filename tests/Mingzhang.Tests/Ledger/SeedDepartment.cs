using System.Globalization;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.Tests.Ledger;

/// <summary>真实部门的账：lines for headquarters and four units whose sums print the cells of a real disclosure; only its figures are used, read when the test runs.</summary>
internal sealed class SeedDepartment
{
    public const int Year = 2024;
    public static readonly string[] Units = ["800001", "800002", "800003", "800004", "800005"];

    private readonly List<SeedCell> _cells;
    private readonly List<Line> _lines = [];

    public SeedDepartment(string table)
    {
        _cells = [.. table.Split('\n').Skip(2).Select(l => l.Split('\t')).Where(f => f.Length >= 5)
            .Select(f => new SeedCell(f[0], f[1], f[3], (long)(decimal.Parse(f[3], NumberStyles.Number, CultureInfo.InvariantCulture) * 1_000_000m), f[4].Split(" (")[0]))];
        Projects = [.. In("表十二").Select(c => c.Coordinates.Split("project=")[1])];
        Basic();
        Special();
        Other();
        _lines.AddRange(In("表六").Where(c => c.Coordinates.StartsWith("measure=income fund=", StringComparison.Ordinal)).SelectMany(c => Income(c.Coordinates["measure=income fund=".Length..])));
    }

    public IReadOnlyList<SeedCell> Cells => _cells;

    public IReadOnlyList<string> Projects { get; }

    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>表十二比表二多出的金额：the document contradicts itself there, so no lines print both.</summary>
    public long Excess { get; private set; }

    private IEnumerable<SeedCell> In(string place) => _cells.Where(c => c.Place == place);

    // Functions beside economic codes. Printed parts are rounded and miss their printed totals by a last digit or two; the true amounts lie
    // within half a digit of what is printed and do add up. Once they do, any way of filling the table row by row has both sums.
    private void Basic()
    {
        var total = In("表三").First(c => c.Coordinates == "measure=expenditure fund=general nature=basic").Fen;
        var functions = Spread(In("表二").Where(c => Length(c, "function") == 7 && c.Coordinates.Contains("nature=basic", StringComparison.Ordinal)).Select(c => new Share(Value(c, "function"), c.Fen)), total);
        var codes = new List<Share>();
        foreach (var nature in Spread(In("表三").Where(c => Length(c, "economic") == 0 && Value(c, "nature") != "basic").Select(c => new Share(Value(c, "nature"), c.Fen)), total))
        {
            var cells = In("表三").Where(c => Value(c, "nature") == nature.Name).ToList();
            foreach (var group in Spread(cells.Where(c => Length(c, "economic") == 3).Select(c => new Share(Value(c, "economic"), c.Fen)), nature.Fen))
            {
                codes.AddRange(Spread(cells.Where(c => Length(c, "economic") == 5 && Value(c, "economic").StartsWith(group.Name, StringComparison.Ordinal)).Select(c => new Share(nature.Name + " " + Value(c, "economic"), c.Fen)), group.Fen));
            }
        }

        foreach (var (function, code, fen) in Fill(functions, codes))
        {
            Divide(new Line { Year = Year, Unit = "", Fund = "general", Nature = code.Split(' ')[0], Function = function, Economic = code.Split(' ')[1], Fen = fen });
        }
    }

    private static List<Share> Spread(IEnumerable<Share> parts, long total)
    {
        var shares = parts.ToList();
        var missing = total - shares.Sum(s => s.Fen);
        for (var i = 0; i < shares.Count; i++)
        {
            var given = missing / (shares.Count - i);
            missing -= given;
            shares[i] = shares[i] with { Fen = shares[i].Fen + given };
        }

        return shares;
    }

    // The three public expenses that basic expenditure does not hold are in projects.
    private void Special()
    {
        var functions = In("表二").Where(c => Length(c, "function") == 7 && c.Coordinates.Contains("nature=project", StringComparison.Ordinal)).Select(c => new Share(Value(c, "function"), c.Fen)).ToList();
        var projects = In("表十二").Select(c => new Share(Value(c, "project"), c.Fen)).ToList();
        Excess = projects.Sum(p => p.Fen) - functions.Sum(f => f.Fen);
        var largest = projects.MaxBy(p => p.Fen)!;
        projects[projects.IndexOf(largest)] = largest with { Fen = largest.Fen - Excess };
        var parts = new List<Share>
        {
            new("30212", Public("三公/abroad") - Spent("30212")),
            new("30217", Public("三公/reception") - Spent("30217")),
            new("30231", Public("三公/vehicles/running") - Spent("30231")),
        };
        parts.Add(new Share("", functions.Sum(f => f.Fen) - parts.Sum(p => p.Fen)));
        foreach (var (function, project, fen) in Fill(functions, projects))
        {
            var left = fen;
            while (left > 0)
            {
                var part = parts.First(p => p.Fen > 0);
                var taken = Math.Min(left, part.Fen);
                parts[parts.IndexOf(part)] = part with { Fen = part.Fen - taken };
                left -= taken;
                Divide(new Line { Year = Year, Unit = "", Fund = "general", Nature = "project", Function = function, Economic = part.Name, Project = "P" + Projects.ToList().IndexOf(project), Fen = taken });
            }
        }
    }

    // What table eight has more than table two is paid by the units' own funds.
    private void Other()
    {
        var more = new List<Share>();
        foreach (var cell in In("表八").Where(c => Length(c, "function") == 7 && c.Coordinates.Contains("nature=", StringComparison.Ordinal)))
        {
            var general = In("表二").FirstOrDefault(c => Value(c, "function") == Value(cell, "function") && Value(c, "nature") == Value(cell, "nature"));
            more.Add(new Share(Value(cell, "function") + " " + Value(cell, "nature"), cell.Fen - (general?.Fen ?? 0)));
        }

        var funds = In("表六").Where(c => c.Coordinates.StartsWith("measure=income fund=", StringComparison.Ordinal) && Value(c, "fund") != "general").Select(c => new Share(Value(c, "fund"), c.Fen)).ToList();
        foreach (var (key, fund, fen) in Fill(more.FindAll(m => m.Fen > 0), funds))
        {
            var basic = key.EndsWith("basic", StringComparison.Ordinal);
            Divide(new Line { Year = Year, Unit = "", Fund = fund, Nature = basic ? "public" : "project", Function = key.Split(' ')[0], Economic = basic ? "30299" : "", Project = basic ? "" : "P0", Fen = fen });
        }
    }

    // Uneven parts down to the 分: what one unit has less another has more.
    private void Divide(Line line)
    {
        var first = line.Function == "2012901" ? 0 : 1 + (_lines.Count % 3);
        var part = line.Function == "2012901" || line.Fen < 1000 ? 0 : (line.Fen / 3) + 7;
        Put(line with { Unit = Units[first], Fen = line.Fen - part });
        if (part > 0)
        {
            Put(line with { Unit = Units[first + 1], Fen = part });
        }
    }

    private void Put(Line line) => _lines.Add(line with { Details = _lines.Count.ToString(CultureInfo.InvariantCulture) });

    private List<Line> Income(string fund) => _lines.Where(l => l.Fund == fund && l.Spending).GroupBy(l => l.Unit).Select(g => new Line { Year = Year, Unit = g.Key, Measure = "income", Fund = fund, Fen = g.Sum(l => l.Fen) }).ToList();

    private long Public(string purpose) => In("表四").First(c => c.Coordinates.EndsWith("purpose=" + purpose, StringComparison.Ordinal)).Fen;

    private long Spent(string economic) => _lines.Where(l => l.Economic == economic).Sum(l => l.Fen);

    private static IEnumerable<(string Row, string Column, long Fen)> Fill(List<Share> rows, List<Share> columns)
    {
        var (r, c) = (0, 0);
        var (left, room) = (rows[0].Fen, columns[0].Fen);
        while (true)
        {
            var fen = Math.Min(left, room);
            if (fen > 0)
            {
                yield return (rows[r].Name, columns[c].Name, fen);
            }

            (left, room) = (left - fen, room - fen);
            if (left == 0 && ++r < rows.Count)
            {
                left = rows[r].Fen;
            }

            if (room == 0 && ++c < columns.Count)
            {
                room = columns[c].Fen;
            }

            if (r == rows.Count || c == columns.Count)
            {
                Assert.Equal((rows.Count, columns.Count), (r, c));
                yield break;
            }
        }
    }

    private static int Length(SeedCell cell, string dimension) => Value(cell, dimension).Length;

    private static string Value(SeedCell cell, string dimension) => cell.Coordinates.Split(' ').Where(w => w.StartsWith(dimension + "=", StringComparison.Ordinal)).Select(w => w[(dimension.Length + 1)..]).FirstOrDefault("");

    private sealed record Share(string Name, long Fen);
}

/// <summary>印出的一格。</summary>
internal sealed record SeedCell(string Place, string Row, string Printed, long Fen, string Coordinates);
