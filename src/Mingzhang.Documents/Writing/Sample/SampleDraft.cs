using System.Globalization;
using System.Reflection;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Documents.Writing.Sample;

/// <summary>示例底稿：a fictional department, complete and consistent, from sample.txt; printed by the same forms as any other.</summary>
public static class SampleDraft
{
    /// <summary>示例部门所用的表册。</summary>
    public const string Book = "cq-budget";

    /// <summary>构成底稿。</summary>
    public static Draft Build(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var problems = new Problems();
        var roots = Outline.Read("sample.txt", DataSource.Embedded(Assembly.GetExecutingAssembly()).Text("sample.txt")!, problems);
        var year = int.Parse(One(roots, "year").Value, CultureInfo.InvariantCulture);
        var start = library.Space.Parse("phase=budget entity=department", out _)!;
        var lines = One(roots, "lines").Children.SelectMany(l => Lines(l, library.Space, start, year)).ToList();
        var cube = new Cube(library.Space, lines);
        var objectives = roots.Where(r => r.Key == "objective").ToList();
        return new Draft
        {
            Entity = One(roots, "entity").Value,
            Year = year,
            Cube = cube,
            Words = One(roots, "words").Children.ToDictionary(w => w.Key.StartsWith("term-", StringComparison.Ordinal) || w.Key.StartsWith("why-三", StringComparison.Ordinal) ? Spaced(w.Key) : w.Key, w => w.Value, StringComparer.Ordinal),
            Counts = One(roots, "counts").Children.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal),
            Performance = [.. objectives.Select(o => Objective(o, cube, library.Space, start, year))],
        };
    }

    private static string Spaced(string key) => key.IndexOf('-', StringComparison.Ordinal) is var at ? key[..at] + " " + key[(at + 1)..] : key;

    private static Outline One(IReadOnlyList<Outline> roots, string key) => roots.First(r => r.Key == key);

    // Each line of expenditure brings the income that pays for it: same fund, same function.
    private static IEnumerable<BudgetLine> Lines(Outline line, Space space, Point start, int year)
    {
        var halves = line.Value.Split(" for ");
        var words = halves[0].Split(' ');
        var at = space.Parse(string.Join(' ', words.Skip(2)), out _)!;
        Member[] purposes = halves.Length > 1 ? [.. halves[1].Split(' ').Select(p => space.Member("purpose", p)!)] : [];
        foreach (var (word, y) in new[] { (words[0], year), (words[1], year - 1) })
        {
            var yuan = decimal.Parse(word, CultureInfo.InvariantCulture) * 10_000m;
            var point = start.With(space.Member("year", y.ToString(CultureInfo.InvariantCulture))!).Narrow(at);
            yield return new BudgetLine(point.With(space.Member("measure", "expenditure")!), yuan, purposes);
            yield return new BudgetLine(
                point.Without(space.Dimension("nature")!).Without(space.Dimension("economic")!).Without(space.Dimension("project")!).With(space.Member("measure", "income")!), yuan, []);
        }
    }

    private static PerformanceObject Objective(Outline at, Cube cube, Space space, Point start, int year)
    {
        var whole = at.Value.Length == 0;
        AmountStatement? money = null;
        if (!whole)
        {
            var point = start.With(space.Member("year", year.ToString(CultureInfo.InvariantCulture))!)
                .Narrow(space.Parse("measure=expenditure nature=project fund=fiscal", out _)!).With(space.Member("project", at.Value)!);
            money = new AmountStatement { Id = at.Value, Point = point, Place = new Place(), Raw = "", Amount = new Amount((cube.At(point) ?? 0) / 10_000m, MoneyUnit.TenThousand, 2) };
        }

        return new PerformanceObject
        {
            Table = whole ? "表十" : "表十二",
            Name = at.Value,
            Whole = whole,
            Money = money,
            Goal = at.Children.First(c => c.Key == "goal").Value,
            Place = new Place(),
            Indicators = [.. at.Children.Where(c => c.Key == "indicator").Select(Indicator)],
        };
    }

    private static Indicator Indicator(Outline at)
    {
        var f = at.Value.Split('|', StringSplitOptions.TrimEntries);
        return new Indicator
        {
            Name = f[0],
            Nature = f[1],
            Value = f[2],
            Number = decimal.TryParse(f[2], CultureInfo.InvariantCulture, out var n) ? n : null,
            Unit = f[3],
            WeightText = f[4],
            Weight = decimal.Parse(f[4], CultureInfo.InvariantCulture),
            Core = f.Length > 5 ? f[5] == "是" : null,
            Place = new Place(),
        };
    }
}
