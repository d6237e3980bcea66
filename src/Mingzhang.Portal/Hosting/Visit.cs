using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Hosting;

/// <summary>一次访问：who reads in which language and size, and what was asked; the address says it all, there is no other state.</summary>
internal sealed class Visit(HttpRequest request, Site site)
{
    private const int LongestQuestion = 100;

    /// <summary>是否英文。</summary>
    public bool English { get; } = request.Query["lang"] == "en";

    /// <summary>是否大字。</summary>
    public bool Large { get; } = request.Query["size"] == "large";

    /// <summary>路径。</summary>
    public string Path { get; } = request.Path.Value ?? "/";

    public Library Library => site.Library;

    public Site Site => site;

    /// <summary>一句话。</summary>
    public string this[string key] => Words.Standard.Say(English, key);

    /// <summary>一句话，填入各数。</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => Words.Standard.Say(English, key, values);

    /// <summary>双语的一句。</summary>
    public string Say(Reason reason) => reason.In(English);

    /// <summary>地址中的一项; empty where it is not given, cut where nobody would ask so much.</summary>
    public string Ask(string name) => Ask(name, LongestQuestion);

    /// <summary>地址中的一项，至多若干字。</summary>
    public string Ask(string name, int most)
    {
        var value = request.Query[name].ToString().Trim();
        return value.Length <= most ? value : value[..most];
    }

    /// <summary>地址中的年度; null where it is none.</summary>
    public int? Year => int.TryParse(Ask("year"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2200 ? year : null;

    /// <summary>本页的地址，一项改为另一值；language and size are added by <see cref="To"/>.</summary>
    public string With(string name, string value) => Path + "?" + string.Join('&', request.Query.Where(q => q.Key is not ("lang" or "size") && q.Key != name).SelectMany(q => q.Value.Select(one => Uri.EscapeDataString(q.Key) + "=" + Uri.EscapeDataString(one ?? "")))
        .Append(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value)));

    /// <summary>本页的地址，没有其中一项。</summary>
    public string Without(string name) => Path + string.Concat(request.Query.Where(q => q.Key is not ("lang" or "size") && q.Key != name).SelectMany(q => q.Value.Select(one => Uri.EscapeDataString(q.Key) + "=" + Uri.EscapeDataString(one ?? ""))).Select((pair, i) => (i == 0 ? "?" : "&") + pair));

    /// <summary>本站的地址，保持语言和字号。</summary>
    public string To(string path) => With(path, English, Large);

    /// <summary>同一页的另一种语言或字号，其余不变。</summary>
    public string Here(bool english, bool large)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in request.Query.Where(q => q.Key is not ("lang" or "size")).OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            foreach (var one in value)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(one ?? ""));
            }
        }

        return With(request.PathBase + request.Path.ToUriComponent() + query, english, large);
    }

    private static string With(string path, bool english, bool large)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (start, anchor) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        var more = string.Join('&', new[] { english ? "lang=en" : "", large ? "size=large" : "" }.Where(w => w.Length > 0));
        return more.Length == 0 ? path : start + (start.Contains('?', StringComparison.Ordinal) ? "&" : "?") + more + anchor;
    }
}
