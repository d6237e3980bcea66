using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>备好的文件的送出和清单。</summary>
internal static class ShelfFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal) { [".csv"] = "text/csv; charset=utf-8", [".json"] = "application/json; charset=utf-8", [".sqlite"] = "application/vnd.sqlite3", [".zip"] = "application/zip" };

    /// <summary>送出一个文件：its address says its version, so that it may be kept for ever; parts of it may be asked for.</summary>
    public static async Task Send(HttpContext context, Site site, string version, string name)
    {
        if (site.Shelf.Find(version, name) is not var (path, file) || !System.IO.File.Exists(path))
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers["Digest"] = "sha-256=" + Convert.ToBase64String(Convert.FromHexString(file.Sha256));
        await Results.File(path, Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"), file.Name, entityTag: new EntityTagHeaderValue("\"" + file.Sha256[..32] + "\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    /// <summary>清单，供程序读：the sets that are ready now.</summary>
    public static async Task Catalogue(HttpContext context, Site site)
    {
        var sets = site.Store.Read(a => Scopes(a).Select(y => site.Shelf.Of(a, y)).OfType<DataSet>().ToList());
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, DataSetJson.Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray("sets");
            foreach (var set in sets)
            {
                json.WriteStartObject();
                json.WriteString("scope", set.Scope);
                json.WriteString("version", set.Version);
                json.WriteNumber("documents", set.Documents);
                json.WriteStartArray("files");
                foreach (var file in set.Files)
                {
                    json.WriteStartObject();
                    json.WriteString("url", site.Address(context.Request) + set.Address(file));
                    json.WriteNumber("rows", file.Rows);
                    json.WriteNumber("bytes", file.Bytes);
                    json.WriteString("sha256", file.Sha256);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = stream.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(stream.ToArray(), context.RequestAborted);
        }
    }

    /// <summary>数据页的一节：the files of the whole archive and of one year, with size, rows and checksum.</summary>
    public static Markup Section(Visit v, IArchive archive, int? year, out bool ready)
    {
        var sets = new[] { v.Site.Shelf.Of(archive, null), year is null ? null : v.Site.Shelf.Of(archive, year) };
        var whole = sets[0] is not null && (year is null || sets[1] is not null);

        // What the server does not make by itself is no reason to make the page anew for every reader.
        ready = whole || archive.Counts().Documents > Shelf.MostAtOnce;
        return Html($"""
            <section id="files"><h2>{v["shelf"]}</h2><p>{v["shelf.about"]}</p>{When(!whole, () => Html($"<p class=\"notice\">{v["shelf.making"]}</p>"))}
            {sets.OfType<DataSet>().Select(s => Table(v, s))}
            <p><a href="/data/catalogue.json">catalogue.json</a> <small>{v["shelf.catalogue"]}</small></p></section>
            """);
    }

    /// <summary>一套文件的表。</summary>
    public static Markup Table(Visit v, DataSet set) => Html($"""
        {(set.Scope.Length == ArchivedDocument.KeyLength ? Html($"<h2>{v["shelf"]} <small>{v.Say("shelf.version", set.Version, Money.Whole(set.Documents))}</small></h2>") : Html($"<h3>{(set.Scope == "all" ? v["shelf.all"] : v.Say("shelf.year", set.Scope))} <small>{v.Say("shelf.version", set.Version, Money.Whole(set.Documents))}</small></h3>"))}
        <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["data.file"]}</th><th scope="col" class="n">{v["data.rows"]}</th><th scope="col" class="n">{v["shelf.bytes"]}</th><th scope="col">SHA-256</th></tr></thead><tbody>
        {set.Files.Select(f => Html($"<tr><th scope=\"row\"><a href=\"{set.Address(f)}\">{f.Name}</a></th><td class=\"n\">{Money.Whole(f.Rows)}</td><td class=\"n\">{Money.Whole(f.Bytes)}</td><td><code class=\"hash\">{f.Sha256}</code></td></tr>\n"))}</tbody></table></div>
        """);

    private static IEnumerable<int?> Scopes(IArchive archive) => archive.Years().Select(y => (int?)y.Year).Distinct().Prepend(null);
}
