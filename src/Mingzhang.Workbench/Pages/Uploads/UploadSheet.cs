using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Portal.Pages.Reading;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传文件的审核单：the page of the document at the left with the failing cells boxed, the findings at the right, one at a time by J and K; each is accepted or dismissed with a reason.</summary>
internal static class UploadSheet
{
    private const int LongestReason = 1000;

    public static async Task<WorkAnswer> Show(WorkVisit v) => Document(v) is { } document ? await Form(v, document, Empty) : WorkAnswer.Missing;

    /// <summary>处理一条，完成或重新打开。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (Document(v) is not { } document)
        {
            return WorkAnswer.Missing;
        }

        var (what, finding, reason) = (v.Field("do"), v.Field("finding"), v.Field("reason").ReplaceLineEndings(" ").Trim());
        if (what is "finish" or "open")
        {
            return await Finish(v, document, what == "open");
        }

        if (what is not (Decision.Accepted or Decision.Dismissed or Decision.Withdrawn) || await v.Site.Uploads.Of(v.Site, document) is not { } report)
        {
            return WorkAnswer.Missing;
        }

        var findings = UploadReports.Ordered(report);
        if (findings.FirstOrDefault(f => f.Id == finding) is not { } about)
        {
            return WorkAnswer.Missing;
        }

        if (what == Decision.Dismissed && reason.Length == 0)
        {
            return await Form(v, document, Refused.List(v, [Problem.Of("认定不是问题，要写明理由", "what is dismissed needs a reason", "请写理由", "give a reason")]));
        }

        if (UploadRows.Decide(v, document, about, what, reason.Length <= LongestReason ? reason : reason[..LongestReason]) is { Count: > 0 } problems)
        {
            return await Form(v, document, Refused.List(v, problems));
        }

