using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Office;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Portal.Hosting;
using Mingzhang.Rules;

namespace Mingzhang.Portal.Checking;

/// <summary>检查自己的文件：reads an upload, checks it, and forgets it. It is hostile until proven otherwise: bounded in size, time and number at once, and no program of others is started for it unless somebody known has sent it.</summary>
internal static class OwnFile
{
    public const int MostBytes = 20 * 1024 * 1024;

    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly SemaphoreSlim Gate = new(AtOnce);

    // A program of others takes longer, and keeps nobody waiting who does without.
    private static readonly TimeSpan ProgramPatience = TimeSpan.FromSeconds(70);
    private static readonly SemaphoreSlim ProgramGate = new(1);

    /// <summary>收下并检查。</summary>
    public static async Task Send(HttpContext context, Site site)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes + (64 * 1024);
        }

        if (!context.Request.HasFormContentType)
        {
            await Serving.Fail(context, site, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        var visit = new Visit(context.Request, site);
        var outcome = await Receive(context) is { } upload ? await Check(upload, site.Library) : new CheckedUpload("check.nofile", null, null);
        context.Response.Headers.CacheControl = "no-store";
        await Serving.Fail(context, site, outcome.Report is null ? outcome.Status : StatusCodes.Status200OK, OwnFilePage.Result(visit, outcome));
    }

    /// <summary>检查字节。</summary>
    /// <param name="upload">The file.</param>
    /// <param name="library">Forms and words.</param>
    /// <param name="programs">Whether old office formats are read by a program of others, where it is installed.</param>
    public static async Task<CheckedUpload> Check(Upload upload, Library library, bool programs = false)
    {
        var old = OfficeKind.Of(upload.Bytes) is not null;
        if (old && !programs)
        {
            return new CheckedUpload("check.old", null, null);
        }

        var (gate, patience) = old ? (ProgramGate, ProgramPatience) : (Gate, Patience);
        if (!await gate.WaitAsync(Patience))
        {
            return new CheckedUpload("check.busy", null, null) { Status = StatusCodes.Status503ServiceUnavailable };
        }

        // The place is kept until the work has really ended, also where nobody waits for it any more.
        var work = Task.Run(() =>
        {
            try
            {
                return Read(upload, library);
            }
            finally
            {
                gate.Release();
            }
        });
        try
        {
            return await work.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            return new CheckedUpload("check.long", null, null);
        }
    }

    private static CheckedUpload Read(Upload upload, Library library)
    {
        try
        {
            var opened = Opening.Bytes(upload.Name, upload.Bytes);
            return opened.Paper is { } paper ? new CheckedUpload(null, null, Inspector.Check(Reader.Read(paper, library), library)) : new CheckedUpload("check.unread", opened.Problem, null) { Remedy = opened.Remedy };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new CheckedUpload("check.failed", null, null);
        }
    }

    private static async Task<Upload?> Receive(HttpContext context)
    {
        try
        {
            // In memory only: nothing of it touches the disk.
            var form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes, BufferBodyLengthLimit = MostBytes, ValueCountLimit = 8, KeyLengthLimit = 64, ValueLengthLimit = 1024 }, context.RequestAborted);
            if (form.Files is not [{ Length: > 0 } file, ..])
            {
                return null;
            }

            using var stream = new MemoryStream((int)file.Length);
            await file.CopyToAsync(stream, context.RequestAborted);
            return new Upload(Path.GetFileName(file.FileName.Replace('\\', '/')), stream.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>上传的文件。</summary>
internal sealed record Upload(string Name, byte[] Bytes);

/// <summary>检查的结果：the report, or why there is none.</summary>
internal sealed record CheckedUpload(string? Why, Reason? Problem, Report? Report)
{
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>怎么办; null where there is nothing to be said.</summary>
    public Reason? Remedy { get; init; }
}
