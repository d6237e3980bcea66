using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>单位构成：what the document says under that heading.</summary>
internal static class UnitSection
{
    private const int Most = 6;

    public static Markup Of(Visit v, IArchive archive, ArchivedDocument document, IReadOnlyList<ArchivedText> texts) => Html($"{Said(v, texts)}{Published(v, archive, document)}");

    // Units that published a document of their own.
    private static Markup Published(Visit v, IArchive archive, ArchivedDocument document)
    {
        var units = document.Scope == nameof(Budget.DocumentScope.Department) ? UnitPage.Units(archive, document) : [];
        return When(units.Count > 0, () => Html($"<h3>{v["units.published"]}</h3><ul class=\"plain\">{units.Select(d => Html($"<li><a href=\"{Parts.Address(v, d)}\">{UnitPage.Name(v, d, document)}</a> <small>{Parts.Kind(v, d)}</small></li>\n"))}</ul>"));
    }

    private static Markup Said(Visit v, IReadOnlyList<ArchivedText> texts)
    {
        var headings = v["units.headings"].Split(' ');
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Kind == "Heading" && headings.Any(h => texts[i].Said.Contains(h, StringComparison.Ordinal)))
            {
                var below = texts.Skip(i + 1).TakeWhile(t => t.Kind == "Paragraph").Take(Most).ToList();
                if (below.Count > 0)
                {
                    return Html($"<div lang=\"zh\">{below.Select(t => Html($"<p>{t.Said}</p>"))}</div>");
                }
            }
        }

        return Empty;
    }
}
