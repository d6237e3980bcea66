using System.Text.Json.Nodes;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>一格的错误：what is wrong, how to mend it, and what was probably meant, to be taken with one click.</summary>
internal static class LineFaults
{
    private const int FunctionDigits = 7, EconomicDigits = 5, LongestWritten = 40;

    /// <summary>不是金额。</summary>
    public static Problem NoAmount(string amount) => amount.Length == 0 ? Problem.Of("没有写金额", "the amount is missing", "请填写数字，如 12.50", "give a number such as 12.50") : Problem.Of($"“{Problem.Shown(amount)}”不是以万元计的金额，或小于一分", $"'{Problem.Shown(amount)}' is no amount in 10,000 yuan, or finer than a 分", "请填写数字，如 12.50", "give a number such as 12.50");

    /// <summary>成回答的一项。</summary>
    public static JsonObject Node(WorkVisit v, Unit unit, string field, Problem problem, string written, IReadOnlyList<Project> projects) => new()
    {
        ["field"] = field,
        ["message"] = v.Visit.Say(problem.Message),
        ["remedy"] = field switch { "fund" or "nature" or "measure" => v["grid.choose"], "project" => v["grid.project.add"], _ => v.Visit.Say(problem.Remedy) },
        ["fixes"] = JsonText.List(Meant(v, unit, field, written, projects).Select(f => JsonText.Texts(f.Key, f.Name))),
    };

    /// <summary>补全：as it will be stored, whatever is wrong with it.</summary>
    public static Line Complete(WorkVisit v, Unit unit, Line line) => LineChecks.Complete(v.Site.Library, unit, line, (_, _) => { });

    // Of a code that is none: those of its year that are nearest; of a project, that of the unit.
    private static IEnumerable<Choice> Meant(WorkVisit v, Unit unit, string field, string written, IReadOnlyList<Project> projects) => field switch
    {
        _ when written.Length is 0 or > LongestWritten => [],
        "function" => Codes(v, unit, "functions", written, FunctionDigits),
        "economic" => Codes(v, unit, "economic-department", written, EconomicDigits),
        "project" => projects.OrderBy(p => p.Name == written ? 0 : 1 + Nearest.Distance(p.Code, written)).Take(1).Select(p => new Choice(p.Code, p.Code + " " + p.Name)),
        _ => [],
    };

    private static IEnumerable<Choice> Codes(WorkVisit v, Unit unit, string catalogue, string written, int digits) => Nearest.Of(v.Site.Library.Catalogues[catalogue], written, unit.Year, digits).Select(e => new Choice(e.Code, e.Code + " " + e.Name));
}
