using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Live;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>同在一个单位：events that the server sends: who is there and in which cell, and what the others save.</summary>
internal static class LiveAddress
{
    // Whoever has been signed out, or has lost his role, is found out when the page connects again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5), Beat = TimeSpan.FromSeconds(20);

    /// <summary>收听。</summary>
    public static WorkAnswer Listen(WorkVisit v) => ReportPage.Unit(v) is { } unit && v.Visit.Ask("client") is { Length: > 0 } client
        ? new WorkAnswer { Stream = context => Stream(context, v.Site.News, NewsKey.Of(unit), client, v.Who) }
        : WorkAnswer.Missing;

    /// <summary>说明所在的格。</summary>
    public static async Task<WorkAnswer> Stand(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        using var body = await LinesAddress.Body(v);
        return body is not null && LineEdit.Text(body.RootElement, "client") is { } client && LineEdit.Text(body.RootElement, "row") is { } row && LineEdit.Text(body.RootElement, "field") is { } field
            ? JsonText.Answer(new JsonObject { ["there"] = v.Site.News.Stand(NewsKey.Of(unit), client, v.Who, row, field) })
            : JsonText.Answer(new JsonObject { ["there"] = false }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task Stream(HttpContext context, UnitNews news, string unit, string client, string who)
    {
        if (news.Listen(unit, client, who) is not { } listener)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        ends.CancelAfter(Longest);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            news.TellPeople(unit);
            while (!ends.IsCancellationRequested)
            {
                await Next(context, listener, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or it is time to ask again who it is.
        }
        finally
        {
            news.Leave(unit, listener);
        }
    }

    // A line now and then, so that a lost connection is noticed on both sides.
    private static async Task Next(HttpContext context, Listener listener, CancellationToken ends)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ends);
        beat.CancelAfter(Beat);
        var text = ": \n\n";
        try
        {
            await listener.Queue.Reader.WaitToReadAsync(beat.Token);
            text = listener.Queue.Reader.TryRead(out var said) ? $"data: {said}\n\n" : text;
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            // Nothing was said for a while.
        }

        await context.Response.WriteAsync(listener.Missed() ? text + "data: {\"again\":true}\n\n" : text, ends);
        await context.Response.Body.FlushAsync(ends);
    }
}
