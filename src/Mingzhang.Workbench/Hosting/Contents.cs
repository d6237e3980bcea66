using Microsoft.AspNetCore.Http;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting;

/// <summary>内容的类型：forms, and JSON where a script of ours sends it; anything else is refused before it is read.</summary>
internal static class Contents
{
    private static readonly string[] OfScripts = ["/lines", "/live"];

    /// <summary>是否所料。</summary>
    public static bool Expected(HttpRequest request) => request.HasFormContentType || (request.HasJsonContentType() ? OfScripts.Any(p => request.Path.Value!.EndsWith(p, StringComparison.Ordinal)) : request.ContentType is null && request.ContentLength is null or 0);

    /// <summary>不收的说明。</summary>
    public static WorkAnswer Refused(WorkVisit v) => WorkAnswer.Page(v["work.unexpected"], Html($"<h1>{v["work.unexpected"]}</h1><p role=\"alert\">{v["work.unexpected.why"]}</p>")) with { Status = StatusCodes.Status415UnsupportedMediaType };
}
