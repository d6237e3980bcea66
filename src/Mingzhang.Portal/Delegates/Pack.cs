using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Delegates;

/// <summary>一页纸的内容：the same for the screen and for paper.</summary>
/// <param name="Document">This year's document.</param>
/// <param name="Former">Last year's; null where it is not here.</param>
/// <param name="Rows">Figures that are printed.</param>
/// <param name="Prompts">What may be asked.</param>
internal sealed record Pack(ArchivedDocument Document, ArchivedDocument? Former, IReadOnlyList<PackRow> Rows, IReadOnlyList<Prompt> Prompts)
{
    // As many as one page holds.
    private const int MostPrompts = 8;

    private static readonly string[] Items = ["spending", "fiscal", "basic", "project", "sangong", "operating", "procurement", "targeted"];

    public int Year => Document.Year ?? 0;

    /// <summary>标题。</summary>
    public string Title(Visit v) => v.Say("pack.title", Parts.Name(v, Document));

    /// <summary>一个部门的一个年度; null where there is none.</summary>
    public static Pack? Of(Visit v, IArchive archive, string code, string year)
    {
        if (archive.Body(code) is not { } body || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
        {
            return null;
        }

        var documents = archive.Documents(body);
        var kind = v.Ask("kind") == "final" ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);
        if ((documents.FirstOrDefault(d => d.Year == y && d.Kind == kind) ?? documents.FirstOrDefault(d => d.Year == y)) is not { } document)
        {
            return null;
        }

        var book = new FigureBook(document, archive.Printed(document), v.Library.Space);
        var former = documents.FirstOrDefault(d => d.Year == y - 1 && d.Kind == document.Kind && d.Scope == document.Scope);
        var last = former is null ? null : new FigureBook(former, archive.Printed(former, amounts: true), v.Library.Space);
        var now = archive.Headlines(document).ToDictionary(h => h.Item, StringComparer.Ordinal);
        var then = former is null ? [] : archive.Headlines(former).ToDictionary(h => h.Item, StringComparer.Ordinal);
        return new Pack(document, former, [.. Items.Where(now.ContainsKey).Select(i => new PackRow(i, now[i], then.GetValueOrDefault(i)))], [.. Delegates.Prompts.Of(v, archive, book, Drivers.Of(book, last)).Take(MostPrompts)]);
    }
}

/// <summary>一行：an item in both years.</summary>
internal sealed record PackRow(string Item, Headline Now, Headline? Before);
