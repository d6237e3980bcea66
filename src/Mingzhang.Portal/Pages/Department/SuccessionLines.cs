using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>撤并的说明：into which unit this one was merged and from when, or which became part of it, with the way to each other's page.</summary>
internal static class SuccessionLines
{
    public static Markup Of(Visit v, IArchive archive, Body body) => Join(archive.Successions(body).GroupBy(s => (Own: s.Code == body.Code, s.Year)).OrderByDescending(g => g.Key.Own).ThenByDescending(g => g.Key.Year).Select(g =>
        !g.Key.Own ? Html($"<p class=\"soft\">{v.Say("merged.from", g.Key.Year)} {g.Select(s => Link(v, archive, s.Code, s.Name))}</p>")
        : g.First().Successor.Length == 0 ? Html($"<p class=\"notice\">{v.Say("merged.ended", g.Key.Year)}</p>")
        : Html($"<p class=\"notice\">{v.Say("merged.into", g.Key.Year)} {Link(v, archive, g.First().Successor, g.First().SuccessorName)}</p>")));

    // One that has published nothing has no page.
    private static Markup Link(Visit v, IArchive archive, string code, string name) => archive.Body(code) is { } other ? Html($"<a href=\"{v.To("/d/" + other.Code)}\">{other.Name}</a> ") : Html($"{name} ");
}
