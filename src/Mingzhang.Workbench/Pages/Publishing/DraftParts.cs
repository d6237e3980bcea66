using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Portal.Checking;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>底稿的各部分：of a budget and of a final account alike: where it is downloaded, what is missing in it, what our checks find, and its file.</summary>
internal static class DraftParts
{
    private static readonly string[] Formats = [".docx", ".xlsx", ".pdf", ".html"];

    /// <summary>下载各种格式的一行。</summary>
    public static Markup Downloads(WorkVisit v, string draft) => Html($"""<p>{v["work.preview.download"]} {Formats.Select(f => Html($"<a href=\"{v.To(draft + "&format=" + f[1..])}\">{f[1..].ToUpperInvariant()}</a> "))}</p>""");

    /// <summary>还缺的文字，各通向写它的地方。</summary>
    public static Markup Gaps(WorkVisit v, Composed composed, string words) => (composed.Gaps.Count == 0 ? Html($"<p class=\"good\">{v["work.preview.whole"]}</p>") : Html($"""
                <details open><summary>{v.Say("work.preview.gaps", composed.Gaps.Count)}</summary><ul class="plain">{composed.Gaps.Select(g => Html($"<li><a href=\"{v.To(words + "#" + WordsParts.Anchor(g.Key))}\">{g.Text.Trim('【', '】')}</a></li>"))}</ul></details>
                """));

    /// <summary>核对发现的问题。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="report">What was found.</param>
    /// <param name="leads">Where each is to be mended; null where that is not known.</param>
    public static Markup Findings(WorkVisit v, Report report, FindingPlaces? leads = null) => (report.Findings.Count == 0 ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"""
                <details open><summary>{v.Say("certificate.found", Count(report, Severity.Error), Count(report, Severity.Warning), Count(report, Severity.Note))}</summary><ol class="findings">{report.Findings.OrderByDescending(f => f.Severity).Select(f => OwnFilePage.Found(v.Visit, f, leads?.Of(f) ?? Empty))}</ol></details>
                """));

    /// <summary>所要格式的文件，或不能写成的原因; null where there is no such format or no draft.</summary>
    public static WorkAnswer? File(WorkVisit v, Func<Composed?> compose, Func<Markup, WorkAnswer> refuse)
    {
        var extension = "." + v.Visit.Ask("format");
        if (!Formats.Contains(extension) || WrittenFormats.Of(extension) is not { } format || compose() is not { } composed)
        {
            return null;
        }

        var file = format.Write(Written.Of(v.Site.Library, composed));
        return file.Bytes is { } bytes ? new WorkAnswer { Bytes = bytes, Name = composed.Title + extension, Type = "application/octet-stream" }
            : refuse(Html($"<div class=\"refused\" role=\"alert\"><p>{v.Visit.Say(file.Problem!)}</p></div>"));
    }

    private static int Count(Report report, Severity severity) => report.Findings.Count(f => f.Severity == severity);
}
