using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>问题从哪里改起：a finding names what is printed; here it leads to what the print was made from: the words that somebody wrote, the objective that he set, or what the ledger has behind the figure.</summary>
internal abstract class FindingPlaces
{
    /// <summary>一条问题最多几个去处。</summary>
    protected const int MostLeads = 3;

    private const int MostPlaces = 4;

    private readonly Composed _composed;
    private readonly string[] _printed;
    private readonly IReadOnlyList<PerformanceObject> _objectives;
    private readonly Dictionary<string, Check> _checks;
    private readonly IReadOnlyList<StoredRecord> _written;

    /// <summary>一份底稿的。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="owner">Whose draft it is.</param>
    /// <param name="composed">The draft, which was checked as text.</param>
    /// <param name="report">What was found in it.</param>
    /// <param name="view">The ledger that it was made from.</param>
    /// <param name="written">The words that were written for it.</param>
    protected FindingPlaces(WorkVisit v, Unit owner, Composed composed, Report report, LedgerView view, IReadOnlyList<StoredRecord> written)
    {
        (Visit, Owner, View, _composed, _written) = (v, owner, view, composed, written);
        _printed = ComposedText.Write(composed).Split('\n');
        _objectives = report.Disclosure.Performance;
        Statements = report.Disclosure.Statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        _checks = report.Checks.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>这次访问。</summary>
    protected WorkVisit Visit { get; }

    /// <summary>底稿的主体。</summary>
    protected Unit Owner { get; }

    /// <summary>所据的账。</summary>
    protected LedgerView View { get; }

    /// <summary>读出的各数。</summary>
    protected IReadOnlyDictionary<string, Statement> Statements { get; }

    /// <summary>写文字的页。</summary>
    protected abstract string WordsAddress { get; }

    /// <summary>一条问题的去处。</summary>
    public Markup Of(Finding finding)
    {
        var leads = Leads(finding);
        return When(leads.Count > 0, () => Html($"<p class=\"leads\">{Visit["work.lead"]} {leads.Select((l, i) => Html($"{(i > 0 ? Visit.Visit.English ? ", " : "、" : "")}<a href=\"{Visit.To(l.Address)}\">{l.Name}</a>"))}</p>"));
    }

    /// <summary>各个去处: what was written by hand before what was added up.</summary>
    public IReadOnlyList<Lead> Leads(Finding finding)
    {
        var places = finding.Places.Take(MostPlaces).ToList();
        var found = places.SelectMany(Written).ToList();
        found = found.Count > 0 ? found : [.. places.SelectMany(Objectives)];
        found = found.Count > 0 ? found : [.. Figures(finding, places).SelectMany(Lines)];
        found = found.Count > 0 ? found : [.. places.Select(Part)];
        return [.. found.DistinctBy(l => l.Address).Take(MostLeads)];
    }

    /// <summary>一个数所据的各行。</summary>
    protected abstract IEnumerable<Lead> Lines(Statement statement);

    /// <summary>没有更近的去处时：the part of the report.</summary>
    protected abstract Lead Part(Place place);

    /// <summary>报告的一部分; of a department, its units, each of which has its own.</summary>
    protected Lead PartLead(string part) => Owner.Whole ? new Lead(string.Create(CultureInfo.InvariantCulture, $"/work/reports?year={Owner.Year}"), Visit["work.lead.units"]) : new Lead(ReportPage.Address(Owner, part), Visit["work.part." + part]);

    /// <summary>账上落在这一点里的各行，与单位和用途的写法无关。</summary>
    protected IEnumerable<Line> Inside(Statement statement)
    {
        var purpose = statement.Point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        var wanted = statement.Point.Without(Visit.Site.Library.Space.Dimension("entity")!);
        wanted = purpose is null ? wanted : wanted.Without(purpose.Dimension);
        return View.Lines.Where(l => l.Line is { } line && line.Year == Owner.Year && wanted.Contains(l.Point) && (purpose is null || l.Purposes.Any(purpose.Contains))).Select(l => l.Line!);
    }

    /// <summary>是否说的是本年；last year is closed.</summary>
    protected bool ThisYear(Statement statement) => statement.Point.Members.Any(m => m.Dimension.Key == "year" && m.Key == Owner.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>一行的科目和项目。</summary>
    protected static string Codes(Line line) => string.Join(' ', new[] { line.Function, line.Economic, line.Project }.Where(c => c.Length > 0));

    /// <summary>在部门的报告中是哪个单位的。</summary>
    protected string Whose(string unit) => Owner.Whole ? " " + unit : "";

    // Where the place lies in words of an officer, or in a gap, those are to be mended; a place without a span is its whole line.
    private IEnumerable<Lead> Written(Place place)
    {
        if (place.Table is not null || place.Line is not { } number || number < 1 || number > _printed.Length)
        {
            yield break;
        }

        var line = _printed[number - 1];
        foreach (var words in _written.Where(w => w["said"].Length > 0))
        {
            var said = string.Join(' ', words["said"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('。');
            var at = said.Length == 0 ? -1 : line.IndexOf(said, StringComparison.Ordinal);
            if (at >= 0 && (place.Start is not { } start || (start < at + said.Length && start + (place.Length ?? 1) > at)))
            {
                yield return Wording(words["item"]);
            }
        }

        foreach (var gap in _composed.Gaps.Where(g => line.Contains(g.Text, StringComparison.Ordinal)).DistinctBy(g => g.Key))
        {
            yield return Wording(gap.Key);
        }
    }

    private Lead Wording(string key) => new(WordsAddress + "#" + WordsParts.Anchor(key), Visit.Say("work.lead.words", AskedName.Of(key, Visit.Site.Library, Owner.Year)));

    // A row of the tables of performance is an objective or one of its indicators; its money is that of the lines.
    private IEnumerable<Lead> Objectives(Place place)
    {
        foreach (var objective in _objectives.Where(o => o.Table == place.Table && (o.Place.Order == place.Order || o.Indicators.Any(i => i.Place.Order == place.Order)) && !(o.Money is { } money && money.Place.Order == place.Order && money.Place.Column == place.Column)))
        {
            foreach (var project in View.Projects.Where(p => objective.Whole ? p.Category == ProjectScore.Whole : p.Name == objective.Name))
            {
                yield return new Lead(ReportPage.Address(Unit.Coded(Owner.Year, project.Unit), "performance") + "#p-" + project.Code, Visit.Say("work.lead.objective", Visit["work.part.performance"], project.Name) + Whose(project.Unit));
            }
        }
    }

    private IEnumerable<Statement> Figures(Finding finding, List<Place> places)
    {
        var checkedFigures = finding.Checks.Select(c => _checks.GetValueOrDefault(c)).OfType<Check>().SelectMany(c => c.Figures).Select(f => Statements.GetValueOrDefault(f)).OfType<Statement>();
        var here = Statements.Values.Where(s => places.Exists(p => p.Order == s.Place.Order && p.Row == s.Place.Row && p.Column == s.Place.Column && (p.Start is null || p.Start == s.Place.Start)));
        return finding.Candidates.Select(c => Statements.GetValueOrDefault(c.Figure)).OfType<Statement>().Concat(here).Concat(checkedFigures).Distinct();
    }
}

/// <summary>去处：an address and what it is called.</summary>
internal sealed record Lead(string Address, string Name);
