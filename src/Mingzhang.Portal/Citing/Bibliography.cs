using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Files;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Citing;

/// <summary>引用的写法：as text and as BibTeX, of a document and of a figure in it; the address holds the hash of the document, so that it stays.</summary>
internal static class Bibliography
{
    /// <summary>成文。</summary>
    public static string Text(Visit v, ArchivedDocument d) => v.Say("cite.document", d.Body?.Name ?? v["body.unknown"], d.Title, d.Published ?? d.ReadAt[..10], v.Site.PublicAddress + "/r/" + d.Key, d.Hash[..16]);

    /// <summary>一份文件，或其中一格的 BibTeX。</summary>
    public static async Task Send(HttpContext context, Site site, string id)
    {
        var cut = id.IndexOf('.', StringComparison.Ordinal);
        var found = site.Store.Read(a => a.Document(cut < 0 ? id : id[..cut]) is not { } d ? null : cut < 0 ? new Cited(d, null) : a.Statement(d, id[(cut + 1)..]) is { } s ? new Cited(d, s) : null);
        if (found is null)
        {
            await Serving.Fail(context, site, StatusCodes.Status404NotFound);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(BibTeX(found.Document, found.Figure, site.Address(context.Request)));
        context.Response.ContentType = "application/x-bibtex; charset=utf-8";
        context.Response.Headers.ContentDisposition = DocumentFiles.Disposition(found.Document.Key + ".bib");
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>一条 BibTeX。</summary>
    internal static string BibTeX(ArchivedDocument d, ArchivedStatement? figure, string site)
    {
        var text = new StringBuilder("@techreport{mingzhang-").Append(d.Key);
        if (figure is not null)
        {
            text.Append('-').Append(string.Concat(figure.Statement.Id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '.')));
        }

        text.Append(",\n");
        Field("author", d.Body is { } body ? "{" + Clean(body.Name) + "}" : "");
        Field("institution", Clean(d.Body?.Name ?? ""));
        Field("title", Clean(d.Title));
        Field("year", d.Year?.ToString(CultureInfo.InvariantCulture) ?? "");
        Field("note", Clean(figure is null ? "SHA-256 " + d.Hash : figure.Statement.Raw + ", " + figure.Statement.Place.Chinese + ", SHA-256 " + d.Hash));
        Field("url", figure is null ? site + "/r/" + d.Key : site + "/cell/" + d.Key + "." + Uri.EscapeDataString(figure.Statement.Id));
        return text.Append("}\n").ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
            }
        }
    }

    // What would end a field or begin a command is no part of a name.
    private static string Clean(string text) => string.Concat(text.Select(c => c is '{' or '}' or '\\' || char.IsControl(c) ? ' ' : c)).Replace("%", "\\%", StringComparison.Ordinal).Replace("&", "\\&", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal).Trim();

    private sealed record Cited(ArchivedDocument Document, ArchivedStatement? Figure);
}
