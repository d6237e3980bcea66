using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Api;
using Mingzhang.Portal.Asking;
using Mingzhang.Portal.Checking;
using Mingzhang.Portal.Citing;
using Mingzhang.Portal.Delegates;
using Mingzhang.Portal.Embedding;
using Mingzhang.Portal.Files;
using Mingzhang.Portal.Files.Shelves;
using Mingzhang.Portal.Following;
using Mingzhang.Portal.Mcp;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Hosting;

/// <summary>地址：every page and file with its address.</summary>
internal static class Routes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app, Site site)
    {
        Page("/", (v, a) => Described.Home(v, HomePage.Of(v, a)));
        Page("/depts", DepartmentsPage.Of);
        Page("/d/{code}", (v, a) => DepartmentPage.Newest(v, a, Value(v, 2)));
        Page("/d/{code}/{year}", (v, a) => Described.Department(v, a, Value(v, 2), Value(v, 3), DepartmentPage.Of(v, a, Value(v, 2), Value(v, 3))));
        Page("/r/{key}", (v, a) => Described.Document(v, a, Value(v, 2), ReadingPage.Of(v, a, Value(v, 2))));
        Page("/r/{key}/files", (v, a) => PublicationFilesPage.Of(v, a, Value(v, 2)));
        Page("/r/{key}/versions", (v, a) => VersionsPage.Of(v, a, Value(v, 2)));
        Page("/r/{key}/page/{number}", (v, a) => SheetPage.Of(v, a, Value(v, 2), Value(v, 4)));
        Page("/cell/{id}", (v, a) => Described.Cell(v, Value(v, 2), CellPage.Of(v, a, Value(v, 2))));
        Page("/c", (v, _) => CodesPage.Of(v));
        Page("/c/{code}", (v, a) => CodePage.Of(v, a, Value(v, 2)));
        Page("/t/{topic}", (v, a) => Described.Topic(v, Value(v, 2), TopicPage.Of(v, a, Value(v, 2))));
        Page("/compare", ComparePage.Of);
        Page("/status", StatusPage.Of);
        Page("/s", SearchPage.Of);
        Page("/data", DataPage.Of);
        Page("/help", (v, _) => HelpPage.Of(v));

        Page("/u/{code}", (v, a) => DepartmentPage.Newest(v, a, Value(v, 2)));
        Page("/u/{code}/{year}", (v, a) => UnitPage.Of(v, a, Value(v, 2), Value(v, 3)));
        Page("/p/{id}", (v, a) => ProjectPage.Of(v, a, Value(v, 2)));
        Page("/chain/{code}/{year}", (v, a) => ChainPage.Of(v, a, Value(v, 2), Value(v, 3)));
        Page("/region", RegionPage.All);
        Page("/region/{code}", (v, a) => RegionPage.Newest(v, a, Value(v, 2)));
        Page("/region/{code}/{year}", (v, a) => RegionPage.Of(v, a, Value(v, 2), Value(v, 3)));

        Page("/check", (v, _) => OwnFilePage.Of(v));
        app.MapPost("/check", c => OwnFile.Send(c, site)).RequireRateLimiting(PortalHost.Uploads);
        ApiServing.Map(app, site, Reading);

        Page("/cite", CitePage.Of);
        Page("/d/{code}/{year}/pack", (v, a) => PackPage.Of(v, a, Value(v, 2), Value(v, 3)));
        File("/d/{code}/{year}/pack.pdf", c => PackPdf.Send(c, site, Value(c, 2), Value(c, 3)));
        Page("/questions", QuestionsPage.Of);
        File("/ask/{id}", c => AskPage.Show(c, site, Value(c, 2)));
        app.MapPost("/ask/{id}", c => AskPage.Take(c, site, Value(c, 2))).RequireRateLimiting(PortalHost.Asking);
        File("/data/catalogue.json", c => ShelfFiles.Catalogue(c, site));
        File("/data/v/{version}/{name}", c => ShelfFiles.Send(c, site, Value(c, 3), Value(c, 4)));
        foreach (var rss in new[] { false, true })
        {
            var ending = rss ? "rss" : "atom";
            File("/feed." + ending, c => Feed.Site(c, site, rss));
            File("/d/{code}/feed." + ending, c => Feed.Department(c, site, Value(c, 2), rss));
            File("/t/{topic}/feed." + ending, c => Feed.Topic(c, site, Value(c, 2), rss));
        }

        File("/sitemap.xml", c => SiteMap.Send(c, site, 0));
        File("/sitemap-{part:int}.xml", c => SiteMap.Send(c, site, int.Parse(Value(c, 1)["sitemap-".Length..^".xml".Length], System.Globalization.CultureInfo.InvariantCulture)));
        File("/robots.txt", c => SiteMap.Robots(c, site));
        File("/r/{key}/cite.bib", c => Bibliography.Send(c, site, Value(c, 2)));
        File("/cell/{id}/cite.bib", c => Bibliography.Send(c, site, Value(c, 2)));
        File("/embed/{**page}", c => EmbedPage.Send(c, site, After(c, "/embed/")));
        File("/chart/{**picture}", c => SharePicture.Send(c, site, After(c, "/chart/")));
        File("/oembed", c => OEmbed.Send(c, site));
        app.MapPost("/mcp", c => McpOverHttp.Send(c, site));

        File("/r/{key}/figures.csv", c => DocumentFiles.Csv(c, site, Value(c, 2)));
        File("/r/{key}/figures.json", c => DocumentFiles.Json(c, site, Value(c, 2)));
        File("/r/{key}/original", c => DocumentFiles.Original(c, site, Value(c, 2)));
        File("/data/figures.csv", c => ArchiveFiles.Figures(c, site));
        File("/data/documents.csv", c => ArchiveFiles.Documents(c, site));
        File("/healthz", ArchiveFiles.Health);
        File("/readyz", c => c.RequestServices.GetRequiredService<Readiness>().Answer(c, site));
        foreach (var asset in Asset.All)
        {
            File(asset.Path, asset.Send);
        }

        void Page(string route, Func<Visit, IArchive, Page?> make) => app.MapMethods(route, Reading, c => Serving.Send(c, site, make));
        void File(string route, RequestDelegate send) => app.MapMethods(route, Reading, send);
    }

    // Parts of the path as the server decoded them.
    private static string Value(Visit v, int part) => Part(v.Path, part);

    private static string Value(HttpContext context, int part) => Part(context.Request.Path.Value ?? "", part);

    private static string After(HttpContext context, string start) => context.Request.Path.Value is { } path && path.Length > start.Length ? path[start.Length..] : "";

    private static string Part(string path, int part) => path.Split('/') is var parts && part < parts.Length ? parts[part] : "";
}
