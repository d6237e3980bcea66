using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算的问题从哪里改起：its own words, the allotments that were spent, receipts, and what was carried.</summary>
/// <param name="v">The visit.</param>
/// <param name="owner">Whose draft it is.</param>
/// <param name="composed">The draft, which was checked as text.</param>
/// <param name="report">What was found in it.</param>
internal sealed class FinalPlaces(WorkVisit v, Unit owner, Composed composed, Report report)
    : FindingPlaces(v, owner, composed, report, v.Read(r => LedgerView.Of(r, v.Site.Library, owner.Year, owner.Code, published: true, executed: true))!, v.Read(r => AccountWords.All(r, owner.Year, owner.Code)))
{
    protected override string WordsAddress => FinalParts.Address(Owner, FinalParts.Words);

    // A figure of few allotments names them; receipts are entered beside them, and what is carried comes of closing the year.
    protected override IEnumerable<Lead> Lines(Statement statement)
    {
        var spent = Inside(statement).Where(l => l is { Phase: "revised" or "final", Spending: true, Id.Length: > 0 }).DistinctBy(l => l.Id).ToList();
        return spent.Count is > 0 and <= MostLeads ? spent.Select(Spent)
            : Owner.Whole || !ThisYear(statement) || statement.Point.Key("measure") is not { } measure ? []
            : measure is "expenditure" or "income" or "contracts" ? [PartLead("execution")] : [PartLead("final")];
    }

    protected override Lead Part(Place place) => place.Table is null ? new Lead(WordsAddress, Visit["work.part.words"]) : PartLead("execution");

    private Lead Spent(Line line) => new(ReportPage.Address(Unit.Coded(line.Year, line.Unit), "execution") + "#" + ExecutionPage.Anchor(line.Id),
        Visit.Say("work.lead.allotment", Visit["work.part.execution"], Codes(line)) + Whose(line.Unit));
}
