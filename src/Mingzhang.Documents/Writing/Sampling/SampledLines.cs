using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样的预算行：one item of spending for every year and phase that the document prints, with the resources that pay for it.</summary>
internal sealed class SampledLines(Space space, Random random, bool final, SampleTraits traits, DocumentScope scope, int year, int years)
{
    private readonly List<BudgetLine> _lines = [];

    public IReadOnlyList<BudgetLine> All => _lines;

    /// <summary>加一项支出：the amount of the last year; the years before and other phases lie near it.</summary>
    public void Add(Point at, decimal yuan, IReadOnlyList<Member> purposes)
    {
        for (var of = year; of >= year - years; of--)
        {
            Year(at, of, final ? "final" : "budget", yuan, purposes, true);
            if (final && of > year - years)
            {
                // A project may be spent in part, or get more during the year.
                Year(at, of, "budget", Near(yuan), purposes, false);
            }

            if (traits.Executed && of < year)
            {
                Year(at, of, "executed", Near(yuan), purposes, false);
            }

            yuan = Before(yuan);
        }
    }

    /// <summary>政府采购合同: what was bought, by contract, of what was spent on procurement.</summary>
    public void Contracts()
    {
        var procurement = space.Member("purpose", "procurement")!;
        foreach (var line in _lines.Where(l => l.Point.Key("phase") == "final" && l.Point.Key("measure") == "expenditure").ToList())
        {
            foreach (var purpose in line.Purposes.Where(procurement.Contains))
            {
                var contracted = Math.Round(line.Yuan * random.Next(60, 100) / 100);
                _lines.Add(new BudgetLine(line.Point.With(space.Member("measure", "contracts")!), contracted, [purpose]));
            }
        }
    }

    private void Year(Point at, int of, string phase, decimal yuan, IReadOnlyList<Member> purposes, bool paid)
    {
        var point = at.Narrow(space.Parse($"year={Key(of)} phase={phase} entity={(scope == DocumentScope.Unit ? "unit" : "department")}", out _)!);
        _lines.Add(new BudgetLine(point.With(space.Member("measure", "expenditure")!), yuan, purposes));
        if (!paid)
        {
            return;
        }

        // Fiscal projects may live on what last year left, and leave something; own funds may use up a surplus.
        var project = at.Key("nature") == "project" && traits.Carried;
        var fiscal = at.Key("fund") is "general" or "government-funds" or "state-capital";
        var carried = project && fiscal && random.Next(3) == 0 ? Math.Round(yuan * random.Next(5, 60) / 100) : 0;
        var surplus = project && !fiscal && random.Next(3) == 0 ? Math.Round(yuan * random.Next(5, 60) / 100) : 0;
        var left = project && fiscal && final && random.Next(3) == 0 ? Math.Round(yuan * random.Next(1, 30) / 100) : 0;
        var resources = point.Without(space.Dimension("nature")!).Without(space.Dimension("economic")!).Without(space.Dimension("project")!);
        Resource(resources, "income", yuan - carried - surplus + left, true);
        Resource(resources, "carried-in", carried, false);
        Resource(resources.Without(space.Dimension("fund")!), "surplus-used", surplus, false);
        Resource(resources, "carried-out", left, false);
    }

    private void Resource(Point point, string measure, decimal yuan, bool always)
    {
        if (always || yuan != 0)
        {
            _lines.Add(new BudgetLine(point.With(space.Member("measure", measure)!), yuan, []));
        }
    }

    // The year before: the same, a few yuan less, nothing, or anything near.
    private decimal Before(decimal yuan) => random.Next(8) switch
    {
        0 or 1 => yuan,
        2 => yuan - random.Next(1, 60),
        3 => 0,
        _ => Near(yuan),
    };

    private decimal Near(decimal yuan) => Math.Round(yuan * random.Next(70, 130) / 100);

    private static string Key(int value) => value.ToString(CultureInfo.InvariantCulture);
}
