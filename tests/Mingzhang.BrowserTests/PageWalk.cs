using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.BrowserTests;

/// <summary>走遍网站：follows links from the home page until a page of every kind is found; the kinds are the addresses that the program registers.</summary>
internal sealed partial class PageWalk(OpenPortal portal)
{
    // Enough of a kind to meet its variants; the rest of thousands would be alike.
    private const int EachKind = 4, MostPages = 220;

    // What people type: links lead to thousands of pages, of which those of real documents would be the last.
    private static readonly string[] Typed = ["/s?q=" + Uri.EscapeDataString("科普活动")];

    private readonly Dictionary<string, List<string>> _found = new(StringComparer.Ordinal);

    /// <summary>每种一页; what shows a budget and what shows a final account are two kinds.</summary>
    public IReadOnlyList<string> One => [.. _found.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value[0])];

    /// <summary>程序登记而没有任何链接通向的网页.</summary>
    public IReadOnlyList<string> Unreached { get; private set; } = [];

    /// <summary>打不开的链接。</summary>
    public IReadOnlyList<string> Broken { get; private set; } = [];

    public static async Task<PageWalk> From(OpenPortal portal)
    {
        var walk = new PageWalk(portal);
        await walk.Walk();
        return walk;
    }

    private async Task Walk()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
        var patterns = portal.Patterns.Select(p => new Pattern(p)).OrderBy(p => p.Holes).ToList();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var broken = new List<string>();
        var waiting = new PriorityQueue<string, int>([("/", 0), .. Typed.Select(t => (t, 0))]);
        var seen = new HashSet<string>(["/", .. Typed], StringComparer.Ordinal);
        for (var pages = 0; pages < MostPages && waiting.TryDequeue(out var path, out _);)
        {
            if (patterns.Find(p => p.Matches(path)) is not { } pattern)
            {
                broken.Add(path);
                continue;
            }

            var kind = Kind(pattern.Text, path);
            var known = _found.TryGetValue(kind, out var before) ? before.Count : 0;
            if (known >= EachKind)
            {
                continue;
            }

            reached.Add(pattern.Text);
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode >= HttpStatusCode.BadRequest)
            {
                broken.Add(path + " " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            }

            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            (before ?? (_found[kind] = [])).Add(path);
            foreach (var link in Links().Matches(await response.Content.ReadAsStringAsync()).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Where(l => l.Length > 0 && seen.Add(l)))
            {
                // Kinds that were met least come first.
                waiting.Enqueue(link, Typed.Contains(path) ? -1 : patterns.Find(p => p.Matches(link)) is { } next && _found.TryGetValue(Kind(next.Text, link), out var of) ? 1 + of.Count : 0);
            }
        }

        (Broken, Unreached) = (broken, [.. portal.Patterns.Where(p => !reached.Contains(p) && !Files.IsMatch(p) && (PublishedArchive.HasRealDocuments || !p.Contains("/page/", StringComparison.Ordinal)))]);
    }

    // Files, feeds and what programs ask for; and addresses that only lead on to the newest year.
    private static readonly Regex Files = new(@"\.|^/(api|openapi|mcp|chart|embed|oembed|healthz|readyz|data/v)\b|^/[du]/{code}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // What is asked for counts where it makes another page of it.
    private static string Kind(string pattern, string path)
    {
        var topic = pattern == "/t/{topic}" ? " " + path.Split('/', '?')[2] : "";
        return pattern + topic + (path.Contains("kind=final", StringComparison.Ordinal) ? " final" : "") + (path.Contains("?q=", StringComparison.Ordinal) ? " asked" : "");
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    private sealed class Pattern(string text)
    {
        private readonly Regex _regex = new("^" + Regex.Replace(Regex.Escape(text).Replace("\\{", "{", StringComparison.Ordinal), "{\\*\\*[^}]*}|{[^}]*}", m => m.Value.StartsWith("{\\*", StringComparison.Ordinal) || m.Value.StartsWith("{**", StringComparison.Ordinal) ? ".+" : "[^/]+") + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        public string Text => text;

        public int Holes => text.Count(c => c == '{');

        public bool Matches(string path) => _regex.IsMatch(path.Split('?')[0]);
    }
}
