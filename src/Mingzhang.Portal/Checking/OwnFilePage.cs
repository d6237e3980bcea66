using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Reading;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Checking;

/// <summary>检查自己的文件的页面：the form, and the report.</summary>
internal static class OwnFilePage
{
    public static Page Of(Visit v) => new(v["check.title"], Html($"""
        <h1>{v["check.title"]}</h1><p class="lead">{v["check.about"]}</p>{Form(v)}
        <p class="soft">{v["check.promise"]}</p>
        """));

    public static Page Result(Visit v, CheckedUpload checkedFile) => new(v["check.title"], checkedFile.Report is { } report ? Html($"""
        <h1>{v["check.result"]}</h1><p class="lead">{report.Disclosure.Facts.Name}{When(report.Disclosure.Facts.Entity is not null, () => Html($" · {report.Disclosure.Facts.Entity} {report.Disclosure.Facts.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))}</p>
        <p class="certline">{v.Say("certificate", Money.Whole(Compared(report)), Money.Whole(Count(report, Outcome.Held)), Money.Whole(Count(report, Outcome.HeldWithinRounding) + Count(report, Outcome.HeldByTruncation)), Money.Whole(Count(report, Outcome.Broken)), Money.Whole(Count(report, Outcome.NotChecked)))}{v["stop"]} {v.Say("certificate.found", Findings(report, Severity.Error), Findings(report, Severity.Warning), Findings(report, Severity.Note))}</p>
        {(report.Findings.Count == 0 ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"<ol class=\"findings\">{report.Findings.OrderByDescending(f => f.Severity).Select(f => Found(v, f))}</ol>"))}
        <section><h2>{v["check.another"]}</h2>{Form(v)}</section>
        """) : Html($"""
        <h1>{v["check.not"]}</h1><p class="notice">{(checkedFile.Problem is { } problem ? v.Say(problem) : v[checkedFile.Why!])}{v["stop"]}</p>{Form(v)}
        """)) { Hidden = true };

    // Language and size stay, since the form goes to an address that says them.
    private static Markup Form(Visit v) => Html($"""
        <form class="upload" method="post" enctype="multipart/form-data" action="{v.To("/check")}"><label>{v["check.choose"]} <input type="file" name="file" required></label> <button>{v["check.button"]}</button></form>
        """);

    /// <summary>一条检查结果，with its figures and where they stand.</summary>
    /// <param name="v">The visit.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="first">What leads to where it is mended, before where it is printed.</param>
    public static Markup Found(Visit v, Finding finding, Markup first = default) => Html($"""
        <li class="{FindingList.Tone(finding.Severity)}"><p><span class="tag">{v["severity." + FindingList.Tone(finding.Severity)]}</span> <b>{v.Say(finding.Title)}</b> <code>{finding.Rule}</code></p><p>{v.Say(finding.Message)}</p>{When(finding.Suggestion is not null, () => Html($"<p class=\"soft\">{v.Say(finding.Suggestion!)}</p>"))}{first}<p class="soft">{string.Join(v.English ? "; " : "；", finding.Places.Select(p => v.English ? p.English : p.Chinese).Distinct(StringComparer.Ordinal).Take(8))}</p></li>

        """);

    private static int Count(Report report, Outcome outcome) => report.Coverage.First(c => c.Outcome == outcome).Count;

    private static int Compared(Report report) => Count(report, Outcome.Held) + Count(report, Outcome.HeldWithinRounding) + Count(report, Outcome.HeldByTruncation) + Count(report, Outcome.Broken);

    private static int Findings(Report report, Severity severity) => report.Findings.Count(f => f.Severity == severity);
}
