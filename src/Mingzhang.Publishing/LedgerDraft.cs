using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>由账到底稿：the one place where lines of the ledger become what documents are written from.</summary>
internal static class LedgerDraft
{
    /// <summary>单位或部门的底稿; null where there is none of that code. What is secret is left out.</summary>
    public static Draft? Of(Reading reading, Library library, int year, string code)
    {
        if (LedgerView.Of(reading, library, year, code, published: true) is not { } view)
        {
            return null;
        }

        var words = Words.All(reading, year, code);
        var scope = view.Department is null ? DocumentScope.Unit : DocumentScope.Department;
        var counts = Counts(view);
        foreach (var count in words.Where(w => w["sort"] == "count"))
        {
            counts[count["item"]] = count["said"];
        }

        return new Draft
        {
            Entity = view.Name,
            Year = year,
            Scope = scope,
            Cube = new Cube(library.Space, Added(view.Lines)),
            Words = words.Where(w => w["sort"] == "words").ToDictionary(w => w["item"], w => w["said"], StringComparer.Ordinal),
            Counts = counts,
            Performance = [.. Objectives(reading, library.Space, view, scope)],
        };
    }

    // Lines of one point and purpose are one: a department has many more lines than points, and every cell looks at all of them.
    private static List<BudgetLine> Added(IReadOnlyList<PlacedLine> lines)
    {
        var places = new Dictionary<string, Dictionary<Point, Sum>>(StringComparer.Ordinal);
        var byPurposes = new Dictionary<IReadOnlyList<Member>, Dictionary<Point, Sum>>(ReferenceEqualityComparer.Instance);
        var sums = new List<Sum>();
        foreach (var line in lines)
        {
            // Lines of one place share one list of purposes.
            if (!byPurposes.TryGetValue(line.Purposes, out var points))
            {
                var purposes = string.Join(' ', line.Purposes.Select(p => p.Key));
                if (!places.TryGetValue(purposes, out points))
                {
                    places[purposes] = points = [];
                }

                byPurposes[line.Purposes] = points;
            }

            if (!points.TryGetValue(line.Point, out var sum))
            {
                points[line.Point] = sum = new Sum(line);
                sums.Add(sum);
            }

            sum.Fen += line.Fen;
        }

        return sums.ConvertAll(s => new BudgetLine(s.Line.Point, s.Fen / 100m, s.Line.Purposes));
    }

    private sealed class Sum(PlacedLine line)
    {
        public PlacedLine Line { get; } = line;

        public long Fen { get; set; }
    }

    // What the facts of the units tell need not be counted by hand.
    private static Dictionary<string, string> Counts(LedgerView view)
    {
        var units = view.Units.Where(u => !u.Secret).ToList();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vehicles"] = Number(units.Sum(u => u.VehiclesOf(null))),
            ["vehicles-general"] = Number(units.Sum(u => u.VehiclesOf("一般公务用车"))),
            ["vehicles-law"] = Number(units.Sum(u => u.VehiclesOf("执法执勤用车"))),
            ["vehicles-other"] = Number(units.Sum(u => u.VehiclesOf(null) - u.VehiclesOf("一般公务用车") - u.VehiclesOf("执法执勤用车"))),
            ["vehicles-bought"] = "0",
            ["projects"] = Number(view.Projects.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count()),
        };
    }

    private static IEnumerable<PerformanceObject> Objectives(Reading reading, Space space, LedgerView view, DocumentScope scope)
    {
        // A project of this code is the objective of the whole.
        foreach (var group in view.Projects.Where(p => p.Objective.Length > 0).GroupBy(p => p.Name, StringComparer.Ordinal).OrderByDescending(g => g.First().Category == Whole))
        {
            var project = group.First();
            var whole = project.Category == Whole;
            yield return new PerformanceObject
            {
                Table = whole ? "表十" : "表十二",
                Name = whole ? "" : project.Name,
                Whole = whole,
                Money = whole ? null : Money(space, view, scope, project),
                Goal = project.Objective,
                Place = new Place(),
                Indicators = [.. group.SelectMany(p => Projects.Indicators(reading, p.Id)).Select(Of)],
            };
        }
    }

    private const string Whole = "部门整体";

    private static AmountStatement Money(Space space, LedgerView view, DocumentScope scope, Project project)
    {
        var point = space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={view.Year} phase=budget entity={(scope == DocumentScope.Unit ? "unit" : "department")} measure=expenditure nature=project fund=fiscal"), out _)!.With(space.Member("project", project.Name)!);
        return new AmountStatement { Id = project.Name, Point = point, Place = new Place(), Raw = "", Amount = new Amount((view.At(point) ?? 0) / 1_000_000m, MoneyUnit.TenThousand, 2) };
    }

    private static Indicator Of(ProjectIndicator i) => new()
    {
        Name = i.Name,
        Nature = i.Nature,
        Value = i.Value,
        Number = decimal.TryParse(i.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        Unit = i.Unit,
        WeightText = i.Weight,
        Weight = decimal.TryParse(i.Weight, NumberStyles.Number, CultureInfo.InvariantCulture, out var weight) ? weight : null,
        Core = i.Core switch { "是" => true, "否" => false, _ => null },
        Place = new Place(),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
