using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Hosting.Uploads;
using Mingzhang.Workbench.Pages;
using Mingzhang.Workbench.Pages.Own;

namespace Mingzhang.Workbench.Hosting;

/// <summary>送出：one way for all pages of the workbench: who is not signed in is asked to, what changes something must come from a form of ours, nothing is kept by caches.</summary>
internal static class WorkServing
{
    private const int LongestTold = 200;

    /// <summary>办理并送出。</summary>
    /// <param name="context">The request.</param>
    /// <param name="work">The workbench.</param>
    /// <param name="portal">The portal beside it, for language and layout.</param>
    /// <param name="open">Whether nobody need be signed in.</param>
    /// <param name="handle">What is done.</param>
    public static async Task Send(HttpContext context, WorkSite work, Site portal, bool open, Func<WorkVisit, Task<WorkAnswer>> handle)
    {
        context.Response.Headers.CacheControl = "no-store";
        var visit = new Visit(context.Request, portal);
        if (!open && context.User.Identity is not { IsAuthenticated: true })
        {
            if (await KeptForm.Of(context) is { } typed)
            {
                var ended = new WorkVisit(context, work, visit, typed);
                await Render(ended, await SignInPage.Again(ended));
                return;
            }

            await Ask(context, visit);
            return;
        }

        var v = new WorkVisit(context, work, visit, null);
        if (!open && StepAsked.Of(v))
        {
            await Render(v, StepAsked.Lead(v));
            return;
        }

        var changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        IFormCollection? form = null;
        if (changes && !Contents.Expected(context.Request))
        {
            await Render(v, Contents.Refused(v));
            return;
        }

        if (changes)
        {
            if (await UploadBounds.Exceeded(context))
            {
                await Render(v, UploadBounds.TooLarge(v));
                return;
            }

            form = context.Request.HasFormContentType ? await Read(context, UploadBounds.Form(context.Request)) : null;
            v = v.With(form);
            if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                // The session has ended, or the form is of another one: what was typed is not lost, the browser's Back brings it again.
                Tell(v, "stale form");
                await Render(v, WantsJson(context) ? new WorkAnswer { Bytes = "{\"stale\":true}"u8.ToArray(), Status = StatusCodes.Status400BadRequest } : StalePage.Of(v));
                return;
            }
        }

        if (form is { Files.Count: > 0 } && v.SignedIn && await UploadGate.Refuse(v, form.Files) is { } kept)
        {
            await Render(v, kept);
            return;
        }

        var answer = changes && !open && form is not null && !WantsJson(context) && !context.Request.Headers.ContainsKey("X-Form-Token") ? await context.RequestServices.GetRequiredService<SentTwice>().Once(context, form, () => handle(v)) : await handle(v);
        if (answer.Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
        {
            Tell(v, "refused");
        }

        await Render(v, answer);
    }

    /// <summary>读表单; one that no browser would send is a bad request and no fault of ours.</summary>
    public static async Task<IFormCollection> Read(HttpContext context, FormOptions options)
    {
        try
        {
            return await context.Request.ReadFormAsync(options, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("the form cannot be read", StatusCodes.Status400BadRequest, e);
        }
    }

    // Who is signed in and asks for what is not his is told of in the log of accounts; strangers get there by the thousand and are not.
    private static void Tell(WorkVisit v, string what)
    {
        if (v.SignedIn)
        {
            var about = v.Context.Request.Method + " " + v.Context.Request.Path.Value;
            v.Site.Accounts.Tell(v.Who, what, about.Length <= LongestTold ? about : about[..LongestTold]);
        }
    }

    private static async Task Ask(HttpContext context, Visit visit)
    {
        if (WantsJson(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("{\"signedOut\":true}");
            return;
        }

        context.Response.Redirect(visit.To(WorkHost.Root + "/in?to=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)));
    }

    /// <summary>是否由脚本发来，要 JSON。</summary>
    public static bool WantsJson(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private static string Attached(string name) => "attachment; filename*=UTF-8''" + Uri.EscapeDataString(name);

    private static async Task File(HttpContext context, string path, WorkAnswer answer)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        context.Response.ContentType = answer.Type;
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentDisposition = Attached(answer.Name!);
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task Render(WorkVisit v, WorkAnswer answer)
    {
        var context = v.Context;
        if (answer.Elsewhere is { } elsewhere)
        {
            context.Response.Redirect(elsewhere);
            return;
        }

        if (answer.Redirect is { } target)
        {
            context.Response.Redirect(v.To(target));
            return;
        }

        if (answer.Stream is { } stream)
        {
            await stream(context);
            return;
        }

        if (answer.Once is { } once)
        {
            await File(context, once, answer);
            return;
        }

        var shown = answer is { Status: 403 or 404, Body.IsEmpty: true, Bytes: null } ? DeniedPage.Of(v, answer.Status) : answer;
        if (shown is { Status: >= 400 and < 500, Bytes: null })
        {
            shown = shown with { Body = Markup.Join([shown.Body, KeptForm.Lost(v, shown.Body)]) };
        }

        if (shown.Scripts.Count > 0)
        {
            // What saves while one types asks this server, and no other.
            context.Response.Headers.ContentSecurityPolicy = Guarding.Policy + "; connect-src 'self'";
        }

        var bytes = shown.Bytes ?? WorkLayout.Render(v, shown);
        context.Response.StatusCode = shown.Status;
        context.Response.ContentType = shown.Bytes is null ? "text/html; charset=utf-8" : shown.Type;
        context.Response.ContentLength = bytes.Length;
        if (shown.Name is { } name)
        {
            context.Response.Headers.ContentDisposition = Attached(name);
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
