using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Files;

/// <summary>一份文件的数据：made by the writers of open data from what the archive keeps, so that page and file say the same; a document never changes, nor do its files.</summary>
internal static class DocumentFiles
{
    public static Task Csv(HttpContext context, Site site, string key) => Send(context, site, key, "csv", "text/csv; charset=utf-8", d => OpenFigures.CsvBytes(site.Library, d));

    public static Task Json(HttpContext context, Site site, string key) => Send(context, site, key, "json", "application/json; charset=utf-8", d => OpenFigures.Json(site.Library, d));

    /// <summary>原件，或附带的表格; never shown in the page's own place, whatever it holds.</summary>
    public static async Task Original(HttpContext context, Site site, string key)
    {
        var asked = context.Request.Query["file"].ToString();
        var found = site.Store.Read(a => a.Document(key) is not { } d ? null
            : asked.Length == 0 ? new Found(d.Name, d.Hash, d.Format, a.Bytes(d.Hash)) : a.Attachments(d).FirstOrDefault(f => f.Hash == asked) is { } file ? new Found(file.Name, file.Hash, "", a.Bytes(file.Hash)) : null);
        if (found?.Bytes is not { } bytes)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        await Write(context, found.Hash, found.Name, found.Format == "pdf" ? "application/pdf" : "application/octet-stream", bytes);
    }

    /// <summary>还原成公开文本：what the writers of open data look at.</summary>
    public static Disclosure Restore(IArchive archive, ArchivedDocument document)
    {
        var statements = archive.Statements(document).Select(s => s.Statement).ToList();
        var byId = statements.GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return new Disclosure
        {
            Facts = new DocumentFacts
            {
                Id = document.Hash,
                Name = document.Name,
                Kind = Enum.Parse<DocumentKind>(document.Kind),
                Scope = Enum.TryParse<DocumentScope>(document.Scope, out var scope) ? scope : null,
                Entity = document.Body?.Name,
                Year = document.Year,
                Book = document.Book,
                BookConfidence = 1,
                MoneyUnit = document.MoneyUnit is { } unit ? MoneyUnit.Find(unit) : null,
                Encoding = document.Encoding,
                Format = document.Format,
                Pages = document.Pages,
            },
            Sections = [],
            Tables = [],
            Performance = archive.Projects(document, byId.GetValueOrDefault),
            Statements = statements,
            Listings = [],
            Unbound = [],
            Passages = [],
        };
    }

    private static async Task Send(HttpContext context, Site site, string key, string ending, string type, Func<Disclosure, byte[]> write)
    {
        var made = site.Store.Read(a => a.Document(key) is { } d ? new Made(d, write(Restore(a, d))) : null);
        if (made is null)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var year = made.Document.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        await Write(context, made.Document.Hash + ending, $"{made.Document.Body?.Name ?? made.Document.Name}-{year}-{made.Document.Key[..8]}.{ending}", type, made.Bytes);
    }

    private static async Task Write(HttpContext context, string tag, string name, string type, byte[] bytes)
    {
        var headers = context.Response.Headers;
        headers.ETag = "\"" + tag[..Math.Min(tag.Length, 72)] + "\"";
        headers.CacheControl = "public, max-age=86400";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        headers.ContentDisposition = Disposition(name);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>文件名的写法：a plain one for old programs, and the whole one encoded, so that nothing in it ends the header.</summary>
    public static string Disposition(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name)
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        }

        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }

    private sealed record Found(string Name, string Hash, string Format, byte[]? Bytes);

    private sealed record Made(ArchivedDocument Document, byte[] Bytes);
}
