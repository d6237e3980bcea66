using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Citing;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Following;

/// <summary>页面给程序看的说明：what it is about in the terms of schema.org, its feed, its embedded form; and below a document how to cite it. Data blocks, which no browser runs.</summary>
internal static class Described
{
    /// <summary>全站。</summary>
    public static Page Home(Visit v, Page page) => page with { Head = Html($"{Feed(v, "/feed.atom")}{Block(Organisation(v["site.name"], v.Site.PublicAddress + "/", "Organization"))}") };

    /// <summary>部门年度。</summary>
    public static Page? Department(Visit v, IArchive archive, string code, string year, Page? page)
    {
        if (page is not { Redirect: null, Status: 200 } || archive.Body(code) is not { } body)
        {
            return page;
        }

        var path = $"/d/{body.Code}/{year}";
        var document = archive.Documents(body).FirstOrDefault(d => d.Year?.ToString(CultureInfo.InvariantCulture) == year);
        return page with { Body = Html($"{page.Body}<p class=\"soft\"><a href=\"{v.To(path + "/pack" + (v.Ask("kind") == "final" ? "?kind=final" : ""))}\">{v["pack.link"]}</a> <a href=\"{v.To($"/d/{body.Code}/feed.atom")}\">{v["feed.link"]}</a></p>"), Head = Html($"{Feed(v, $"/d/{body.Code}/feed.atom")}{Embed(v, page, path)}{Block(Organisation(body.Name, v.Site.PublicAddress + path, "GovernmentOrganization"))}{(document is null ? Empty : Block(Dataset(v, document)))}") };
    }

    /// <summary>专题。</summary>
    public static Page? Topic(Visit v, string topic, Page? page) => page is null ? null : page with { Head = Html($"{When(Following.Feed.Knows(topic), () => Feed(v, $"/t/{topic}/feed.atom"))}{Embed(v, page, "/t/" + topic)}") };

    /// <summary>一份文件，连同怎样引用。</summary>
    public static Page? Document(Visit v, IArchive archive, string key, Page? page) => page is not { Status: 200 } || archive.Document(key) is not { } document ? page
        : page with { Head = Block(Dataset(v, document)), Body = Html($"{page.Body}<section id=\"cite\"><h2>{v["cell.cite"]}</h2><p class=\"cite\">{Bibliography.Text(v, document)}</p><p><a href=\"/r/{document.Key}/cite.bib\">BibTeX</a></p></section>") };

    /// <summary>一格。</summary>
    public static Page? Cell(Visit v, string id, Page? page) => page is not { Status: 200 } ? page
        : page with { Head = Embed(v, "/cell/" + id), Body = Html($"{page.Body}<p><a href=\"/cell/{Uri.EscapeDataString(id)}/cite.bib\">BibTeX</a> <a href=\"{v.To("/embed/cell/" + Uri.EscapeDataString(id))}\">{v["embed.link"]}</a></p>") };

    private static Markup Feed(Visit v, string path) => Html($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{v.To(path)}\">");

    // A page without a chart has nothing to embed.
    private static Markup Embed(Visit v, Page page, string path) => page.Body.Value.Contains("<figure class=\"chart\"", StringComparison.Ordinal) ? Embed(v, path) : Empty;

    private static Markup Embed(Visit v, string path) => Html($"<link rel=\"alternate\" type=\"application/json+oembed\" href=\"/oembed?url={Uri.EscapeDataString(v.Site.PublicAddress + v.To(path))}\">");

    private static JsonObject Organisation(string name, string url, string type) => new() { ["@context"] = "https://schema.org", ["@type"] = type, ["name"] = name, ["url"] = url };

    private static JsonObject Dataset(Visit v, ArchivedDocument d)
    {
        var site = v.Site.PublicAddress;
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Dataset",
            ["name"] = d.Title,
            ["description"] = v.Say("described.dataset", Parts.Name(v, d), d.Statements),
            ["identifier"] = "urn:sha256:" + d.Hash,
            ["version"] = d.Key,
            ["url"] = site + "/r/" + d.Key,
            ["isAccessibleForFree"] = true,
            ["inLanguage"] = "zh-CN",
            ["dateModified"] = d.ReadAt[..10],
            ["datePublished"] = d.Published,
            ["temporalCoverage"] = d.Year?.ToString(CultureInfo.InvariantCulture),
            ["creator"] = d.Body is null ? null : Organisation(d.Body.Name, site + "/d/" + d.Body.Code, "GovernmentOrganization"),
            ["distribution"] = new JsonArray(Download(site, d, "csv", "text/csv"), Download(site, d, "json", "application/json")),
        };
    }

    private static JsonObject Download(string site, ArchivedDocument d, string ending, string type) => new() { ["@type"] = "DataDownload", ["encodingFormat"] = type, ["contentUrl"] = $"{site}/r/{d.Key}/figures.{ending}" };

    // The standard encoder leaves no < or & in it, so that nothing of a document ends the block.
    private static Markup Block(JsonObject described) => new("<script type=\"application/ld+json\">" + JsonSerializer.Serialize(described) + "</script>");
}
