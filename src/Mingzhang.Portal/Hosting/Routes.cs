using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Api;
using Mingzhang.Portal.Checking;
using Mingzhang.Portal.Files;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Hosting;

/// <summary>地址：every page and file with its address.</summary>
internal static class Routes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app, Site site)
    {
        Page("/", HomePage.Of);
        Page("/depts", DepartmentsPage.Of);
        Page("/d/{code}", (v, a) => DepartmentPage.Newest(v, a, Value(v, 2)));
        Page("/d/{code}/{year}", (v, a) => DepartmentPage.Of(v, a, Value(v, 2), Value(v, 3)));
        Page("/r/{key}", (v, a) => ReadingPage.Of(v, a, Value(v, 2)));
        Page("/r/{key}/versions", (v, a) => VersionsPage.Of(v, a, Value(v, 2)));
        Page("/r/{key}/page/{number}", (v, a) => SheetPage.Of(v, a, Value(v, 2), Value(v, 4)));
        Page("/cell/{id}", (v, a) => CellPage.Of(v, a, Value(v, 2)));
        Page("/c", (v, _) => CodesPage.Of(v));
        Page("/c/{code}", (v, a) => CodePage.Of(v, a, Value(v, 2)));
        Page("/t/{topic}", (v, a) => TopicPage.Of(v, a, Value(v, 2)));
        Page("/compare", ComparePage.Of);
        Page("/status", StatusPage.Of);
        Page("/s", SearchPage.Of);
        Page("/data", DataPage.Of);
        Page("/help", (v, _) => HelpPage.Of(v));

        Page("/check", (v, _) => OwnFilePage.Of(v));
        app.MapPost("/check", c => OwnFile.Send(c, site)).RequireRateLimiting(PortalHost.Uploads);
        ApiServing.Map(app, site, Reading);

        File("/r/{key}/figures.csv", c => DocumentFiles.Csv(c, site, Value(c, 2)));
        File("/r/{key}/figures.json", c => DocumentFiles.Json(c, site, Value(c, 2)));
        File("/r/{key}/original", c => DocumentFiles.Original(c, site, Value(c, 2)));
        File("/data/figures.csv", c => ArchiveFiles.Figures(c, site));
        File("/data/documents.csv", c => ArchiveFiles.Documents(c, site));
        File("/robots.txt", c => ArchiveFiles.Robots(c));
        File("/healthz", c => ArchiveFiles.Health(c, site));
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

    private static string Part(string path, int part) => path.Split('/') is var parts && part < parts.Length ? parts[part] : "";
}
