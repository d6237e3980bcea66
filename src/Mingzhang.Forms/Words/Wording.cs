using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>叙述用词：how sentences say direction, base, list, reason and nil; the first wording of each is written, any is read.</summary>
public sealed record Wording
{
    /// <summary>增减用词，长的在前。</summary>
    public required IReadOnlyList<DirectionWord> Directions { get; init; }

    /// <summary>比较基础用词; {Y} stands for a year. Longest first.</summary>
    public required IReadOnlyList<string> Bases { get; init; }

    /// <summary>与本年预算相比的用词，长的在前, with the phase that they name.</summary>
    public required IReadOnlyList<PhaseWord> OwnBases { get; init; }

    /// <summary>比较基础的阶段用词，长的在前。</summary>
    public required IReadOnlyList<PhaseWord> BasePhases { get; init; }

    /// <summary>分项用词; true: open list.</summary>
    public required IReadOnlyList<ListWord> Lists { get; init; }

    /// <summary>原因用词。</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>用途用词。</summary>
    public required IReadOnlyList<string> Uses { get; init; }

    /// <summary>增减栏的栏目名，长的在前, and whether they print percentages.</summary>
    public required IReadOnlyList<ChangeColumnWord> ChangeColumns { get; init; }

    /// <summary>无数据的说法; {fund} is a phrase of the lexicon.</summary>
    public required IReadOnlyList<string> Nils { get; init; }

    /// <summary>空表的说法。</summary>
    public required IReadOnlyList<string> NilTables { get; init; }

    /// <summary>约数用词。</summary>
    public required IReadOnlyList<string> Approximates { get; init; }

    /// <summary>数量单位，长的在前。</summary>
    public required IReadOnlyList<CountUnit> CountUnits { get; init; }

    /// <summary>按写法查数量单位; null where the spelling is not in the list.</summary>
    public CountUnit? Unit(string spelling)
    {
        var folded = Fold.Label(spelling);
        return CountUnits.FirstOrDefault(u => u.Folded == folded);
    }

    internal static Wording Load(DataSource source, Space space, Problems problems)
    {
        const string File = "wording.txt";
        var roots = Outline.Read(File, source.Text(File) ?? "", problems);
        foreach (var group in roots.GroupBy(r => r.Text).Where(g => g.Count() > 1))
        {
            problems.Duplicate(group.Last(), group.Key);
        }

        string[] known = ["direction", "base", "own-base", "base-phase", "list", "reason", "use", "nil", "nil-table", "approximate", "change-column", "count-unit"];
        foreach (var root in roots.Where(r => !known.Contains(r.Key)))
        {
            problems.Unknown(root);
        }

        foreach (var root in roots.Where(r => r.Key is "base-phase" or "own-base" && space.Member("phase", r.Value) is null))
        {
            problems.Add(root, $"不认识的阶段“{root.Value}”", $"unknown phase '{root.Value}'");
        }

        return new Wording
        {
            Directions = [.. Named("direction").Select(w => new DirectionWord(w.Word, w.At.Value switch
            {
                "increase" => Direction.Increase,
                "decrease" => Direction.Decrease,
                _ => Direction.Flat,
            }, w.At.Value == "about-flat"))],
            Bases = [.. Named("base").Select(w => w.Word)],
            OwnBases = [.. Named("own-base").Select(w => new PhaseWord(w.Word, w.At.Value))],
            BasePhases = [.. Named("base-phase").Select(w => new PhaseWord(w.Word, w.At.Value))],
            Lists = [.. Named("list").Select(w => new ListWord(w.Word, w.At.Value == "open"))],
            Reasons = [.. Named("reason").Select(w => w.Word)],
            Uses = [.. Named("use").Select(w => w.Word)],
            ChangeColumns = [.. Named("change-column").Select(w => new ChangeColumnWord(w.Word, w.At.Value == "percent"))],
            Nils = [.. Named("nil").Select(w => w.Word)],
            NilTables = [.. Named("nil-table").Select(w => w.Word)],
            Approximates = [.. Named("approximate").Select(w => w.Word)],
            CountUnits = [.. Named("count-unit").Select(w => CountUnit.Parse(w.Word, w.At, problems)).OfType<CountUnit>().OrderByDescending(u => u.Folded.Length)],
        };

        // The order within one item is that of writing; between lengths the longest is tried first.
        IEnumerable<NamedWord> Named(string key) =>
            roots.Where(r => r.Key == key).SelectMany(r => r.Children.SelectMany(c => c.Words.Select(w => new NamedWord(r, key is "nil" or "count-unit" ? w : Fold.Label(w)))))
                .OrderByDescending(w => w.Word.Length);
    }

    private sealed record NamedWord(Outline At, string Word);
}

/// <summary>比较基础的阶段用词：the key of the phase that a word names.</summary>
public sealed record PhaseWord(string Word, string Phase);

/// <summary>分项用词：<paramref name="Open"/> where the list need not be complete.</summary>
public sealed record ListWord(string Word, bool Open);

/// <summary>增减栏的栏目名：<paramref name="Percent"/> where it prints percentages.</summary>
public sealed record ChangeColumnWord(string Word, bool Percent);

/// <summary>增减用词。</summary>
public sealed record DirectionWord(string Word, Direction Direction, bool Approximate);

/// <summary>数量单位：a spelling with the unit it stands for and how many of that it is.</summary>
public sealed record CountUnit(string Spelling, string Folded, string Unit, decimal Factor)
{
    internal static CountUnit? Parse(string text, Outline at, Problems problems)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var times = text.IndexOf('*', StringComparison.Ordinal);
        var spelling = equals < 0 ? text : text[..equals];
        var factor = 1m;
        if (times >= 0 && (times < equals || !decimal.TryParse(text[(times + 1)..], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out factor)))
        {
            problems.Add(at, $"数量单位“{text}”的写法是 写法=单位*倍数，如 万人=人*10000", $"write the count unit '{text}' as SPELLING=UNIT*FACTOR, such as 万人=人*10000");
            return null;
        }

        var unit = equals < 0 ? text : times < 0 ? text[(equals + 1)..] : text[(equals + 1)..times];
        return new CountUnit(spelling, Fold.Label(spelling), unit, factor);
    }
}
