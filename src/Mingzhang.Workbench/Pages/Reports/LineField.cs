using Mingzhang.Budget;
using Mingzhang.Ledger.Lines;
using Mingzhang.Portal.Text;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>预算行的一栏：how it is called, shown, read and typed; the grid and the plain form have the same columns.</summary>
/// <param name="Key">Key of the field, as faults name it.</param>
/// <param name="Get">What stands in it.</param>
/// <param name="Set">The line with another value.</param>
/// <param name="Choices">Dimension or list whose members may be chosen; empty where one types.</param>
/// <param name="Catalogue">Catalogue of the codes that stand in it; empty where it holds none.</param>
internal sealed record LineField(string Key, Func<Line, string> Get, Func<Line, string, Line> Set, string Choices = "", string Catalogue = "")
{
    /// <summary>支出的各栏。</summary>
    public static readonly IReadOnlyList<LineField> Spending =
    [
        new("fund", l => l.Fund, (l, v) => l with { Fund = v }, "fund"),
        new("nature", l => l.Nature, (l, v) => l with { Nature = v }, "nature"),
        new("function", l => l.Function, (l, v) => l with { Function = v }, Catalogue: "functions"),
        // The government's code follows from the department's.
        new("economic", l => l.Economic, (l, v) => l.Economic == v ? l : l with { Economic = v, Government = "" }, Catalogue: "economic-department"),
        new("project", l => l.Project, (l, v) => l with { Project = v }, "project"),
        new("fen", Wan, (l, v) => l),
        new("procurement", l => l.Procurement, (l, v) => l with { Procurement = v }, "procurement"),
        new("details", l => l.Details, (l, v) => l with { Details = v }),
    ];

    /// <summary>收入和结转的各栏。</summary>
    public static readonly IReadOnlyList<LineField> Income =
    [
        new("measure", l => l.Measure, (l, v) => l with { Measure = v }, "measure"),
        new("fund", l => l.Fund, (l, v) => l with { Fund = v }, "fund"),
        new("function", l => l.Function, (l, v) => l with { Function = v }, Catalogue: "functions"),
        new("fen", Wan, (l, v) => l),
        new("details", l => l.Details, (l, v) => l with { Details = v }),
    ];

    private static readonly string[] Natures = ["personnel", "public", "project"], Measures = ["income", "carried-in", "surplus-used", "carried-out"], Procured = ["goods", "works", "services"];

    /// <summary>可选的各项，键与名称; empty where one types.</summary>
    public static IReadOnlyList<Choice> Of(string choices, WorkVisit v, IReadOnlyList<Project> projects) => choices switch
    {
        "fund" => [.. v.Site.Library.Space.Members.Where(m => m.Dimension.Key == "fund" && m.Key is not ("fiscal" or "own")).Select(m => Named(m, v))],
        "nature" => [.. Natures.Select(k => v.Site.Library.Space.Member("nature", k)!).Select(m => Named(m, v))],
        "measure" => [.. Measures.Select(k => v.Site.Library.Space.Member("measure", k)!).Select(m => Named(m, v))],
        "procurement" => [.. Procured.Select(k => new Choice(k, v["work.procurement." + k], Words.Standard.Say(!v.Visit.English, "work.procurement." + k)))],
        "project" => [.. projects.Select(p => new Choice(p.Code, p.Code + " " + p.Name))],
        _ => [],
    };

    private static Choice Named(Member m, WorkVisit v) => v.Visit.English ? new Choice(m.Key, m.English, m.Chinese) : new Choice(m.Key, m.Chinese, m.English);

    // In 万元 without rounding, as it is typed again.
    private static string Wan(Line line) => line.Id.Length == 0 && line.Fen == 0 ? "" : Fen.TenThousand(line.Fen);
}

/// <summary>可选的一项。</summary>
/// <param name="Key">Key, as the ledger has it.</param>
/// <param name="Name">Name in the language of the page.</param>
/// <param name="Other">Name in the other language, since a sheet that is pasted may be in either.</param>
internal sealed record Choice(string Key, string Name, string Other = "");
