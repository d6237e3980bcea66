using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Forms;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Portal.Text;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports.Grid;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>导入用的模板：one column for each that is read, under its usual name; as a workbook each offers what may stand in it.</summary>
internal static class LineTemplate
{
    private static readonly string[] Measures = ["expenditure", "income", "carried-in", "carried-out"], Natures = ["personnel", "public", "project"], Procured = ["goods", "works", "services"];

    private static IEnumerable<ImportColumn> Columns => ImportColumn.All.Where(c => c.Field != "unit");

    /// <summary>送出：a workbook, or separated values where they are asked for.</summary>
    public static WorkAnswer Of(WorkVisit v) => ReportPage.Unit(v) is not { } unit ? WorkAnswer.Missing
        : v.Visit.Ask("format") == "csv" ? new WorkAnswer { Bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(Header)) + "\r\n")], Name = "mingzhang-lines.csv", Type = "text/csv; charset=utf-8" }
        : new WorkAnswer { Bytes = Book(v, unit), Name = "mingzhang-lines.xlsx", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

    private static byte[] Book(WorkVisit v, Unit unit)
    {
        var projects = v.Read(r => Projects.Of(r, unit));
        return ListedBook.Write(Words.Standard.Say(false, "grid.sheet"), [.. Columns.Select(c => new ListedColumn(Header(c), [.. Choices(v.Site.Library, unit, c.Field, projects)], c.Field == "amount"))]);
    }

    // Amounts are typed in 万元, as officers do.
    private static string Header(ImportColumn column) => column.Field == "amount" ? column.Headers.First(h => MoneyUnit.Find(h[(h.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')')) == MoneyUnit.TenThousand) : column.Chinese;

    private static IEnumerable<string> Choices(Library library, Unit unit, string field, IReadOnlyList<Project> projects) => field switch
    {
        "measure" => Measures.Select(k => library.Space.Member("measure", k)!.Chinese),
        "nature" => Natures.Select(k => library.Space.Member("nature", k)!.Chinese),
        "fund" => library.Space.Members.Where(m => m.Dimension.Key == "fund" && m.Key is not ("fiscal" or "own")).Select(m => m.Chinese),
        "function" => CodeList.Known(library, "functions", unit.Year).Select(e => e.Code + " " + e.Name),
        "economic" => CodeList.Known(library, "economic-department", unit.Year).Select(e => e.Code + " " + e.Name),
        "government" => CodeList.Known(library, "economic-government", unit.Year).Select(e => e.Code + " " + e.Name),
        "project" => projects.Select(p => p.Code),
        "procurement" => Procured.Select(k => Words.Standard.Say(false, "work.procurement." + k)),
        "bought" or "secret" => [ProjectIndicator.Yes, ProjectIndicator.No],
        _ => [],
    };
}
