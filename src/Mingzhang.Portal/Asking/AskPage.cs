using Microsoft.AspNetCore.Http;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Questions;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Asking;

/// <summary>提问的页面：anyone may ask at a figure, without an account; it is shown once somebody has read it.</summary>
internal static class AskPage
{
    /// <summary>收下的表单项：the last is for machines, people do not see it.</summary>
    private const string Said = "said", Mark = "mark", Trap = "website";

    public static Task Show(HttpContext context, Site site, string id) => Answer(context, site, id, null);

    /// <summary>收下一问。</summary>
    public static async Task Take(HttpContext context, Site site, string id)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            await Serving.Fail(context, site, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        if (!Own(context.Request))
        {
            await Serving.Fail(context, site, StatusCodes.Status400BadRequest);
            return;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            await Serving.Fail(context, site, StatusCodes.Status400BadRequest);
            return;
        }

        await Answer(context, site, id, form);
    }

    private static async Task Answer(HttpContext context, Site site, string id, IFormCollection? form)
    {
        var visit = new Visit(context.Request, site);
        var cut = id.IndexOf('.', StringComparison.Ordinal);
        var found = cut < 0 ? null : site.Store.Read(a => a.Document(id[..cut]) is { Body: not null } document ? a.Statement(document, id[(cut + 1)..]) : null);
        if (found is null)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var said = form?[Said].ToString() ?? "";
        var problem = form is null ? null : Judge(site, found, form, said);
        context.Response.Headers.CacheControl = "no-store";
        var page = form is not null && problem is null ? Thanks(visit, found) : Page(visit, found, site.Marks.Make(id), said, problem);
        await Serving.Fail(context, site, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, page);
    }

    private static Reason? Judge(Site site, ArchivedStatement found, IFormCollection form, string said)
    {
        // Who fills in what nobody sees is thanked, and not kept.
        if (form[Trap].Count > 0 && form[Trap].ToString().Length > 0)
        {
            return null;
        }

        if (!site.Marks.Use(form[Mark], found.Document.Key + "." + found.Statement.Id))
        {
            return new Reason(Text.Words.Standard.Say(false, "ask.stale"), Text.Words.Standard.Say(true, "ask.stale"));
        }

        return site.Store.Questions(b => b.Ask(found, said)) is { } problem ? new Reason($"{problem.Message.Chinese}\uff0c{problem.Remedy.Chinese}", $"{problem.Message.English}; {problem.Remedy.English}") : null;
    }

    private static Page Page(Visit v, ArchivedStatement found, string mark, string said, Reason? problem) => new(v["ask.title"], Html($"""
        <h1>{v["ask.title"]}</h1>{About(v, found)}
        {When(problem is not null, () => Html($"<p class=\"notice\" role=\"alert\">{v.Say(problem!)}</p>"))}
        <form class="ask" method="post" action="{v.To("/ask/" + found.Document.Key + "." + Uri.EscapeDataString(found.Statement.Id))}"><input type="hidden" name="{Mark}" value="{mark}">
        <p class="trap" aria-hidden="true"><label>{v["ask.trap"]} <input name="{Trap}" tabindex="-1" autocomplete="off"></label></p>
        <label for="said">{v["ask.said"]}</label><textarea id="said" name="{Said}" rows="4" minlength="4" maxlength="{(long)Question.Longest}" required>{said}</textarea><button>{v["ask.button"]}</button></form>
        <p class="soft">{v["ask.promise"]}</p>
        """)) { Hidden = true };

    private static Page Thanks(Visit v, ArchivedStatement found) => new(v["ask.thanks"], Html($"<h1>{v["ask.thanks"]}</h1><p class=\"lead\">{v["ask.next"]}</p>{About(v, found)}")) { Hidden = true };

    private static Markup About(Visit v, ArchivedStatement found) => Html($"<p class=\"lead\"><a href=\"{Parts.Address(v, found.Document)}\">{Parts.Name(v, found.Document)}</a> · <a class=\"fig\" href=\"{Money.Address(v, found.Document, found.Statement.Id)}\">{(found.Statement.Raw.Length == 0 ? v["cell.empty"] : found.Statement.Raw)}</a> {PointName.Of(v.Library, found.Statement.Point, v.English)}</p>");

    // A page of somebody else's may not send our form.
    private static bool Own(HttpRequest request)
    {
        var from = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (from.Length == 0 || from is "same-origin" or "none") && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.ToUriComponent()));
    }
}
