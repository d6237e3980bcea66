using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>采购、绩效、资产：what is bought, how much stands under targets, and what is counted.</summary>
internal static class ProcurementSection
{
    private static readonly string[] Points =
    [
        "measure=expenditure purpose=procurement", "measure=expenditure purpose=procurement/goods", "measure=expenditure purpose=procurement/works", "measure=expenditure purpose=procurement/services", "measure=contracts purpose=procurement",
        "measure=contracts", "measure=expenditure purpose=sme", "measure=expenditure purpose=sme/micro", "measure=targeted", "measure=targeted fund=general",
    ];

    private const int MostCounts = 40;

    public static Markup Of(Visit v, FigureBook book)
    {
        var amounts = Points.Select(p => book.Amount(p)).OfType<ArchivedStatement>().DistinctBy(s => s.Statement.Id).ToList();
        var counts = book.All.Where(s => s.Statement is CountStatement).DistinctBy(s => (((CountStatement)s.Statement).What, ((CountStatement)s.Statement).Number)).ToList();
        return amounts.Count + counts.Count == 0 ? Empty : Html($"""
            {When(amounts.Count > 0, () => Html($"<table class=\"list\"><caption>{v["unit.wan"]}</caption><tbody>{amounts.Select(s => Html($"<tr><th scope=\"row\">{Name(v, s)}</th><td class=\"n\">{Money.Link(v, s)}</td></tr>\n"))}</tbody></table>"))}
            {When(counts.Count > 0, () => Html($"<h3>{v["counts"]}</h3><table class=\"list\"><tbody>{counts.Take(MostCounts).Select(s => Count(v, s))}</tbody></table>"))}
            """);
    }

    private static string Name(Visit v, ArchivedStatement s) => s.Statement.Point.Key("measure") is "expenditure" ? PointName.Short(v.Library, s.Statement.Point, v.English) : PointName.Capital(string.Join(v.English ? ", " : " · ", PointName.Parts(v.Library, s.Statement.Point, v.English).Skip(2)));

    private static Markup Count(Visit v, ArchivedStatement s)
    {
        var count = (CountStatement)s.Statement;
        return Html($"<tr><th scope=\"row\" lang=\"{(count.What.Length == 0 && v.English ? "en" : "zh")}\">{(count.What.Length == 0 ? v["counted.same"] : count.What)}</th><td class=\"n\"><a class=\"fig\" href=\"{Money.Address(v, s.Document, count.Id)}\">{count.Number.ToString("#,##0.##", CultureInfo.InvariantCulture)}</a> <span lang=\"zh\">{count.Unit}</span></td></tr>\n");
    }
}
