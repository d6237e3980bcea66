using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mingzhang.Charts;
using Mingzhang.Workbench.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting;

/// <summary>填过的表单：what was typed when the session had ended goes along through signing in, and is sent by its writer once more; neither passwords nor files do.</summary>
internal static class KeptForm
{
    /// <summary>各项名称的开头。</summary>
    public const string Prefix = "kept:";

    private const int Most = 5000, MostCharacters = 1024 * 1024, Shown = 40, LeastOfRow = 3, MostLost = 1000;

    private static readonly string[] Never = ["__RequestVerificationToken", "password", "again", "old", "credential"];

    /// <summary>登录已结束时送来的表单; null where it is none of ours, or nothing that a person typed.</summary>
    public static async Task<IFormCollection?> Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || WorkServing.WantsJson(context) || request.ContentLength is null or > 2 * MostCharacters)
        {
            return null;
        }

        // Another site's form comes without our cookie, since that is lax; and browsers say where a form comes from.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (!request.Cookies.ContainsKey(context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!) || (site.Length > 0 && site != "same-origin"))
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 2 * MostCharacters;
        }

        var form = await WorkServing.Read(context, new FormOptions { ValueCountLimit = Most, KeyLengthLimit = 200, ValueLengthLimit = MostCharacters, MultipartBodyLengthLimit = 2 * MostCharacters });
        return new FormCollection(form.Where(f => !Never.Contains(f.Key, StringComparer.Ordinal)).ToDictionary(f => Prefix + f.Key, f => f.Value, StringComparer.Ordinal));
    }

    /// <summary>随登录带着的各项，在登录的每个表单里。</summary>
    public static Markup Hidden(WorkVisit v) => Inputs(v, Prefix);

    /// <summary>登录之后：where nothing was kept, on to the page; else what was typed is sent again by its writer.</summary>
    public static WorkAnswer Go(WorkVisit v)
    {
        var typed = Values(v).ToList();
        return typed.Count == 0 ? WorkAnswer.Go(SignInPage.Target(v)) : WorkAnswer.Page(v["work.kept"], Html($"""
            <h1>{v["work.kept"]}</h1><p class="lead">{v["work.kept.about"]}</p>
            <ul class="plain">{typed.Where(t => t.Value.Trim().Length > 0 && t.Key is not ("do" or "version" or "id")).Take(Shown).Select(t => Html($"<li>{t.Value}</li>"))}</ul>
            <form method="post" action="{v.To(SignInPage.Target(v))}">{v.Token}{Inputs(v, "")}<button>{v["work.kept.send"]}</button></form><p><a href="{v.To(SignInPage.Target(v))}">{v["work.kept.not"]}</a></p>
            """));
    }

    /// <summary>办不成时所填的：what a page that refuses a form does not show again, so that it can be copied; a table row by row. Empty where nothing is missing.</summary>
    /// <param name="v">The visit.</param>
    /// <param name="body">What the page shows.</param>
    public static Markup Lost(WorkVisit v, Markup body)
    {
        // What is about one's own account is secret, and short.
        if (!v.SignedIn || v.Context.Request.Path.StartsWithSegments(WorkHost.Root + "/account", StringComparison.Ordinal))
        {
            return Empty;
        }

        var typed = v.Typed.Where(f => !Never.Contains(f.Key, StringComparer.Ordinal) && f.Key is not ("do" or "action" or "version" or "id") && f.Value.Count > 0).ToList();
        var single = typed.Where(f => f.Value.Count == 1).Select(f => f.Value.ToString());
        var rows = typed.Where(f => f.Value.Count > 1).ToList();
        var table = Enumerable.Range(0, rows.Select(f => f.Value.Count).DefaultIfEmpty().Max()).Select(i => rows.Select(f => i < f.Value.Count ? f.Value[i] ?? "" : "").Where(t => t.Trim().Length > 0).ToList());

        // A row in which only what was preset is filled in was added and not used.
        var lost = single.Concat(table.Where(r => r.Count >= LeastOfRow).Select(r => string.Join(" · ", r))).Where(t => t.Trim().Length > 0 && !body.Value.Contains(Html($"{t}").Value, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostLost).ToList();
        return When(lost.Count > 0, () => Html($"<section class=\"notice\"><h2>{v["work.lost"]}</h2><ul class=\"plain\">{lost.Select(t => Html($"<li>{t}</li>"))}</ul></section>"));
    }

    private static Markup Inputs(WorkVisit v, string prefix) => Join(Values(v).Select(t => Html($"<input type=\"hidden\" name=\"{prefix + t.Key}\" value=\"{t.Value}\">")));

    private static IEnumerable<KeyValuePair<string, string>> Values(WorkVisit v) => v.Typed.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(f => f.Value.OfType<string>().Select(value => KeyValuePair.Create(f.Key[Prefix.Length..], value)));
}