        // The next one that nobody has decided yet; the same where there is none.
        var decided = UploadRows.Decisions(v.Site, document.Id);
        var at = findings.Select(f => f.Id).ToList().IndexOf(finding);
        var next = what == Decision.Withdrawn ? at : Enumerable.Range(at, findings.Count).Select(i => i % findings.Count).FirstOrDefault(i => !decided.ContainsKey(findings[i].Id), at);
        return WorkAnswer.Go(At(document, next));
    }

    /// <summary>所看的; null where there is none, or it is not this person's to see.</summary>
    public static UploadedDocument? Document(WorkVisit v) => UploadRows.Find(v.Site, v.Part(4)) is { } document && UploadAccess.May(v, document.Scope) ? document : null;

    private static async Task<WorkAnswer> Finish(WorkVisit v, UploadedDocument document, bool open)
    {
        var decided = UploadRows.Decisions(v.Site, document.Id);
        if (!open && (await v.Site.Uploads.Of(v.Site, document) is not { } report || UploadReports.Ordered(report).Any(f => f.Severity != Severity.Note && !decided.ContainsKey(f.Id))))
        {
            return await Form(v, document, Refused.List(v, [Problem.Of("还有错误或疑点没有处理", "there are errors or warnings that nobody has decided", "逐条认定后再完成", "decide each of them first")]));
        }

        return UploadRows.Finish(v, document, open) is { Count: > 0 } problems ? await Form(v, document, Refused.List(v, problems)) : WorkAnswer.Go(UploadsPage.Address(document));
    }

    private static string At(UploadedDocument document, int number) => UploadsPage.Address(document) + "?at=" + (number + 1).ToString(CultureInfo.InvariantCulture) + "#finding";

    private static async Task<WorkAnswer> Form(WorkVisit v, UploadedDocument document, Markup said)
    {
        if (await v.Site.Uploads.Of(v.Site, document) is not { } report)
        {
            return WorkAnswer.Page(document.Name, Html($"<h1>{document.Name}</h1><p class=\"notice\">{v["check.busy"]}{v["stop"]}</p>"), "/work/review") with { Status = 503 };
        }

        var findings = UploadReports.Ordered(report);
        var decided = UploadRows.Decisions(v.Site, document.Id);
        var at = Math.Clamp((WorkVisit.Whole(v.Visit.Ask("at")) ?? 1) - 1, 0, Math.Max(0, findings.Count - 1));
        var chosen = findings.Count > 0 ? findings[at] : null;
        return WorkAnswer.Page(document.Name, Html($"""
            <h1>{(document.Entity.Length > 0 ? document.Entity : document.Name)} <small>{(document.Year > 0 ? document.Year.ToString(CultureInfo.InvariantCulture) : "")} {v["work.uploads.sheet"]}</small></h1>
            <p class="state">{document.Name} · {v[document.Open ? "work.uploads.open" : "work.uploads.finished"]} {document.FinishedBy} · {v.Say("work.uploads.progress", findings.Count(f => decided.ContainsKey(f.Id)), findings.Count)} · <a href="{v.To(UploadsPage.Address(document) + "/csv")}">{v["work.uploads.csv"]}</a> <a href="{v.To(UploadsPage.Address(document) + "/xlsx")}">{v["work.uploads.xlsx"]}</a> <a href="{v.To(UploadsPage.Address(document) + "/notice")}">{v["work.uploads.notice"]}</a> <a href="{v.To(UploadsPage.Address(document) + "/file")}">{v["work.uploads.file"]}</a></p>{said}
            {(chosen is null ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"""
                <nav class="years" aria-label="{v["work.uploads.findings"]}">{Step(v, document, at - 1, findings.Count, "prev")} <b>{at + 1} / {findings.Count}</b> {Step(v, document, at + 1, findings.Count, "next")}</nav>
                """))}
            <div class="uploaded"><div>{new UploadPicture(v, document, report, at).Of(chosen)}</div>
            <div>{When(chosen is not null, () => One(v, document, chosen!, decided.GetValueOrDefault(chosen!.Id)))}
            {When(findings.Count > 0, () => Html($"<ol class=\"plain uploadlist\">{findings.Select((f, i) => Html($"<li class=\"{FindingList.Tone(f.Severity)}\"><a href=\"{v.To(At(document, i))}\"{(i == at ? Html($" aria-current=\"true\"") : Empty)}><code>{f.Rule}</code> {v.Visit.Say(f.Title)}</a> <small>{(decided.TryGetValue(f.Id, out var d) ? v["work.uploads.is." + d.Verdict] : v["work.uploads.undecided"])}</small></li>\n"))}</ol>"))}
            {(document.Open ? Html($"<form method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"finish\"><button>{v["work.uploads.finish"]}</button></form>") : Html($"<form method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"open\"><button>{v["work.uploads.reopen"]}</button></form>"))}</div></div>
            """), "/work/review") with
        { Status = said.IsEmpty ? 200 : 422, Scripts = [WorkAssets.ReviewScript] };
    }

    private static Markup Step(WorkVisit v, UploadedDocument document, int to, int count, string way) => to < 0 || to >= count ? Empty
        : Html($"<a rel=\"{way}\" href=\"{v.To(At(document, to))}\">{v["work.uploads." + way]}</a>");

    private static Markup One(WorkVisit v, UploadedDocument document, Finding f, Decision? decision)
    {
        var (said, grounds) = Message(v, f);
        return Html($"""
            <section class="words {FindingList.Tone(f.Severity)}" id="finding"><h2><span class="tag">{v["severity." + FindingList.Tone(f.Severity)]}</span> {v.Visit.Say(f.Title)} <code>{f.Rule}</code></h2><p>{said}</p>{When(f.Suggestion is not null, () => Html($"<p class=\"soft\">{v.Visit.Say(f.Suggestion!)}</p>"))}
            {When(f.Candidates.Count > 1, () => Html($"<p>{v["finding.candidates"]} {f.Candidates.Take(5).Select(c => Html($"{c.Printed}→{c.Value} "))}</p>"))}
            {When(decision is not null, () => Html($"<p class=\"done\" role=\"status\"><b>{v["work.uploads.is." + decision!.Verdict]}</b> {decision.Reason} <small>{decision.Who} {v.Moment(decision.At)}</small></p>"))}
            {When(document.Open, () => Html($"""
                <form class="entry" method="post">{v.Token}<input type="hidden" name="finding" value="{f.Id}"><label>{v["work.reason"]}<input name="reason" maxlength="{LongestReason}" value="{decision?.Reason}"></label><p><button name="do" value="accepted">{v["work.uploads.accept"]}</button> <button name="do" value="dismissed">{v["work.uploads.dismiss"]}</button> {When(decision is not null, () => Html($"<button name=\"do\" value=\"withdrawn\">{v["work.uploads.withdraw"]}</button>"))}</p></form>
                """))}
            {grounds}<ul class="plain soft">{f.Places.Select(p => v.Visit.English ? p.English : p.Chinese).Distinct(StringComparer.Ordinal).Take(8).Select(p => Html($"<li>{p}</li>"))}</ul></section>
            """);
    }

    /// <summary>一条问题的正文，和所据的各条，分列出来。</summary>
    public static Told Message(WorkVisit v, Finding f)
    {
        var (whole, laws) = (v.Visit.Say(f.Message), f.Arguments.GetValueOrDefault(v.Visit.English ? "laws-en" : "laws", ""));
        var grounds = laws.Split(v.Visit.English ? "; " : "；");
        var at = grounds.Length > 1 ? whole.IndexOf(laws, StringComparison.Ordinal) : -1;
        return at < 0 ? new Told(whole, Empty) : new Told(whole[..at] + whole[(at + laws.Length)..].TrimStart('.', '。', ' '), Html($"<ul class=\"grounds\">{grounds.Select(g => Html($"<li>{g}</li>"))}</ul>"));
    }

    /// <summary>正文和所据。</summary>
    /// <param name="Said">What is said.</param>
    /// <param name="Grounds">The laws that it rests on, as a list; empty where there are none or one.</param>
    internal sealed record Told(string Said, Markup Grounds);
}
