using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>预算的问题从哪里改起：words, objectives, and the lines that were entered.</summary>
/// <param name="v">The visit.</param>
/// <param name="owner">Whose draft it is.</param>
/// <param name="composed">The draft, which was checked as text.</param>
/// <param name="report">What was found in it.</param>
internal sealed class BudgetPlaces(WorkVisit v, Unit owner, Composed composed, Report report)
    : FindingPlaces(v, owner, composed, report, v.Read(r => LedgerView.Of(r, v.Site.Library, owner.Year, owner.Code, published: true))!, v.Read(r => Words.All(r, owner.Year, owner.Code)).Where(w => w["sort"] == "words").ToList())
{
    protected override string WordsAddress => Books.Address(Visit, Owner, "words");

    // A figure of few lines names them.
    protected override IEnumerable<Lead> Lines(Statement statement)
    {
        var inside = Inside(statement).Where(l => l.Phase == "budget").DistinctBy(l => l.Id).ToList();
        if (inside.Count is > 0 and <= MostLeads)
        {
            return inside.Select(LineLead);
        }

        // Nothing is entered there, or much: it is the part that lacks it.
        var measure = statement.Point.Key("measure");
        return Owner.Whole || measure is null || !ThisYear(statement) ? [] : [PartLead(measure == "expenditure" ? "spending" : "income")];
    }

    // Nothing nearer is known: sentences are the words' part, tables that of the lines.
    protected override Lead Part(Place place)
    {
        if (place.Table is null)
        {
            return new Lead(WordsAddress, Visit["work.part.words"]);
        }

        var measures = Statements.Values.Where(s => s.Place.Table == place.Table).Select(s => s.Point.Key("measure")).OfType<string>().ToList();
        return PartLead(measures.Count > 0 && measures.TrueForAll(m => m != "expenditure") ? "income" : "spending");
    }

    private Lead LineLead(Line line)
    {
        var unit = Unit.Coded(line.Year, line.Unit);
        var (part, index) = (line.Spending ? "spending" : "income", Visit.Read(r => LineRows.Of(r, unit)).Where(l => l.Phase == "budget" && l.Spending == line.Spending).Select(l => l.Id).ToList().IndexOf(line.Id));
        return new Lead(LinesPage.Address(unit, part, line.Id), Visit.Say("work.lead.line", Visit["work.part." + part], index + 1, Codes(line), Fen.TenThousand(line.Fen)) + Whose(line.Unit));
    }
}
