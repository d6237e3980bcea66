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

    private const int Most = 5000, MostCharacters = 1024 * 1024, Shown = 40;

    private static readonly string[] Never = ["__RequestVerificationToken", "password", "again", "old", "credential"];

    /// <summary>登录已结束时送来的表单; null where it is none of ours, or nothing that a person typed.</summary>
    public static async Task<IFormCollection?> Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal) || request.ContentLength is null or > 2 * MostCharacters)
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

    private static Markup Inputs(WorkVisit v, string prefix) => Join(Values(v).Select(t => Html($"<input type=\"hidden\" name=\"{prefix + t.Key}\" value=\"{t.Value}\">")));

    private static IEnumerable<KeyValuePair<string, string>> Values(WorkVisit v) => v.Typed.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(f => f.Value.OfType<string>().Select(value => KeyValuePair.Create(f.Key[Prefix.Length..], value)));
}
