using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Paper;
using Mingzhang.Portal.Pages.Reading;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>文件的样子：the page that a finding stands on, its places boxed; where a format has no pages, the sentence or the rows around each place.</summary>
internal sealed class UploadPicture(WorkVisit v, UploadedDocument document, Report report, int at)
{
    private const int MostPlaces = 6, Around = 2, Head = 2;

    /// <summary>一条问题的; the first page where there is none.</summary>
    public Markup Of(Finding? finding)
    {
        if (v.Visit.Site.Originals.Of(document.Hash, document.Name, () => UploadRows.Bytes(v.Site, document.Id)) is not { } original)
        {
            return Html($"<p class=\"none\">{v["check.unread"]}</p>");
        }

        var places = finding?.Places ?? [];
        return original.Paper.Pages.Count == 0 ? Join(places.Take(MostPlaces).Select(p => Excerpt(original.Paper, p))) : Sheet(original, places);
    }

    private Markup Sheet(Portal.Hosting.Original original, IReadOnlyList<Place> places)
    {
        var pages = original.Paper.Pages.Select(p => p.Number).ToList();
        var asked = WorkVisit.Whole(v.Visit.Ask("page"));
        var page = asked is { } number && pages.Contains(number) ? number : places.FirstOrDefault(p => p.Page is not null)?.Page ?? pages[0];
        var marked = places.Select(p => p.Page).OfType<int>().Distinct().ToList();
        return Html($"""
            <nav class="years" aria-label="{v["work.uploads.pages"]}">{Turn(page - 1, pages, "back")} <b>{v.Say("work.uploads.page", page, pages.Count)}</b> {Turn(page + 1, pages, "on")} {marked.Where(m => m != page).Order().Select(m => Html($"<a href=\"{Address(m)}\">{v.Say("work.uploads.also", m)}</a> "))}</nav>
            {SheetDrawing.Of(v.Visit, original, report.Disclosure.Statements, page, [.. places.Where(p => p.Page == page).Select(p => p.Box).OfType<Box>().Distinct()])}
            """);
    }

    private Markup Turn(int to, List<int> pages, string way) => pages.Contains(to) ? Html($"<a href=\"{Address(to)}\">{v["work.uploads." + way]}</a>") : Empty;

    private string Address(int page) => v.To(UploadsPage.Address(document) + string.Create(CultureInfo.InvariantCulture, $"?at={at + 1}&page={page}"));

    private Markup Excerpt(PaperDocument paper, Place place)
    {
        if (place.Order is not { } order)
        {
            return Empty;
        }

        var said = v.Visit.English ? place.English : place.Chinese;
        foreach (var block in paper.Blocks)
        {
            if (block is TextLine line && line.Line == order)
            {
                var start = Math.Clamp((place.Start ?? 0) - line.Column, 0, line.Text.Length);
                var end = Math.Clamp(start + (place.Length ?? 0), start, line.Text.Length);
                return Html($"<p class=\"soft\">{said}</p><blockquote lang=\"zh-CN\">{line.Text[..start]}<mark>{line.Text[start..end]}</mark>{line.Text[end..]}</blockquote>");
            }

            if (block is Grid grid && grid.Rows.Select(r => r.Line).ToList().IndexOf(order) is var row and >= 0)
            {
                var shown = Enumerable.Range(0, Math.Min(Head, grid.Rows.Count)).Union(Enumerable.Range(Math.Max(0, row - Around), (2 * Around) + 1).Where(r => r < grid.Rows.Count));
                return Html($"""
                    <div class="scroll" role="region" tabindex="0" aria-label="{said}"><table class="printed" lang="zh-CN"><caption>{said}</caption><tbody>{shown.Select(r => Html($"<tr{(r == row ? Html($" class=\"changed\"") : Empty)}>{grid.Rows[r].Cells.Select(c => Html($"<td>{(r == row && Meant(c, place) ? Html($"<mark>{c.Text}</mark>") : Html($"{c.Text}"))}</td>"))}</tr>\n"))}</tbody></table></div>
                    """);
            }
        }

        return Html($"<p class=\"soft\">{said}</p>");
    }

    private static bool Meant(GridCell cell, Place place) => place.Cell is { } name ? cell.Address?.Name == name : place.Start is { } start && cell.Text.Length > 0 && start >= cell.Start && start < cell.Start + cell.Text.Length;
}
