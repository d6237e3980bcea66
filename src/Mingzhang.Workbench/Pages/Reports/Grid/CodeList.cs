using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Mingzhang.Forms;
using Mingzhang.Forms.Codes;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>一年的科目：code, name, initials of its sounds, and what it is part of, as one file that browsers keep.</summary>
internal static class CodeList
{
    /// <summary>地址的样式。</summary>
    public const string Pattern = "/assets/codes-{list}.json";

    private const int MostKept = 24;

    private static readonly ConcurrentDictionary<string, Asset> Kept = new(StringComparer.Ordinal);

    /// <summary>某一科目表某年的文件。</summary>
    public static Asset Of(Library library, string catalogue, int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"codes-{catalogue}-{year}");
        if (Kept.TryGetValue(name, out var kept))
        {
            return kept;
        }

        // Few years are worked on; whoever asks for all of them makes us work, not remember.
        var made = Asset.Of(name, "json", "application/json; charset=utf-8", JsonText.Text(Entries(library, library.Catalogues[catalogue], year)));
        return Kept.Count < MostKept ? Kept.GetOrAdd(name, made) : made;
    }

    private static int Digits(string catalogue) => catalogue == "functions" ? 7 : 5;

    /// <summary>送出。</summary>
    public static async Task Send(HttpContext context, Library library)
    {
        var asked = context.Request.RouteValues["list"]?.ToString() ?? "";
        var parts = asked.Split('.')[0];
        var cut = parts.LastIndexOf('-');
        if (cut > 0 && library.Catalogues.ContainsKey(parts[..cut]) && int.TryParse(parts[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Of(library, parts[..cut], year) is { } list && list.Path == context.Request.Path.Value)
        {
            await list.Send(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>一年的末级科目，按编码。</summary>
    public static IEnumerable<CodeEntry> Known(Library library, string catalogue, int year) => library.Catalogues[catalogue].Entries.Where(e => e.Code.Length == Digits(catalogue) && e.ValidIn(year)).OrderBy(e => e.Code, StringComparer.Ordinal);

    private static JsonArray Entries(Library library, Catalogue catalogue, int year) => JsonText.List(Known(library, catalogue.Key, year)
        .Select(e => JsonText.Texts(e.Code, e.Name, library.Terms.Sounds.Initials(e.Name), string.Join(' ', Above(catalogue, e.Code, year)))));

    // 类 and 款, three and five digits.
    private static IEnumerable<string> Above(Catalogue catalogue, string code, int year) => new[] { 3, 5 }.Where(n => n < code.Length).Select(n => catalogue.Find(code[..n], year)?.Name).OfType<string>();
}
