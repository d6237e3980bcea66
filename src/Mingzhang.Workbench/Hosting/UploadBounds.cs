using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting;

/// <summary>上传的限度：how much may be sent at once, and a clear word where it is more; a browser shows no answer to what it could not send to its end, so the rest is read and forgotten.</summary>
internal static class UploadBounds
{
    /// <summary>归档一次的字节数。</summary>
    public const long Archive = 100 * Megabyte;

    private const long Megabyte = 1024 * 1024, Usual = 30 * Megabyte, Forgotten = 400 * Megabyte;
    private const int InMemory = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>一个地址的限度。</summary>
    public static long Of(HttpRequest request) => request.Path == ArchiveAddress ? Archive : Usual;

    /// <summary>归档页的地址。</summary>
    public const string ArchiveAddress = WorkHost.Root + "/settings/archive";

    /// <summary>读表单的限度：what is large goes through a temporary file.</summary>
    public static FormOptions Form(HttpRequest request) => new() { MultipartBodyLengthLimit = Of(request), MemoryBufferThreshold = Of(request) == Usual ? (int)Usual : InMemory, ValueCountLimit = 20_000, KeyLengthLimit = 200, ValueLengthLimit = 1024 * 1024 };

    /// <summary>放宽服务器的限度; what is too large is read to its end first and told.</summary>
    public static async Task<bool> Exceeded(HttpContext context)
    {
        var most = Of(context.Request);
        var exceeded = context.Request.ContentLength > most && context.Request.HasFormContentType;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = exceeded ? Forgotten : most;
        }

        if (exceeded)
        {
            await Forget(context);
        }

        return exceeded;
    }

    /// <summary>太大的说明。</summary>
    public static WorkAnswer TooLarge(WorkVisit v) => WorkAnswer.Page(v["work.toolarge"], Html($"""
        <h1>{v["work.toolarge"]}</h1><p role="alert">{v.Say("work.toolarge.why", Megabytes(v.Context.Request.ContentLength ?? 0), Megabytes(Of(v.Context.Request)))}</p><p>{v["work.toolarge.remedy"]}</p>
        <p><a href="{v.To(v.Context.Request.Path + v.Context.Request.QueryString)}">{v["work.toolarge.back"]}</a></p>
        """)) with
    { Status = StatusCodes.Status413PayloadTooLarge };

    private static async Task Forget(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ends.CancelAfter(Patience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, ends.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or BadHttpRequestException or IOException)
        {
            // Too much even to be forgotten, or too slow: the answer is the same, if the browser still listens.
        }
    }

    private static string Megabytes(long bytes) => Math.Ceiling(bytes / (decimal)Megabyte).ToString(CultureInfo.InvariantCulture);
}
