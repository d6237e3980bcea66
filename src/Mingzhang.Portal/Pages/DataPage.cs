using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Files.Shelves;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>数据：everything as files: the whole archive, and each document.</summary>
internal static class DataPage
{
    private const int PageRows = 100;

    public static Page Of(Visit v, IArchive archive)
    {
        var years = archive.Years().Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? years.FirstOrDefault();
        var documents = archive.Documents(year, PageRows + 1, (Parts.Page(v) - 1) * PageRows);
        var counts = archive.Counts();
        var files = ShelfFiles.Section(v, archive, year == 0 ? null : year, out var ready);
        var html = Html($"""
            <h1>{v["data.title"]}</h1><p class="lead">{v["data.about"]}</p>
            <table class="list"><thead><tr><th scope="col">{v["data.file"]}</th><th scope="col" class="n">{v["data.rows"]}</th></tr></thead><tbody>
            <tr><th scope="row"><a href="/data/figures.csv">figures.csv</a> <small>{v["data.figures"]}</small></th><td class="n">{Money.Whole(counts.Statements)}</td></tr>
            <tr><th scope="row"><a href="/data/documents.csv">documents.csv</a> <small>{v["data.documents"]}</small></th><td class="n">{Money.Whole(counts.Documents)}</td></tr></tbody></table>
            <p>{v["data.columns"]}</p><p>{v["data.api"]} <a href="/openapi/v1.json">OpenAPI</a> <a href="/api/v1/departments">/api/v1/departments</a> <a href="/api/v1/documents?format=csv">/api/v1/documents?format=csv</a></p>
            {files}
            <section><h2>{v["data.each"]}</h2>{Parts.Years(v, years, year, y => "/data?year=" + y.ToString(System.Globalization.CultureInfo.InvariantCulture))}<div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["year"]}</th><th scope="col">{v["kind"]}</th><th scope="col" class="n">{v["data.rows"]}</th><th scope="col">{v["data.file"]}</th><th scope="col">SHA-256</th></tr></thead><tbody>
            {documents.Take(PageRows).Select(d => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Report(v, d)}\">{d.Body?.Name ?? d.Name}</a></th><td>{d.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)}</td><td>{Parts.Kind(v, d)}</td><td class=\"n\">{Money.Whole(d.Statements)}</td><td><a href=\"{Parts.Plain(d, "/figures.csv")}\">CSV</a> <a href=\"{Parts.Plain(d, "/figures.json")}\">JSON</a> <a href=\"{Parts.Report(v, d, "/files")}\">SQLite, Data Package</a> <a href=\"{Parts.Plain(d, "/original")}\">{v["foot.original"]}</a></td><td><code>{d.Hash[..16]}</code></td></tr>\n"))}</tbody></table></div>{Parts.Pager(v, documents.Count > PageRows)}</section>
            """);
        return new Page(v["data.title"], html) { Entry = "/data", Fresh = !ready };
    }
}
