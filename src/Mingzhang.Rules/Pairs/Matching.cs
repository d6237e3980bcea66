using Mingzhang.Budget;

namespace Mingzhang.Rules.Pairs;

/// <summary>自行配对：which of many documents belong to one: last year's of the same kind, the budget of a final account, the units of a department. Nothing is paired
/// whose entity or year is not known.</summary>
public static class Matching
{
    /// <summary>一份文件的同查文件; where there is none, one entry that says why.</summary>
    public static IReadOnlyList<Companion> Of(Disclosure main, IReadOnlyList<Disclosure> all)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(all);
        if (main.Facts.Entity is null || main.Facts.Year is null || main.Facts.Kind == DocumentKind.Unknown)
        {
            return [Alone(main, "主体、年度或种类未明，无法配对", "its entity, year or kind is not known")];
        }

        var companions = new List<Companion>();
        Add(companions, PairRole.Previous, main, all.Where(o => o.Facts.Kind == main.Facts.Kind && OneEntity(main, o)), single: true);
        Add(companions, PairRole.Budget, main, all.Where(o => OneEntity(main, o)), single: true);
        if (main.Facts.Scope != DocumentScope.Unit)
        {
            Add(companions, PairRole.Unit, main, all.Where(o => o.Facts is { Scope: DocumentScope.Unit, Entity: not null }), single: false);
        }

        // What lies between two documents is told once: in the report of the final account, of the later year, of the department.
        Name(companions, PairRole.Final, all.Where(o => OneEntity(main, o) && Fitting.Of(PairRole.Final, main, o).Fits));
        Name(companions, PairRole.Next, all.Where(o => o.Facts.Kind == main.Facts.Kind && OneEntity(main, o) && Fitting.Of(PairRole.Previous, o, main).Fits));
        if (main.Facts.Scope == DocumentScope.Unit)
        {
            Name(companions, PairRole.Department, all.Where(o => o.Facts is { Scope: not DocumentScope.Unit, Entity: not null } && Fitting.Of(PairRole.Unit, o, main).Fits));
        }

        return companions.Count > 0 ? companions : [Alone(main, "其中没有同一主体的上年文件、同年预算或决算，也没有所属单位的文件", "there is no document of the year before, no budget or final account of the same year and no unit of the same entity")];
    }

    private static void Add(List<Companion> companions, PairRole role, Disclosure main, IEnumerable<Disclosure> candidates, bool single)
    {
        var taken = false;
        foreach (var candidate in candidates)
        {
            var fitting = Fitting.Of(role, main, candidate);
            if (!fitting.Fits)
            {
                continue;
            }

            companions.Add(single && taken
                ? new Companion(new PairedFile(PairRole.None, candidate.Facts.Name, candidate.Facts, new Reason("同样的文件不止一份，已用前一份", "there is more than one of its kind; the first was taken")), null)
                : new Companion(new PairedFile(role, candidate.Facts.Name, candidate.Facts, fitting.Why), candidate));
            taken = true;
        }
    }

    private static void Name(List<Companion> companions, PairRole role, IEnumerable<Disclosure> others) =>
        companions.AddRange(others.Select(o => new Companion(new PairedFile(role, o.Facts.Name, o.Facts, new Reason("核对结果见该文件的报告", "what was found is in the report of that file")), null)));

    private static bool OneEntity(Disclosure main, Disclosure other) => EntityNames.Same(main.Facts.Entity, other.Facts.Entity);

    private static Companion Alone(Disclosure main, string chinese, string english) => new(new PairedFile(PairRole.None, main.Facts.Name, main.Facts, new Reason(chinese, english)), null);
}
