using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Files;

/// <summary>整个档案的数据：written document by document as it is sent, so that no size of archive needs memory.</summary>
internal static class ArchiveFiles
{
    private const string Csv_ = "text/csv; charset=utf-8";

    /// <summary>全部陈述。</summary>
    public static async Task Figures(HttpContext context, Site site)
    {
        Begin(context, "figures.csv", Csv_);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), context.RequestAborted);
        var first = true;
        foreach (var document in site.Store.Read(a => a.Documents((int?)null)))
        {
            var text = site.Store.Read(a => OpenFigures.Csv(site.Library, DocumentFiles.Restore(a, document)));
            var lines = new StringBuilder(text.Length + (document.Statements * 20));
            foreach (var (line, number) in Records(text).Select((l, i) => (l, i)))
            {
                if (number > 0 || first)
                {
                    lines.Append(number == 0 ? "document" : document.Key).Append(',').Append(line).Append("\r\n");
                }
            }

            first = false;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), context.RequestAborted);
        }
    }

    /// <summary>全部文件。</summary>
    public static async Task Documents(HttpContext context, Site site)
    {
        Begin(context, "documents.csv", Csv_);
        var text = new StringBuilder("\ufeffdocument,sha256,name,publisher,year,kind,scope,title,book,format,pages,statements,errors,warnings,notes,approved,published,filed\r\n");
        foreach (var d in site.Store.Read(a => a.Documents((int?)null)))
        {
            text.AppendJoin(',', new[] { d.Key, d.Hash, d.Name, d.Body?.Name, Number(d.Year), d.Kind.ToLowerInvariant(), d.Scope.ToLowerInvariant(), d.Title, d.Book, d.Format, Number(d.Pages), Number(d.Statements), Number(d.Errors), Number(d.Warnings), Number(d.Notes), d.Approved, d.Published, d.ReadAt }.Select(CsvCell.Quote)).Append("\r\n");
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
        }
    }

    /// <summary>进程是否活着：nothing is asked of the database, since a server whose database is away need not be started anew.</summary>
    public static Task Health(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok\n", context.RequestAborted);
    }

    // A quoted field may hold line breaks.
    private static IEnumerable<string> Records(string csv)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            quoted ^= csv[i] == '"';
            if (!quoted && csv[i] == '\r')
            {
                yield return csv[start..i];
                start = i + 2;
                i++;
            }
        }
    }

    private static void Begin(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = DocumentFiles.Disposition(name);
        context.Response.Headers.CacheControl = "no-cache";
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
