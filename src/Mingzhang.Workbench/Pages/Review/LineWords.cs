using Mingzhang.Charts;
using Mingzhang.Ledger.Lines;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>一行预算的说法：what money for what, as people tell a line from the others.</summary>
internal static class LineWords
{
    public static Markup Of(WorkVisit v, Line line)
    {
        var measure = v.Site.Library.Space.Member("measure", line.Measure);
        return Html($"{(v.Visit.English ? measure?.English : measure?.Chinese)} {(v.Visit.English ? Names.FundEnglish(line.Fund) : Names.Fund(line.Fund))} {line.Function} {line.Economic} {line.Project} {line.Details}");
    }
}
