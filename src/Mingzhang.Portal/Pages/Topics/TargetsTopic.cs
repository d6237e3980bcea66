using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Topics;

/// <summary>没有达到的目标：from self-evaluations that were published, by the departments' own points.</summary>
internal static class TargetsTopic
{
    private const int MostDocuments = 300, MostRows = 400;

    public static Markup Of(Visit v, IArchive archive, YearDocuments of)
    {
        var finals = archive.Documents(of, 0, MostDocuments);
        var evaluated = finals.SelectMany(d => archive.Projects(d, _ => null).Where(p => p.Indicators.Any(i => i.Actual.Length > 0)).Select(p => new Evaluated(d, p))).ToList();
        var told = evaluated.SelectMany(e => e.Project.Indicators.Select(i => new Judged(e.Document, e.Project, i, Target.Met(i)))).Where(j => j.Met is not null).ToList();
        if (told.Count == 0)
        {
            return Empty;
        }

        var missed = told.Where(j => j.Met == false).OrderBy(j => j.Document.Body!.Name, StringComparer.Ordinal).ThenBy(j => j.Project.Name, StringComparer.Ordinal).ToList();
        return Html($"""
            <p>{v.Say("targets.lead", evaluated.DistinctBy(e => e.Document.Body!.Id).Count(), finals.DistinctBy(d => d.Body!.Id).Count(), evaluated.Count, told.Count, missed.Count)}</p>
            {(missed.Count == 0 ? Empty : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["indicator"]}</th><th scope="col">{v["indicator.value"]}</th><th scope="col">{v["indicator.actual"]}</th><th scope="col" class="n">{v["target.points"]}</th><th scope="col">{v["project"]}</th></tr></thead><tbody>
                {missed.Take(MostRows).Select(j => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, j.Document)}#projects\">{j.Document.Body!.Name}</a></th><td lang=\"zh\">{j.Indicator.Name}</td><td lang=\"zh\">{IndicatorTable.Wanted(j.Indicator)}</td><td class=\"bad\" lang=\"zh\">{j.Indicator.Actual}</td><td class=\"n\">{j.Indicator.Score?.Text} / {j.Indicator.WeightText}</td><td>{ProjectRecord.Link(v, j.Document, j.Project.Name)}</td></tr>\n"))}</tbody></table></div>
                {When(missed.Count > MostRows, () => Html($"<p class=\"soft\">{v.Say("more", missed.Count - MostRows)}</p>"))}
                """))}
            """);
    }

    private sealed record Evaluated(ArchivedDocument Document, PerformanceObject Project);

    private sealed record Judged(ArchivedDocument Document, PerformanceObject Project, Indicator Indicator, bool? Met);
}
