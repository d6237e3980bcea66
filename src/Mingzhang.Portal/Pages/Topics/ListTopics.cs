using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Topics;

/// <summary>逐项列出的专题：what documents count, and the projects that they describe.</summary>
internal static class ListTopics
{
    private const int PageDocuments = 50, PageRows = 60;

    /// <summary>文件里数出来的东西，按部门。</summary>
    public static Markup Counts(Visit v, IArchive archive, YearDocuments of)
    {
        var documents = archive.Documents(of, (Parts.Page(v) - 1) * PageDocuments, PageDocuments + 1, counting: true);
        var rows = archive.Counts([.. documents.Take(PageDocuments)]).ToLookup(s => s.Document.Id);
        return When(documents.Count > 0, () => Html($"""
            <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["cell.counted"]}</th><th scope="col" class="n">{v["count"]}</th></tr></thead><tbody>
            {documents.SelectMany(d => rows[d.Id]).Select(s => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, s.Document)}\">{s.Document.Body!.Name}</a></th><td lang=\"zh\">{((CountStatement)s.Statement).What}</td><td class=\"n\"><a class=\"fig\" href=\"{Money.Address(v, s.Document, s.Statement.Id)}\">{((CountStatement)s.Statement).Number.ToString("#,##0.##", CultureInfo.InvariantCulture)}</a> <span lang=\"zh\">{((CountStatement)s.Statement).Unit}</span></td></tr>\n"))}</tbody></table></div>
            {Parts.Pager(v, documents.Count > PageDocuments)}
            """));
    }

    /// <summary>公布了目标的项目，按金额从多到少。</summary>
    public static Markup Projects(Visit v, IArchive archive, YearDocuments of)
    {
        var rows = archive.Projects(of, (Parts.Page(v) - 1) * PageRows, PageRows + 1);
        return When(rows.Count > 0, () => Html($"""
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["project"]}</th><th scope="col">{v["department"]}</th><th scope="col" class="n">{v["amount"]}</th><th scope="col" class="n">{v["indicators"]}</th></tr></thead><tbody>
            {rows.Take(PageRows).Select(r => Html($"<tr><th scope=\"row\">{ProjectRecord.Link(v, r.Document, r.Project.Name)}</th><td>{r.Document.Body!.Name}</td><td class=\"n\">{(r is { Fen: { } fen, Statement: { } s } ? Money.Link(v, r.Document, s, fen) : Money.Blank(v, "blank.unstated"))}</td><td class=\"n\">{r.Project.Indicators.Count}</td></tr>\n"))}</tbody></table></div>
            {Parts.Pager(v, rows.Count > PageRows)}
            """));
    }
}
