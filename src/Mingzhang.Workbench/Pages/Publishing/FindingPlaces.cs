using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>问题从哪里改起：a finding names what is printed; here it leads to what the print was made from: the words that somebody wrote, or the lines of the ledger behind the figure.</summary>
internal sealed class FindingPlaces
{
    private const int MostLeads = 3, MostPlaces = 4, PageRows = 100;

    private readonly WorkVisit _v;
    private readonly Unit _owner;
    private readonly Composed _composed;
    private readonly string[] _printed;
    private readonly Dictionary<string, Statement> _statements;
    private readonly Dictionary<string, Check> _checks;
    private readonly LedgerView _view;
    private readonly IReadOnlyList<StoredRecord> _written;

    /// <summary>一份底稿的。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="owner">Whose draft it is.</param>
    /// <param name="composed">The draft, which was checked as text.</param>
    /// <param name="report">What was found in it.</param>
    public FindingPlaces(WorkVisit v, Unit owner, Composed composed, Report report)
    {
        (_v, _owner, _composed) = (v, owner, composed);
        _printed = ComposedText.Write(composed).Split('\n');
        _statements = report.Disclosure.Statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        _checks = report.Checks.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        _view = v.Read(r => LedgerView.Of(r, v.Site.Library, owner.Year, owner.Code, published: true))!;
        _written = v.Read(r => Words.All(r, owner.Year, owner.Code));
    }

    /// <summary>一条问题的去处。</summary>
    public Markup Of(Finding finding)
    {
        var leads = Leads(finding);
        return When(leads.Count > 0, () => Html($"<p class=\"leads\">{_v["work.lead"]} {leads.Select((l, i) => Html($"{(i > 0 ? _v.Visit.English ? ", " : "、" : "")}<a href=\"{_v.To(l.Address)}\">{l.Name}</a>"))}</p>"));
    }

    /// <summary>各个去处: what was written by hand before what was added up.</summary>
    public IReadOnlyList<Lead> Leads(Finding finding)
    {
        var places = finding.Places.Take(MostPlaces).ToList();
        var found = places.SelectMany(Written).ToList();
        found = found.Count > 0 ? found : [.. Figures(finding, places).SelectMany(Lines)];
        found = found.Count > 0 ? found : [.. places.Select(Part)];
        return [.. found.DistinctBy(l => l.Address).Take(MostLeads)];
    }

    // Where the place lies in words of an officer, or in a gap, those are to be mended; a place without a span is its whole line.
    private IEnumerable<Lead> Written(Place place)
    {
        if (place.Table is not null || place.Line is not { } number || number < 1 || number > _printed.Length)
        {
            yield break;
        }

        var line = _printed[number - 1];
        foreach (var words in _written.Where(w => w["sort"] == "words" && w["said"].Length > 0))
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

    private Lead Wording(string key) => new(Books.Address(_v, _owner, "words") + "#" + WordsPage.Anchor(key), _v.Say("work.lead.words", AskedName.Of(key, _v.Site.Library, _owner.Year)));

    private IEnumerable<Statement> Figures(Finding finding, List<Place> places)
    {
        var checkedFigures = finding.Checks.Select(c => _checks.GetValueOrDefault(c)).OfType<Check>().SelectMany(c => c.Figures).Select(f => _statements.GetValueOrDefault(f)).OfType<Statement>();
        var here = _statements.Values.Where(s => places.Exists(p => p.Order == s.Place.Order && p.Row == s.Place.Row && p.Column == s.Place.Column && (p.Start is null || p.Start == s.Place.Start)));
        return finding.Candidates.Select(c => _statements.GetValueOrDefault(c.Figure)).OfType<Statement>().Concat(here).Concat(checkedFigures).Distinct();
    }

    // A figure of few lines names them.
    private IEnumerable<Lead> Lines(Statement statement)
    {
        var purpose = statement.Point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        var wanted = statement.Point.Without(_v.Site.Library.Space.Dimension("entity")!);
        wanted = purpose is null ? wanted : wanted.Without(purpose.Dimension);
        var inside = _view.Lines.Where(l => l.Line is { } line && line.Year == _owner.Year && line.Phase == "budget" && wanted.Contains(l.Point) && (purpose is null || l.Purposes.Any(purpose.Contains))).Select(l => l.Line!).DistinctBy(l => l.Id).ToList();
        if (inside.Count is > 0 and <= MostLeads)
        {
            return inside.Select(LineLead);
        }

        // Nothing is entered there, or much: it is the part that lacks it, of this year only, since last year's is closed.
        var measure = statement.Point.Members.FirstOrDefault(m => m.Dimension.Key == "measure")?.Key;
        var thisYear = statement.Point.Members.Any(m => m.Dimension.Key == "year" && m.Key == _owner.Year.ToString(CultureInfo.InvariantCulture));
        return _owner.Whole || measure is null || !thisYear ? [] : [PartLead(measure == "expenditure" ? "spending" : "income")];
    }

    private Lead LineLead(Line line)
    {
        var unit = new Unit { Year = line.Year, Code = line.Unit, Department = "", Name = "" };
        var (part, index) = (line.Spending ? "spending" : "income", _v.Read(r => LineRows.Of(r, unit)).Where(l => l.Phase == "budget" && l.Spending == line.Spending).Select(l => l.Id).ToList().IndexOf(line.Id));
        var address = ReportPage.Address(unit, part) + string.Create(CultureInfo.InvariantCulture, $"&page={(index / PageRows) + 1}#row-{index % PageRows}");
        return new Lead(address, _v.Say("work.lead.line", _v["work.part." + part], index + 1, string.Join(' ', new[] { line.Function, line.Economic, line.Project }.Where(c => c.Length > 0)), Fen.TenThousand(line.Fen)) + (_owner.Whole ? " " + line.Unit : ""));
    }

    // Nothing nearer is known: sentences are the words' part, tables that of the lines.
    private Lead Part(Place place)
    {
        if (place.Table is null)
        {
            return new Lead(Books.Address(_v, _owner, "words"), _v["work.part.words"]);
        }

        var measures = _statements.Values.Where(s => s.Place.Table == place.Table).SelectMany(s => s.Point.Members).Where(m => m.Dimension.Key == "measure").ToList();
        return _owner.Whole ? new Lead(string.Create(CultureInfo.InvariantCulture, $"/work/reports?year={_owner.Year}"), _v["work.lead.units"])
            : PartLead(measures.Count > 0 && measures.TrueForAll(m => m.Key != "expenditure") ? "income" : "spending");
    }

    private Lead PartLead(string part) => new(ReportPage.Address(_owner, part), _v["work.part." + part]);
}

/// <summary>去处：an address and what it is called.</summary>
internal sealed record Lead(string Address, string Name);
