using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Ledger.Estimates;

/// <summary>测算的一笔：an amount with how it came about, in both languages.</summary>
/// <param name="Key">Standard and category.</param>
/// <param name="How">The reckoning.</param>
/// <param name="Line">The line that it proposes.</param>
internal sealed record Estimated(string Key, Reason How, Line Line)
{
    private const string Computed = "standard ";

    private const string Entered = "entered ";

    /// <summary>测算行的来源。</summary>
    public static string Source(string key) => Computed + key;

    /// <summary>人工改过以后的来源：a computed line that a person changed is no longer replaced.</summary>
    public static string EnteredOver(string source) => source.StartsWith(Computed, StringComparison.Ordinal) ? Entered + source : source;

    /// <summary>测算行的键; null for all other lines.</summary>
    public static string? KeyOf(Line line) => line.Source.StartsWith(Computed, StringComparison.Ordinal) ? line.Source[Computed.Length..] : null;

    /// <summary>人工改过的测算行的键; null for all other lines.</summary>
    public static string? KeyEntered(Line line) => line.Source.StartsWith(Entered + Computed, StringComparison.Ordinal) ? line.Source[(Entered + Computed).Length..] : null;

    /// <summary>按人员和标准测算一个单位: amounts per head first, then what is taken of them.</summary>
    public static IReadOnlyList<Estimated> Of(Unit unit, IReadOnlyList<Staff> staff, IReadOnlyList<Standard> standards)
    {
        var result = new List<Estimated>();
        foreach (var (number, category) in staff.Index())
        {
            var sums = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var standard in standards.Where(s => s.Covers(category.Category)).OrderBy(s => s.Per == "percent").ThenBy(s => s.Code, StringComparer.Ordinal))
            {
                // What the unit has as a whole is counted with its first people only.
                var (fen, how) = number > 0 && (standard.Vehicles || standard.Per == "unit") ? (0, null) : Amount(standard, unit, category, sums);
                if (fen > 0)
                {
                    sums[standard.Economic] = sums.GetValueOrDefault(standard.Economic) + fen;
                    var key = standard.Code + "/" + category.Category;
                    result.Add(new Estimated(key, how!, new Line
                    {
                        Year = unit.Year,
                        Unit = unit.Code,
                        Fund = standard.Fund,
                        Nature = standard.Nature,
                        Function = standard.Function.Length > 0 ? standard.Function : category.Function,
                        Economic = standard.Economic,
                        Fen = fen,
                        Details = how!.Chinese,
                        Source = Source(key),
                    }));
                }
            }
        }

        return result;
    }

    private static (long Fen, Reason? How) Amount(Standard standard, Unit unit, Staff staff, Dictionary<string, long> sums)
    {
        if (standard.Per == "percent")
        {
            var codes = standard.Base.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var sum = codes.Sum(c => sums.GetValueOrDefault(c));
            var fen = (long)Math.Round(sum * decimal.Parse(standard.Percent, CultureInfo.InvariantCulture) / 100m, MidpointRounding.AwayFromZero);
            return (fen, new Reason($"{standard.Name}（{staff.Category}）：({string.Join('+', codes)}) {Lines.Fen.Yuan(sum)} 元×{standard.Percent}%", $"{standard.Code} ({staff.Category}): ({string.Join(" + ", codes)}) {Lines.Fen.Yuan(sum)} yuan × {standard.Percent} %"));
        }

        var (count, what, english) = standard.Per switch
        {
            "actual" => (staff.Actual, "实有", "people"),
            "posts" => (staff.Posts, "编制", "posts"),
            "retired" => (staff.Retired, "退休", "pensioners"),
            "unit" => (1, "单位", "unit"),
            "vehicle" => (unit.VehiclesOf(null), "车辆", "vehicles"),
            var type => (unit.VehiclesOf(type["vehicle:".Length..]), type["vehicle:".Length..], "vehicles"),
        };
        return (count * standard.Fen, new Reason(string.Create(CultureInfo.InvariantCulture, $"{standard.Name}（{staff.Category}）：{what} {count}×{Lines.Fen.Yuan(standard.Fen)} 元"), string.Create(CultureInfo.InvariantCulture, $"{standard.Code} ({staff.Category}): {count} {english} × {Lines.Fen.Yuan(standard.Fen)} yuan")));
    }
}
