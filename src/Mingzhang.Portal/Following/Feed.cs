using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Following;

/// <summary>订阅：what is new of the whole site, of a department, of a topic, as Atom and as RSS; nobody is asked for an address.</summary>
internal static class Feed
{
    private const int Most = 100, Looked = 400;

    /// <summary>专题和它的第一要目; null where figures of another kind make the topic.</summary>
    private static readonly Dictionary<string, string?> Topics = new(StringComparer.Ordinal) { ["sangong"] = "sangong", ["operating"] = "operating", ["procurement"] = "procurement", ["performance"] = "targeted", ["assets"] = null, ["projects"] = null, ["rise"] = "spending", ["execution"] = "spent", ["added"] = "planned", ["targets"] = null };

    /// <summary>专题是否可以订阅：it is one of documents, not of a comparison of them.</summary>
    public static bool Knows(string topic) => Topics.ContainsKey(topic);

    public static Task Site(HttpContext context, Site site, bool rss) => Send(context, site, rss, "/", (v, a) => new Channel(v["site.name"], a.Latest(Most)));

    public static Task Department(HttpContext context, Site site, string code, bool rss) => Send(context, site, rss, "/d/" + code, (_, a) => a.Body(code) is { } body ? new Channel(body.Name, [.. a.Documents(body).OrderByDescending(d => d.Id)]) : null);

    public static Task Topic(HttpContext context, Site site, string topic, bool rss) =>
        Send(context, site, rss, "/t/" + topic, (v, a) => Topics.TryGetValue(topic, out var item) ? new Channel(v["topic." + topic], [.. a.Latest(Looked).Where(d => Holds(a, d, topic, item)).Take(Most)]) : null);

    private static bool Holds(IArchive archive, ArchivedDocument d, string topic, string? item) =>
        item is not null ? archive.Headlines(d).Any(h => h.Item == item) : topic == "assets" ? archive.Counts(d).Count > 0 : topic == "targets" ? archive.Projects(d, _ => null).Any(p => p.Indicators.Any(i => i.Actual.Length > 0)) : archive.Projects(d, _ => null).Any(p => !p.Whole);

    private static async Task Send(HttpContext context, Site site, bool rss, string about, Func<Visit, IArchive, Channel?> make)
    {
        var address = site.Address(context.Request);
        var tag = "\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site.Stamp() + address + context.Request.Path + context.Request.QueryString)))[..20] + "\"";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var visit = new Visit(context.Request, site);
        if (site.Store.Read(a => make(visit, a)) is not { } channel)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var entries = channel.Documents.SelectMany(d => FeedEntry.Of(visit, d)).Take(Most).ToList();
        var self = address + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        var bytes = Encoding.UTF8.GetBytes((rss ? Rss(visit, channel, entries, address, self, address + visit.To(about)) : Atom(visit, channel, entries, address, self, address + visit.To(about))).Value);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.ContentType = rss ? "application/rss+xml; charset=utf-8" : "application/atom+xml; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static Markup Atom(Visit v, Channel channel, List<FeedEntry> entries, string address, string self, string page) => Html($"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{(v.English ? "en" : "zh-CN")}"><title>{v.Say("feed.title", channel.Name)}</title><id>{page}</id><link rel="self" href="{self}"/><link rel="alternate" type="text/html" href="{page}"/><updated>{Time(entries)}</updated><author><name>{v["site.name"]}</name></author>
        {entries.Select(e => Html($"<entry><id>{e.Id}</id><title>{e.Title}</title><link href=\"{address}{e.Path}\"/><updated>{Iso(e.At)}</updated><category term=\"{e.Kind}\" label=\"{v["feed.kind." + e.Kind]}\"/><summary>{e.Title}</summary></entry>\n"))}</feed>

        """);

    private static Markup Rss(Visit v, Channel channel, List<FeedEntry> entries, string address, string self, string page) => Html($"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>{v.Say("feed.title", channel.Name)}</title><link>{page}</link><description>{v["feed.about"]}</description><language>{(v.English ? "en" : "zh-cn")}</language><atom:link rel="self" type="application/rss+xml" href="{self}"/>
        {entries.Select(e => Html($"<item><guid isPermaLink=\"false\">{e.Id}</guid><title>{e.Title}</title><link>{address}{e.Path}</link><category>{v["feed.kind." + e.Kind]}</category><pubDate>{e.At.ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>\n"))}</channel></rss>

        """);

    private static string Time(List<FeedEntry> entries) => Iso(entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.At));

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Channel(string Name, IReadOnlyList<ArchivedDocument> Documents);
}
